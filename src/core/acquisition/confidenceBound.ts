import type { Prediction } from '../surrogate/gaussianProcess';

/**
 * `mean − √β · standardDeviation`: what the loss may optimistically be; the next trial minimises it. β multiplies
 * the *variance* (Srinivas et al. 2010; BoTorch and Optuna). Libraries that write κ mean √β.
 */
export function lowerConfidenceBound({ mean, standardDeviation }: Prediction, beta: number): number {
  return mean - Math.sqrt(beta) * standardDeviation;
}

/** `mean + √β · standardDeviation`, the optimistic bound when the objective is maximised. */
export function upperConfidenceBound({ mean, standardDeviation }: Prediction, beta: number): number {
  return mean + Math.sqrt(beta) * standardDeviation;
}

/**
 * β_t = 2 ln(|D| t² π² / 6δ), with which the bound holds over |D| candidates and all trials t with probability
 * 1 − δ (Srinivas et al. 2010, Theorem 1).
 */
export function theoreticalBeta(candidates: number, trial: number, delta: number): number {
  return 2 * Math.log((candidates * trial ** 2 * Math.PI ** 2) / (6 * delta));
}
