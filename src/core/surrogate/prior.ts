import type { Evaluation } from '../numeric/boundedQuasiNewton';

/** Log density of a positive quantity x up to a constant, and its derivative with respect to ln x, as functions of ln x. */
export interface LogDensity {
  value(logarithm: number): number;
  slope(logarithm: number): number;
}

/** Independent priors on the hyperparameters of standardised data; an absent one is flat. */
export interface HyperparameterPrior {
  readonly signalVariance?: LogDensity | undefined;
  readonly lengthScale?: LogDensity | undefined;
  readonly noiseVariance?: LogDensity | undefined;
}

/** Of x with `ln x ~ N(location, scale²)`; normalised. */
export function logNormal(location: number, scale: number): LogDensity {
  const constant = Math.log(scale * Math.sqrt(2 * Math.PI));
  return {
    value: log => -log - ((log - location) / scale) ** 2 / 2 - constant,
    slope: log => -1 - (log - location) / scale ** 2,
  };
}

/** Of x with density ∝ `x^(shape − 1) exp(−rate x)`. */
export function gamma(shape: number, rate: number): LogDensity {
  return {
    value: log => (shape - 1) * log - rate * Math.exp(log),
    slope: log => shape - 1 - rate * Math.exp(log),
  };
}

/**
 * Length scales grow with √d, so that the prior's typical correlation between two points of the cube does not
 * vanish in many dimensions (Hvarfner, Hellsten & Nardi 2024, "Vanilla Bayesian Optimization Performs Great in
 * High Dimensions", eq. 6; the numbers are BoTorch's, `botorch/models/utils/gpytorch_modules.py`). The signal
 * variance is near that of the standardised outputs.
 */
export function dimensionScaledPrior(dimensions: number): HyperparameterPrior {
  return {
    signalVariance: logNormal(0, 1),
    lengthScale: logNormal(Math.SQRT2 + Math.log(dimensions) / 2, Math.sqrt(3)),
    noiseVariance: logNormal(-4, 1),
  };
}

/** The most probable length scale under the prior, `√d · exp(√2 − 3)`: where fitting starts. */
export function typicalLengthScale(dimensions: number): number {
  return Math.sqrt(dimensions) * Math.exp(Math.SQRT2 - 3);
}

/**
 * What the surrogate of a search is fitted with. Length scales are Gamma(3, 6) up to six dimensions (BoTorch until
 * 0.11) and √(d/6) times that from there on, as distances in the cube are. Beside a log-normal as wide as the one above
 * it keeps parameters from being called irrelevant after a few trials in one valley, which is where searches get
 * stuck. Signal variance and noise as in Optuna 4.9 (`optuna/_gp/prior.py`): the noise may be nothing at all.
 */
export function searchPrior(dimensions: number): HyperparameterPrior {
  return {
    signalVariance: gamma(2, 1),
    lengthScale: gamma(3, 6 / Math.sqrt(Math.max(1, dimensions / 6))),
    noiseVariance: gamma(1.1, 30),
  };
}

/** Log density in the natural parameters, and its gradient with respect to their logarithms. */
export function logPriorDensity(prior: HyperparameterPrior, logs: Float64Array): Evaluation {
  let value = 0;
  const gradient = logs.map((log, i) => {
    const density =
      i === 0 ? prior.signalVariance : i === logs.length - 1 ? prior.noiseVariance : prior.lengthScale;
    value += density?.value(log) ?? 0;
    return density?.slope(log) ?? 0;
  });
  return { value, gradient };
}
