import { defaultRng } from '../numeric/numpy/generator';
import type { StochasticCell } from './cells';
import { euclideanNorm } from './euclideanNorm';

export interface StochasticValues {
  /** Over all 256 rows. */
  readonly fullGradient: readonly number[];
  /** Over the first 32. */
  readonly batchGradient: readonly number[];
  /** The Euclidean norm of their difference. */
  readonly gap: number;
}

const rows = 256;
const batch = 32;
const theta: readonly number[] = [0.2, -0.4, 0.6];

export function stochasticValues({ seed }: StochasticCell): StochasticValues {
  const generator = defaultRng(seed);
  const sample = Array.from({ length: rows }, () => theta.map(() => generator.standardNormal()));
  const fullGradient = gradientOver(sample);
  const batchGradient = gradientOver(sample.slice(0, batch));
  const difference = fullGradient.map((slope, i) => slope - (batchGradient[i] ?? 0));
  return { fullGradient, batchGradient, gap: euclideanNorm(difference) };
}

/** Sᵀ(Sθ) / rows. */
function gradientOver(sample: readonly (readonly number[])[]): number[] {
  const residuals = sample.map(row => row.reduce((sum, x, i) => sum + x * (theta[i] ?? 0), 0));
  return theta.map(
    (_, i) => residuals.reduce((sum, r, k) => sum + (sample[k]?.[i] ?? 0) * r, 0) / sample.length,
  );
}
