import * as l10n from '@vscode/l10n';
import { hyperbandBrackets, type Bracket, type HyperbandConvention } from '../../fidelity/hyperband';
import { scheduleTable } from '../../fidelity/schedule';
import type { CurveFamily } from '../../objectives/learningCurve';
import type { OptionValue } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { curveControls, curveOptions } from '../curveControls';
import { DemoError, type Control } from '../demo';
import { halvingBudget, limits } from '../halvingBudget';

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

const usualWorkers = 8;

export function hyperbandControls(space: SearchSpace): Control[] {
  const { minResource, maxResource, reductionFactor } = halvingBudget(space);
  const hasNoSchedule = space.budget.earlyStopping?.family !== 'hyperband';
  return [
    {
      kind: 'number',
      id: 'maxResource',
      label: l10n.t('Most resource R'),
      ...limits.resource,
      value: hasNoSchedule ? 81 : maxResource,
    },
    {
      kind: 'number',
      id: 'minResource',
      label: l10n.t('Least resource'),
      ...limits.resource,
      value: hasNoSchedule ? 1 : minResource,
    },
    {
      kind: 'number',
      id: 'reductionFactor',
      label: l10n.t('Reduction factor η'),
      ...limits.reductionFactor,
      value: reductionFactor,
    },
    {
      kind: 'choice',
      id: 'convention',
      label: l10n.t('Brackets'),
      choices: [
        { value: 'algorithm1', label: conventionName('algorithm1') },
        { value: 'printed', label: conventionName('printed') },
      ],
      value: 'algorithm1',
    },
    {
      kind: 'number',
      id: 'workers',
      label: l10n.t('Workers'),
      min: 1,
      max: 256,
      step: 1,
      value: Math.min(256, Math.max(1, Math.round(space.budget.parallelTrials?.value ?? usualWorkers))),
    },
    ...curveControls(),
  ];
}

export function conventionName(convention: HyperbandConvention): string {
  return convention === 'algorithm1' ? l10n.t('Algorithm 1') : l10n.t('Printed table (HpBandSter)');
}

/** More brackets than this would begin with more configurations than anybody trains. */
const mostConfigurations = 1_000_000;

/** @throws DemoError when the two resources are the wrong way round or the brackets are beyond reason. */
export function hyperbandPlan(options: Readonly<Record<string, OptionValue>>): HyperbandPlan {
  const minResource = Number(options['minResource']);
  const maxResource = Number(options['maxResource']);
  const reductionFactor = Number(options['reductionFactor']);
  const convention = options['convention'] === 'printed' ? 'printed' : 'algorithm1';
  if (!(minResource <= maxResource)) {
    throw new DemoError(
      l10n.t(
        'The most resource, {0}, is below the least, {1}; raise it to see trials trained.',
        formatNumber(maxResource),
        formatNumber(minResource),
      ),
    );
  }
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
  const brackets = hyperbandBrackets({ minResource, maxResource, reductionFactor, convention });
  const workers = Number(options['workers']);
  return {
    minResource,
    maxResource,
    reductionFactor,
    convention,
    workers,
    ...curveOptions(options),
    brackets,
  };
}

/** The same with another reduction factor or convention. */
export function changed(
  plan: HyperbandPlan,
  change: Partial<Pick<HyperbandPlan, 'reductionFactor' | 'convention'>>,
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
