import { promotions } from '../fidelity/promotions';
import { rungs } from '../fidelity/rungs';
import { fillingConfigurations } from '../fidelity/schedule';
import { reductionFactorOf } from '../fidelity/statedSchedule';
import type { EarlyStopping, SearchSpace } from '../space/searchSpace';
import { trainingLength } from '../space/trainingLength';

/** What a halving schedule is made from, in the resource units of the space's tool. */
export interface HalvingBudget {
  readonly configurations: number;
  readonly minResource: number;
  readonly maxResource: number;
  readonly reductionFactor: number;
}

export const limits = {
  configurations: { min: 2, max: 256, step: 1 },
  resource: { min: 1, max: 1_000_000, step: 1 },
  reductionFactor: { min: 1.25, max: 10, step: 0.25 },
} as const;

const usualReductionFactor = 3;
const usualRungs = 5;
const usualMaxResource = 27;

/** The budget the space states where it states one, and what is usual for the rest. */
export function halvingBudget(space: SearchSpace): HalvingBudget {
  const { trials, earlyStopping } = space.budget;
  const stated = earlyStopping?.family === 'hyperband' ? earlyStopping : undefined;
  const factor = within(limits.reductionFactor, stated ? reductionFactorOf(stated) : usualReductionFactor);
  const statedMin = stated?.minResource?.value;
  const max = within(
    limits.resource,
    stated?.maxResource?.value ??
      (statedMin === undefined
        ? (trainingLength(space) ?? usualMaxResource)
        : statedMin * factor ** (usualRungs - 2)),
  );
  const min = stated?.maxResource
    ? leastOf(space, stated, max, factor)
    : (statedMin ?? lowestRung(max, factor, usualRungs - 1));
  const minResource = Math.min(max, within(limits.resource, min));
  const resources = rungs({ minResource, maxResource: max, reductionFactor: factor });
  return {
    configurations: within(
      limits.configurations,
      trials?.value ?? fillingConfigurations(resources.length, factor),
    ),
    minResource,
    maxResource: max,
    reductionFactor: factor,
  };
}

/** Beside a stated most: W&B counts the rungs below it whatever the least, Determined itself as well. */
function leastOf(
  { format, budget }: SearchSpace,
  { name, minResource, rungsBelow }: EarlyStopping,
  max: number,
  factor: number,
): number {
  const down = (times: number): number => lowestRung(max, factor, times);
  const times = rungsBelow?.value ?? usualRungs - 1;
  if (format === 'wandb-sweep' || format === 'wandb-python') return down(times);
  if (format === 'determined') {
    return down(Math.min(times, budget.trials ? promotions(budget.trials.value, factor) : Infinity));
  }
  return minResource?.value ?? (countsUp.test(name) ? 1 : down(usualRungs - 1));
}

/** The schedulers that count from a least resource, which is 1 where nothing is said. */
const countsUp = /^(?:ASHAScheduler|AsyncHyperBandScheduler|HyperbandPruner)$/;

/** maxResource / η^rungs in whole units, from fewer rungs where that would be below one unit. */
function lowestRung(maxResource: number, factor: number, rungs: number): number {
  let resource = maxResource;
  for (let k = 0; k < rungs && resource / factor >= 1; k++) resource /= factor;
  return Math.floor(resource + 1e-9);
}

function within({ min, max, step }: { min: number; max: number; step: number }, value: number): number {
  if (!Number.isFinite(value)) return min;
  return Math.min(max, Math.max(min, min + Math.round((value - min) / step) * step));
}
