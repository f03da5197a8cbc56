import type { SearchSpace } from '../space/searchSpace';
import { promotions, promotionsByLogarithm } from './promotions';
import { rungs, wandbBands, type RungOptions } from './rungs';
import { topFraction, wandbTopFraction } from './schedule';

/** How a tool that knows no brackets, or runs them beside each other, cuts its rungs and lets trials pass them. */
export interface ToolLadder {
  readonly tool: string;
  /** Where trials are compared, ascending, and last where training ends. */
  resources(numbers: RungOptions): number[];
  /** The same without rounding. */
  exact(numbers: RungOptions): number[];
  /** Where the tool compares nobody although there is a rung. */
  isCompared(numbers: RungOptions, resource: number): boolean;
  /** How many of the trials at a rung go on once all have reported there. */
  promoted(reductionFactor: number): (trials: number) => number;
}

const always = (): boolean => true;

/** `src/sweeps/hyperband_stopping.py`: divides the most by η and cuts off, and lets one more than the top 1/η pass. */
const wandbFromMost: ToolLadder = {
  tool: 'W&B',
  resources: wandbBands,
  exact: fromMost,
  isCompared: always,
  promoted: wandbTopFraction,
};

const wandbFromLeast: ToolLadder = { ...wandbFromMost, resources: toTheEnd, exact: toTheEnd };

/**
 * `schedulers/async_hyperband.py`: at most the 1/η-quantile of the others, interpolated. One comparison is missing
 * where the quotient of logarithms falls short, and the end of training is none.
 */
const ray: ToolLadder = {
  tool: 'Ray',
  resources: toTheEnd,
  exact: toTheEnd,
  isCompared: ({ minResource, maxResource, reductionFactor }, resource) =>
    resource <=
    minResource *
      reductionFactor ** promotionsByLogarithm(maxResource / minResource, reductionFactor) *
      (1 + 1e-9),
  promoted: eta => trials => (trials < 2 ? trials : Math.floor((trials - 2) / eta + 1e-9) + 1),
};

const atLeastOne = (eta: number) => (trials: number) =>
  Math.min(trials, Math.max(1, topFraction(eta)(trials)));

/** `pruners/_successive_halving.py`: multiplies, and always lets the best pass. */
const optuna: ToolLadder = {
  tool: 'Optuna',
  resources: toTheEnd,
  exact: toTheEnd,
  isCompared: always,
  promoted: atLeastOne,
};

/** `master/pkg/searcher/asha_stopping.go`: divides the most by the divisor and cuts off, and always lets the best pass. */
const determined: ToolLadder = {
  tool: 'Determined',
  resources: numbers => fromMost(numbers).map(resource => Math.max(1, Math.floor(resource + 1e-9))),
  exact: fromMost,
  isCompared: always,
  promoted: atLeastOne,
};

/** Undefined where the file has no such schedule, or its tool's arithmetic is not known. */
export function toolLadder({ format, budget }: SearchSpace): ToolLadder | undefined {
  const stopping = budget.earlyStopping;
  if (stopping?.family !== 'hyperband') return undefined;
  const { name } = stopping;
  if (format === 'wandb-sweep' || format === 'wandb-python') {
    return stopping.maxResource ? wandbFromMost : wandbFromLeast;
  }
  if (format === 'ray-python') return /^(?:ASHA|AsyncHyperBand)Scheduler$/.test(name) ? ray : undefined;
  if (format === 'optuna-python') return name === 'SuccessiveHalvingPruner' ? optuna : undefined;
  return format === 'determined' && /^a(?:daptive_asha|sync_halving)$/.test(name) ? determined : undefined;
}

/** Counted up from the least; who passes the last rung trains on to the most. */
function toTheEnd(numbers: RungOptions): number[] {
  const resources = rungs(numbers);
  const last = resources.at(-1) ?? 0;
  return last < numbers.maxResource * (1 - 1e-9) ? [...resources, numbers.maxResource] : resources;
}

/** Counted down from the most. */
function fromMost({ minResource, maxResource, reductionFactor }: RungOptions): number[] {
  // A least resource that was cut to a whole unit stands for the rung above it.
  const times = promotions((maxResource * (1 + 1e-9)) / minResource, reductionFactor);
  return Array.from({ length: times + 1 }, (_, k) => maxResource / reductionFactor ** (times - k));
}
