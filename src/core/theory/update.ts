import type { UpdateCell } from './cells';
import { euclideanNorm } from './euclideanNorm';
import { fusedDot } from './fusedDot';

export interface UpdateValues {
  readonly learningRate: number;
  readonly theta: readonly number[];
  readonly gradient: readonly number[];
  readonly updated: readonly number[];
  readonly oldLoss: number;
  readonly newLoss: number;
  /** The length of the step as a share of that of θ. */
  readonly relativeUpdate: number;
}

const theta: readonly number[] = [1.5, -0.5, 0.25];

export function updateValues({ curvatures, k }: UpdateCell): UpdateValues {
  // The Hessian is diagonal.
  const gradientAt = (at: readonly number[]): number[] => at.map((x, i) => (curvatures[i] ?? 0) * x);
  const learningRate = 0.1 / k;
  const gradient = gradientAt(theta);
  const step = gradient.map(slope => -learningRate * slope);
  const updated = theta.map((x, i) => x + (step[i] ?? 0));
  const loss = (at: readonly number[]): number => 0.5 * fusedDot(at, gradientAt(at));
  return {
    learningRate,
    theta,
    gradient,
    updated,
    oldLoss: loss(theta),
    newLoss: loss(updated),
    relativeUpdate: euclideanNorm(step) / Math.max(euclideanNorm(theta), 1e-12),
  };
}
