import type { RandomStream } from '../numeric/random';
import type { Losses } from './dominance';

/** The share of the plain weighted sum, which keeps what is only weakly optimal from being chosen. */
const augmentation = 0.05;

/**
 * The augmented weighted Chebyshev norm `max wⱼ fⱼ + ρ Σ wⱼ fⱼ`, ρ = 0.05 (Knowles 2006, "ParEGO", eq. 2).
 * @param losses from 0, the best, to 1, the worst of each objective.
 */
export function augmentedChebyshev(losses: Losses, weights: readonly number[]): number {
  const weighted = losses.map((loss, j) => (weights[j] as number) * loss);
  return Math.max(...weighted) + augmentation * weighted.reduce((sum, term) => sum + term, 0);
}

/** Shares that add up to one, uniform over all such. */
export function randomWeights(objectives: number, random: RandomStream): number[] {
  const spacings = Array.from({ length: objectives }, () => -Math.log(1 - random.uniform()));
  const total = spacings.reduce((sum, spacing) => sum + spacing, 0);
  return spacings.map(spacing => spacing / total);
}
