import { Matrix } from 'ml-matrix';
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
  const hessian = Matrix.diag([...curvatures]);
  const theta = Matrix.columnVector([1.5, -0.5, 0.25]);
  const learningRate = 0.1 / k;
  const gradient = hessian.mmul(theta);
  const step = Matrix.mul(gradient, -learningRate);
  const updated = Matrix.add(theta, step);
  const loss = (at: Matrix): number => 0.5 * fusedDot(at.to1DArray(), hessian.mmul(at).to1DArray());
  return {
    learningRate,
    theta: theta.to1DArray(),
    gradient: gradient.to1DArray(),
    updated: updated.to1DArray(),
    oldLoss: loss(theta),
    newLoss: loss(updated),
    relativeUpdate: step.norm() / Math.max(theta.norm(), 1e-12),
  };
}
