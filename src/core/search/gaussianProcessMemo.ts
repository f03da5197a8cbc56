import type { Hyperparameters } from '../surrogate/hyperparameters';
import type { Trial } from './method';

/** What a Gaussian-process search notes with a suggestion. */
export type GaussianProcessMemo = {
  /** Where the fit ended that led to it. */
  readonly signalVariance: number;
  readonly lengthScales: readonly number[];
  readonly noiseVariance: number;
  /** How many suggestions in a row, this one included, looked away from the best so far. */
  readonly away: number;
};

export function memoOf({ signalVariance, lengthScales, noiseVariance }: Hyperparameters, away: number) {
  return { signalVariance, lengthScales, noiseVariance, away } satisfies GaussianProcessMemo;
}

/** The memo of the last suggestion that came from a fit. */
export function lastMemo(trials: readonly Trial[]): GaussianProcessMemo | undefined {
  return trials.map(({ memo }) => memo).findLast(isMemo);
}

function isMemo(memo: unknown): memo is GaussianProcessMemo {
  return (
    typeof memo === 'object' &&
    memo !== null &&
    'signalVariance' in memo &&
    isPositive(memo.signalVariance) &&
    'noiseVariance' in memo &&
    isPositive(memo.noiseVariance) &&
    'lengthScales' in memo &&
    Array.isArray(memo.lengthScales) &&
    memo.lengthScales.every(isPositive) &&
    'away' in memo &&
    typeof memo.away === 'number'
  );
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value);
}
