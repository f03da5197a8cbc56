import type { EarlyStopping, SearchSpace } from '../space/searchSpace';

/** The halving schedule a file states, its tool's defaults filled in. */
export interface StatedSchedule {
  readonly stopping: EarlyStopping;
  readonly minResource: number;
  readonly maxResource: number;
  readonly reductionFactor: number;
}

/** Undefined where the file has no schedule between a least and a most resource, or states the number of its rungs. */
export function statedSchedule({ budget }: SearchSpace): StatedSchedule | undefined {
  const stopping = budget.earlyStopping;
  if (stopping?.family !== 'hyperband' || stopping.maxResource === undefined) return undefined;
  if (stopping.rungsBelow !== undefined && stopping.minResource === undefined) return undefined;
  return {
    stopping,
    minResource: stopping.minResource?.value ?? 1,
    maxResource: stopping.maxResource.value,
    reductionFactor: reductionFactorOf(stopping),
  };
}

/**
 * As stated, or the tool's default: 4 in Ray's ASHA (`async_hyperband.py`) and Optuna's successive halving
 * (`_successive_halving.py`), 3 everywhere else.
 */
export function reductionFactorOf({ name, reductionFactor }: EarlyStopping): number {
  return reductionFactor?.value ?? (/^(?:ASHA|AsyncHyperBand|SuccessiveHalving)/.test(name) ? 4 : 3);
}
