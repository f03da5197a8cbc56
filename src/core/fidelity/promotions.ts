import { roundedLog } from '../numeric/roundedLog';

/** No schedule has more; factors as good as 1 and infinite resources would count forever. */
const most = 1000;

/** max{k : η^k ≤ ratio}, found by multiplying, and 1000 at most: how often a resource can grow by η. */
export function promotions(ratio: number, reductionFactor: number): number {
  const limit = ratio * (1 + 1e-9);
  let count = 0;
  for (let power = reductionFactor; power <= limit && count < most; power *= reductionFactor) count++;
  return count;
}

/**
 * The same number as tools compute it that divide logarithms and cut off: Ray (`async_hyperband.py`), Optuna
 * (`pruners/_hyperband.py`) and Katib (`hyperband/service.py`). 4 for 243 and 3.
 */
export function promotionsByLogarithm(ratio: number, reductionFactor: number): number {
  return Math.floor(roundedLog(ratio) / roundedLog(reductionFactor));
}
