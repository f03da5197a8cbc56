import { standardise, toStandard } from './standardisation';

const powers = Array.from({ length: 61 }, (_, i) => -2 + i / 10);

/** How many times as far above the median as the lowest is below it a value is taken as it is. */
const reach = 5;

/**
 * Values under the Yeo–Johnson power transformation that makes them most like a normal sample (Yeo & Johnson 2000;
 * maximum likelihood over powers from −2 to 4), in standard deviations: on a plateau the little that points to a valley
 * is then heard (as in HEBO, Cowen-Rivers et al. 2022). What is far above the median is drawn in by a logarithm first,
 * so that one diverged trial does not flatten all that matters. The order stays.
 */
export function powerTransformed(values: readonly number[]): number[] {
  const near = drawnIn(values);
  const standard = toStandard(standardise(near), near);
  const slopes = standard.reduce((sum, x) => sum + Math.sign(x) * Math.log1p(Math.abs(x)), 0);
  let best: Float64Array = standard;
  let highest = -Infinity;
  for (const power of powers) {
    const transformed = standard.map(x => yeoJohnson(x, power));
    const mean = transformed.reduce((sum, x) => sum + x, 0) / transformed.length;
    const variance = transformed.reduce((sum, x) => sum + (x - mean) ** 2, 0) / transformed.length;
    const likelihood = (power - 1) * slopes - (transformed.length / 2) * Math.log(variance);
    // Constant values have no variance under any power and stay what they are.
    if (likelihood > highest && variance > 0) {
      highest = likelihood;
      best = transformed;
    }
  }
  return [...best];
}

function yeoJohnson(x: number, power: number): number {
  const p = x >= 0 ? power : 2 - power;
  const size = Math.log1p(Math.abs(x));
  return Math.sign(x) * (Math.abs(p) < 1e-9 ? size : Math.expm1(p * size) / p);
}

function drawnIn(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] as number;
  const unit = median - (sorted[0] as number);
  const end = median + reach * unit;
  if (!(unit > 0) || !Number.isFinite(end)) return values;
  return values.map(value => (value > end ? end + unit * Math.log1p(value / unit - end / unit) : value));
}
