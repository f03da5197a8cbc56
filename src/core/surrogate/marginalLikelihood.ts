import { Matrix } from 'ml-matrix';
import type { Evaluation } from '../numeric/boundedQuasiNewton';
import { cholesky, dot, inverseFromFactor, solveLower, solveLowerTransposed } from '../numeric/linearAlgebra';
import type { Work } from '../numeric/work';
import type { Hyperparameters, Point } from './hyperparameters';
import { squaredDistance } from './hyperparameters';
import type { Kernel } from './kernel';

/** `K + σₙ² I` over the given points, n × n. */
export function covarianceMatrix(
  kernel: Kernel,
  hyperparameters: Hyperparameters,
  points: readonly Point[],
): Matrix {
  const { signalVariance, lengthScales, noiseVariance } = hyperparameters;
  const matrix = Matrix.zeros(points.length, points.length);
  for (const [i, a] of points.entries()) {
    matrix.set(i, i, signalVariance + noiseVariance);
    for (let j = 0; j < i; j++) {
      const covariance = signalVariance * kernel.value(squaredDistance(a, points[j] as Point, lengthScales));
      matrix.set(i, j, covariance);
      matrix.set(j, i, covariance);
    }
  }
  return matrix;
}

/**
 * ln p(y | X, θ) of a zero-mean Gaussian process (Rasmussen & Williams 2006, Alg. 2.1 and eq. 5.9), with its
 * exact gradient with respect to the log vector of the hyperparameters.
 * @throws RangeError when the covariance is not positive definite even with jitter.
 */
export function* logMarginalLikelihood(
  kernel: Kernel,
  hyperparameters: Hyperparameters,
  points: readonly Point[],
  targets: Float64Array,
): Work<Evaluation> {
  const { signalVariance, lengthScales, noiseVariance } = hyperparameters;
  const n = points.length;
  const { lower } = cholesky(covarianceMatrix(kernel, hyperparameters, points));
  const whitened = solveLower(lower, targets);
  const weights = solveLowerTransposed(lower, whitened);
  let value = -dot(whitened, whitened) / 2 - (n / 2) * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) value -= Math.log(lower.get(i, i));
  yield;

  const inverse = yield* inverseFromFactor(lower);
  const gradient = new Float64Array(lengthScales.length + 2);
  const add = (index: number, amount: number): void => {
    gradient[index] = (gradient[index] as number) + amount;
  };
  for (const [i, a] of points.entries()) {
    const onDiagonal = (weights[i] as number) ** 2 - inverse.get(i, i);
    add(0, (onDiagonal * signalVariance) / 2);
    add(lengthScales.length + 1, (onDiagonal * noiseVariance) / 2);
    for (let j = 0; j < i; j++) {
      const b = points[j] as Point;
      // Each pair stands for two equal elements of the trace, which cancels its factor ½.
      const element = ((weights[i] as number) * (weights[j] as number) - inverse.get(i, j)) * signalVariance;
      const r2 = squaredDistance(a, b, lengthScales);
      add(0, element * kernel.value(r2));
      const slope = element * kernel.derivative(r2) * -2;
      for (let k = 0; k < lengthScales.length; k++) {
        const difference = ((a[k] as number) - (b[k] as number)) / (lengthScales[k] as number);
        add(k + 1, slope * difference * difference);
      }
    }
    if (i % 16 === 15) yield;
  }
  return { value, gradient };
}
