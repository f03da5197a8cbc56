import * as l10n from '@vscode/l10n';
import { bohb, type BohbOptions, type BohbScheduler } from '../../fidelity/bohb';
import { hyperbandBrackets, type Bracket, type HyperbandConvention } from '../../fidelity/hyperband';
import type { RungOptions } from '../../fidelity/rungs';
import type { CurveFamily } from '../../objectives/learningCurve';
import type { OptionValue } from '../../report/report';
import { varyingParameters } from '../../sampling/configurations';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { curveControls, curveOptions } from '../curveControls';
import { DemoError, type Control } from '../demo';
import { conventionControl, conventionOf, roundCost } from '../hyperband/plan';
import { rungControls, rungOptions, workersControl } from '../scheduleControls';

export interface BohbPlan {
  readonly minResource: number;
  readonly maxResource: number;
  /** Of one round. */
  readonly brackets: readonly Bracket[];
  readonly reductionFactor: number;
  readonly convention: HyperbandConvention;
  readonly rounds: number;
  readonly workers: number;
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
  const number = (id: string, label: string, limits: readonly [number, number, number], value: number) => {
    const [min, max, step] = limits;
    return { kind: 'number', id, label, min, max, step, value } as const;
  };
  const dimension = varyingParameters(space).length;
  return [
    ...rungControls(space, 27),
    conventionControl(),
    number('rounds', l10n.t('Rounds of all brackets'), [1, 20, 1], 6),
    number('random', l10n.t('Drawn at random (%)'), [0, 100, 1], 33),
    number('points', l10n.t('Results a model needs'), [2, 200, 1], Math.min(200, dimension + 1)),
    number('bandwidthFactor', l10n.t('Bandwidth factor'), [1, 10, 0.5], 3),
    workersControl(space, 256),
    ...curveControls(),
  ];
}

/** @throws DemoError when the resources are the wrong way round or there are too many configurations. */
export function bohbPlan(options: Readonly<Record<string, OptionValue>>): BohbPlan {
  const numbers = rungOptions(options);
  const rounds = Number(options['rounds']);
  const convention = conventionOf(options);
  const brackets = hyperbandBrackets({ ...numbers, convention });
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
    ...numbers,
    convention,
    brackets,
    rounds,
    workers: Number(options['workers']),
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

/** The brackets of the whole search with other numbers; undefined where those are too many to simulate. */
export function schedulesOf(
  { rounds, convention }: BohbPlan,
  numbers: RungOptions,
): readonly Bracket[] | undefined {
  const brackets = hyperbandBrackets({ ...numbers, convention });
  if (roundCost(brackets).configurations * rounds > 2 * mostConfigurations) return undefined;
  return Array.from({ length: rounds }, () => brackets).flat();
}

/** The brackets round after round. */
export function roundsOf({ brackets, rounds }: BohbPlan): (n: number) => Bracket | undefined {
  return n => (n < rounds * brackets.length ? brackets[n % brackets.length] : undefined);
}

export function startBohb(space: SearchSpace, plan: BohbPlan, seed: number | string): BohbScheduler {
  return bohb({ space, seed, bracket: roundsOf(plan), ...plan.settings });
}
