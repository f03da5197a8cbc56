import { rungs } from '../../fidelity/rungs';
import { fillingConfigurations, scheduleCost, topFraction, type Schedule } from '../../fidelity/schedule';
import { surfaceLoss } from '../../llm/surface';
import { rankCorrelation } from '../../numeric/rankCorrelation';
import type { LlmPlan, LlmTrial } from './llmPlan';

/** A schedule whose resources are shares of each run's own steps, every rung trained from the start. */
export interface LlmRungs extends Schedule {
  readonly reductionFactor: number;
  /** Expected, for all rungs together. */
  readonly hours: number;
}

const reductionFactor = 3;
const mostRungs = 4;
const mostConfigurations = 243;

/** Fewer are too few for warm-up and decay to mean anything. Ours. */
export const leastSteps = 50;

/**
 * The most rungs whose lowest still has 50 steps in the median run and which the budget fills, and as many
 * configurations as it pays. A rung of a decaying schedule cannot be resumed, so each starts again. Undefined where
 * not even two rungs fit.
 */
export function llmRungs(plan: LlmPlan, draws: readonly LlmTrial[]): LlmRungs | undefined {
  const mean = meanHours(draws);
  const steps = medianOf(draws.map(({ run }) => run.steps));
  for (let count = mostRungs; count >= 2; count--) {
    const lowest = reductionFactor ** (1 - count);
    if (steps * lowest < leastSteps) continue;
    const scheduleOf = (configurations: number): Schedule => ({
      configurations,
      resources: rungs({ minResource: lowest, maxResource: 1, reductionFactor }),
      promoted: topFraction(reductionFactor),
    });
    const price = (configurations: number): number => scheduleCost(scheduleOf(configurations)).cost * mean;
    let configurations = fillingConfigurations(count, reductionFactor);
    if (price(configurations) > plan.budget) continue;
    while (configurations < mostConfigurations && price(configurations + 1) <= plan.budget) configurations++;
    return { ...scheduleOf(configurations), reductionFactor, hours: price(configurations) };
  }
  return undefined;
}

/** Of the draws that fit into memory. */
export function meanHours(draws: readonly LlmTrial[]): number {
  const fitting = draws.filter(({ fits }) => fits);
  return fitting.reduce((sum, { hours }) => sum + hours, 0) / Math.max(1, fitting.length);
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value at a share of the way through the sorted values; NaN of none. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Spearman's correlation between the losses after a share of the steps and in the end, of draws that do not fail. */
export function rungAgreement(plan: LlmPlan, draws: readonly LlmTrial[], share: number): number {
  const sound = draws
    .map(({ run, fits, loss }) => ({ loss, early: fits ? surfaceLoss(run, plan.setup, share) : NaN }))
    .filter(({ loss, early }) => Number.isFinite(loss) && Number.isFinite(early));
  return rankCorrelation(
    sound.map(({ early }) => early),
    sound.map(({ loss }) => loss),
  );
}
