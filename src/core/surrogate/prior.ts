import type { Evaluation } from '../numeric/boundedQuasiNewton';

/** `ln x ~ N(location, scale²)`. */
export interface LogNormal {
  readonly location: number;
  readonly scale: number;
}

/** Independent priors on the hyperparameters of standardised data; an absent one is flat. */
export interface HyperparameterPrior {
  readonly signalVariance?: LogNormal | undefined;
  readonly lengthScale?: LogNormal | undefined;
  readonly noiseVariance?: LogNormal | undefined;
}

/**
 * Length scales grow with √d, so that the prior's typical correlation between two points of the cube does not
 * vanish in many dimensions (Hvarfner, Hellsten & Nardi 2024, "Vanilla Bayesian Optimization Performs Great in
 * High Dimensions", eq. 6; the numbers are BoTorch's, `botorch/models/utils/gpytorch_modules.py`). The signal
 * variance is near that of the standardised outputs.
 */
export function dimensionScaledPrior(dimensions: number): HyperparameterPrior {
  return {
    signalVariance: { location: 0, scale: 1 },
    lengthScale: { location: Math.SQRT2 + Math.log(dimensions) / 2, scale: Math.sqrt(3) },
    noiseVariance: { location: -4, scale: 1 },
  };
}

/** The most probable length scale under the prior, `√d · exp(√2 − 3)`: where fitting starts. */
export function typicalLengthScale(dimensions: number): number {
  return Math.sqrt(dimensions) * Math.exp(Math.SQRT2 - 3);
}

/** Log density in the natural parameters, and its gradient with respect to their logarithms. */
export function logPriorDensity(prior: HyperparameterPrior, logs: Float64Array): Evaluation {
  let value = 0;
  const gradient = logs.map((log, i) => {
    const which =
      i === 0 ? prior.signalVariance : i === logs.length - 1 ? prior.noiseVariance : prior.lengthScale;
    if (which === undefined) return 0;
    const z = (log - which.location) / which.scale;
    value -= log + (z * z) / 2 + Math.log(which.scale * Math.sqrt(2 * Math.PI));
    return -1 - z / which.scale;
  });
  return { value, gradient };
}
