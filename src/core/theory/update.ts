import type { UpdateCell } from './cells';
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

export function updateValues({ curvatures, k }: UpdateCell): UpdateValues {
  const theta = [1.5, -0.5, 0.25];
  const learningRate = 0.1 / k;
  const gradient = theta.map((x, i) => (curvatures[i] ?? 0) * x);
  const step = gradient.map(slope => -learningRate * slope);
  const updated = theta.map((x, i) => x + (step[i] ?? 0));
  const loss = (at: readonly number[]): number =>
    0.5 *
    fusedDot(
      at,
      at.map((x, i) => (curvatures[i] ?? 0) * x),
    );
  return {
    learningRate,
    theta,
    gradient,
    updated,
    oldLoss: loss(theta),
    newLoss: loss(updated),
    relativeUpdate: length(step) / Math.max(length(theta), 1e-12),
  };
}

/** The Euclidean norm. */
export function length(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
}
