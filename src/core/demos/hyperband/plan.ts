import * as l10n from '@vscode/l10n';
import { hyperbandBrackets, type Bracket, type HyperbandConvention } from '../../fidelity/hyperband';
import { scheduleTable } from '../../fidelity/schedule';
import type { CurveFamily } from '../../objectives/learningCurve';
import type { OptionValue } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { curveControls, curveOptions } from '../curveControls';
import { DemoError, type Control } from '../demo';
import { rungControls, rungOptions, workersControl } from '../scheduleControls';

export interface HyperbandPlan {
  readonly minResource: number;
  readonly maxResource: number;
  readonly reductionFactor: number;
  readonly convention: HyperbandConvention;
  readonly workers: number;
  readonly curves: CurveFamily;
  readonly correlation: number;
  readonly brackets: readonly Bracket[];
}

export function hyperbandControls(space: SearchSpace): Control[] {
  return [...rungControls(space, 81), conventionControl(), workersControl(space, 256), ...curveControls()];
}

export function conventionControl(): Control {
  return {
    kind: 'choice',
    id: 'convention',
    label: l10n.t('Brackets'),
    choices: [
      { value: 'algorithm1', label: conventionName('algorithm1') },
      { value: 'printed', label: conventionName('printed') },
    ],
    value: 'algorithm1',
  };
}

export function conventionOf(options: Readonly<Record<string, OptionValue>>): HyperbandConvention {
  return options['convention'] === 'printed' ? 'printed' : 'algorithm1';
}

export function conventionName(convention: HyperbandConvention): string {
  return convention === 'algorithm1' ? l10n.t('Algorithm 1') : l10n.t('Printed table (HpBandSter)');
}

/** More brackets than this would begin with more configurations than anybody trains. */
const mostConfigurations = 1_000_000;

/** @throws DemoError when the two resources are the wrong way round or the brackets are beyond reason. */
export function hyperbandPlan(options: Readonly<Record<string, OptionValue>>): HyperbandPlan {
  const numbers = rungOptions(options);
  const { minResource, maxResource } = numbers;
  const convention = conventionOf(options);
  if (maxResource / minResource > mostConfigurations / 10) {
    throw new DemoError(
      l10n.t(
        'From {0} to {1} the first bracket would begin with about {2} configurations; raise the least resource.',
        formatNumber(minResource),
        formatNumber(maxResource),
        formatNumber(maxResource / minResource),
      ),
    );
  }
  return {
    ...numbers,
    convention,
    workers: Number(options['workers']),
    ...curveOptions(options),
    brackets: hyperbandBrackets({ ...numbers, convention }),
  };
}

/** The same with another reduction factor or convention. */
export function changed(
  plan: HyperbandPlan,
  change: Partial<Pick<HyperbandPlan, 'minResource' | 'reductionFactor' | 'convention'>>,
): HyperbandPlan {
  const next = { ...plan, ...change };
  return { ...next, brackets: hyperbandBrackets(next) };
}

export interface RoundCost {
  readonly configurations: number;
  /** Every rung from scratch, as the paper counts. */
  readonly cost: number;
  readonly resumedCost: number;
}

/** What one round of all brackets takes. */
export function roundCost(brackets: readonly Bracket[]): RoundCost {
  const rows = brackets.flatMap(scheduleTable);
  return {
    configurations: brackets.reduce((sum, { configurations }) => sum + configurations, 0),
    cost: rows.reduce((sum, { cost }) => sum + cost, 0),
    resumedCost: rows.reduce((sum, { resumedCost }) => sum + resumedCost, 0),
  };
}
