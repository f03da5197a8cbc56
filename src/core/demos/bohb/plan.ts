import * as l10n from '@vscode/l10n';
import { bohb, type BohbOptions, type BohbScheduler } from '../../fidelity/bohb';
import { hyperbandBrackets, type Bracket } from '../../fidelity/hyperband';
import type { CurveFamily } from '../../objectives/learningCurve';
import type { OptionValue } from '../../report/report';
import { varyingParameters } from '../../sampling/configurations';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { curveControls, curveOptions } from '../curveControls';
import { DemoError, type Control } from '../demo';
import { halvingBudget, limits } from '../halvingBudget';
import { roundCost } from '../hyperband/plan';

export interface BohbPlan {
  readonly minResource: number;
  readonly maxResource: number;
  /** Of one round. */
  readonly brackets: readonly Bracket[];
  readonly rounds: number;
  /** Of the whole search, trials resumed. */
  readonly configurations: number;
  readonly cost: number;
  readonly settings: BohbOptions;
  readonly curves: CurveFamily;
  readonly correlation: number;
}

/** More configurations than this take longer than anybody looks on. */
const mostConfigurations = 2500;

export function bohbControls(space: SearchSpace): Control[] {
  const { minResource, maxResource, reductionFactor } = halvingBudget(space);
  const hasNoSchedule = space.budget.earlyStopping?.family !== 'hyperband';
  return [
    {
      kind: 'number',
      id: 'maxResource',
      label: l10n.t('Most resource R'),
      ...limits.resource,
      value: hasNoSchedule ? 27 : maxResource,
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
      kind: 'number',
      id: 'rounds',
      label: l10n.t('Rounds of all brackets'),
      min: 1,
      max: 20,
      step: 1,
      value: 6,
    },
    {
      kind: 'number',
      id: 'random',
      label: l10n.t('Drawn at random (%)'),
      min: 0,
      max: 100,
      step: 1,
      value: 33,
    },
    {
      kind: 'number',
      id: 'points',
      label: l10n.t('Results a model needs'),
      min: 2,
      max: 200,
      step: 1,
      value: Math.min(200, varyingParameters(space).length + 1),
    },
    {
      kind: 'number',
      id: 'bandwidthFactor',
      label: l10n.t('Bandwidth factor'),
      min: 1,
      max: 10,
      step: 0.5,
      value: 3,
    },
    ...curveControls(),
  ];
}

/** @throws DemoError when the resources are the wrong way round or there are too many configurations. */
export function bohbPlan(options: Readonly<Record<string, OptionValue>>): BohbPlan {
  const [minResource, maxResource] = [Number(options['minResource']), Number(options['maxResource'])];
  const rounds = Number(options['rounds']);
  if (!(minResource <= maxResource)) {
    throw new DemoError(
      l10n.t(
        'The most resource, {0}, is below the least, {1}; raise it to see trials trained.',
        formatNumber(maxResource),
        formatNumber(minResource),
      ),
    );
  }
  const reductionFactor = Number(options['reductionFactor']);
  const brackets = hyperbandBrackets({
    minResource,
    maxResource,
    reductionFactor,
    convention: 'algorithm1',
  });
  const { configurations, resumedCost } = roundCost(brackets);
  if (configurations * rounds > mostConfigurations) {
    throw new DemoError(
      l10n.t(
        '{0} rounds train {1} configurations, more than are simulated here; take fewer rounds or raise the least resource.',
        String(rounds),
        formatNumber(configurations * rounds),
      ),
    );
  }
  return {
    minResource,
    maxResource,
    brackets,
    rounds,
    configurations: configurations * rounds,
    cost: resumedCost * rounds,
    settings: {
      // A third stands as 33 in the control.
      randomFraction: options['random'] === 33 ? 1 / 3 : Number(options['random']) / 100,
      minPointsInModel: Number(options['points']),
      bandwidthFactor: Number(options['bandwidthFactor']),
    },
    ...curveOptions(options),
  };
}

/** The brackets round after round. */
export function roundsOf({ brackets, rounds }: BohbPlan): (n: number) => Bracket | undefined {
  return n => (n < rounds * brackets.length ? brackets[n % brackets.length] : undefined);
}

export function startBohb(space: SearchSpace, plan: BohbPlan, seed: number | string): BohbScheduler {
  return bohb({ space, seed, bracket: roundsOf(plan), ...plan.settings });
}
