import { normalCumulative } from '../numeric/normal';
import type { Prediction } from '../surrogate/gaussianProcess';

/** P(f < best − ξ): how likely a trial is to improve on `best` when the loss is minimised (Kushner 1964). */
export function probabilityOfImprovement(
  { mean, standardDeviation }: Prediction,
  best: number,
  xi = 0,
): number {
  const gain = best - xi - mean;
  if (standardDeviation === 0) return gain > 0 ? 1 : 0;
  return normalCumulative(gain / standardDeviation);
}
