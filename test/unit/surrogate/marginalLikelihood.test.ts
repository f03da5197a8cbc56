import { finish } from '../../../src/core/numeric/work';
import { kernels } from '../../../src/core/surrogate/kernel';
import type { Evaluation } from '../../../src/core/numeric/boundedQuasiNewton';
import type { Coordinates, Hyperparameters } from '../../../src/core/surrogate/hyperparameters';
import type { Kernel } from '../../../src/core/surrogate/kernel';
import { marginalLikelihood } from '../../../src/core/surrogate/marginalLikelihood';
import { logPriorDensity, dimensionScaledPrior } from '../../../src/core/surrogate/prior';
import { toLogVector } from '../../../src/core/surrogate/hyperparameters';
import { assertClose } from './close';
import { dataOf, fixture, hyperparametersOf, kernelOf } from './fixture';

function likelihoodOf(
  kernel: Kernel,
  hyperparameters: Hyperparameters,
  points: readonly Coordinates[],
  targets: Float64Array,
  categorical?: readonly boolean[],
): Evaluation {
  return finish(marginalLikelihood(kernel, points, targets, categorical)(toLogVector(hyperparameters)));
}

describe('log marginal likelihood', () => {
  for (const reference of fixture.fixed) {
    const { X, y } = dataOf(reference);
    it(`is exact to 1e-9 for ${reference.kernel} with ℓ = ${reference.ls.join()} on ${X.length} points`, () => {
      const { value } = likelihoodOf(
        kernels[kernelOf(reference)],
        hyperparametersOf(reference),
        X,
        Float64Array.from(y),
      );
      assertClose(value, reference.lml, 1e-9);
    });
  }

  for (const reference of fixture.gradients) {
    const { X, y } = dataOf(reference);
    it(`has the exact gradient for ${reference.kernel} in ${reference.ls.length} dimensions`, () => {
      const { value, gradient } = likelihoodOf(
        kernels[kernelOf(reference)],
        hyperparametersOf(reference),
        X,
        Float64Array.from(y),
      );
      assertClose(value, reference.lml, 1e-9);
      reference.grad.forEach((expected, i) =>
        assertClose(gradient[i] ?? NaN, expected, 1e-9, `component ${i}`),
      );
    });
  }

  it('has a finite Matérn 1/2 gradient that agrees with central differences, coinciding points included', () => {
    const points = [[0.1], [0.1], [0.4], [0.9]];
    const targets = Float64Array.of(0.3, 0.2, -0.4, 0.1);
    const at = (logs: readonly number[]) => {
      const [variance = 0, length = 0, noise = 0] = logs.map(Math.exp);
      return likelihoodOf(
        kernels.matern12,
        { signalVariance: variance, lengthScales: [length], noiseVariance: noise },
        points,
        targets,
      );
    };
    const logs = [0.2, -1, -3];
    const { gradient } = at(logs);
    logs.forEach((_, i) => {
      const moved = (by: number): number => at(logs.map((log, j) => (i === j ? log + by : log))).value;
      assertClose(gradient[i] ?? NaN, (moved(1e-5) - moved(-1e-5)) / 2e-5, 1e-7, `component ${i}`);
    });
  });

  it('plus the log-normal priors is the objective that BoTorch maximises, at its own optima', () => {
    for (const reference of fixture.map) {
      const { X, y } = dataOf(reference);
      const { ls, noise, mean_const } = reference.botorch;
      const hyperparameters = { signalVariance: 1, lengthScales: ls, noiseVariance: noise };
      const targets = Float64Array.from(
        y,
        value => (value - reference.y_mean) / reference.y_std1 - mean_const,
      );
      const { lengthScale, noiseVariance } = dimensionScaledPrior(ls.length);
      const likelihood = likelihoodOf(kernels.rbf, hyperparameters, X, targets).value;
      const density = logPriorDensity({ lengthScale, noiseVariance }, toLogVector(hyperparameters)).value;
      assertClose(likelihood + density, reference.objective_at_botorch, 1e-9);
    }
  });
});
