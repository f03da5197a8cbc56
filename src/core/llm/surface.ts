import { parameterCount } from './languageModel';
import { knownRate, type LlmRun, type LlmSetup } from './run';

/** The standard deviation between seeds that the simulation adds, in nats a token. Ours. */
export const seedNoise = 0.004;

/** Sequences of 1,024 tokens in the batches of the sweep that the known rates come from. */
const sweptBatch = 128 * 1024;

/** Above this rate in multiples of the best one a run diverges. Ours. */
const divergence = 30;

/** Repeats after which data is worth little more (Muennighoff et al. 2023, R*_D in equation 5). */
const repeatScale = 15.4;

/** Loss before fine-tuning above the floor is 2 · 10⁴^−0.15 = 0.5 nats. Ours; exponents of 0.05 to 0.2 are usual for fine-tuning data (Zhang et al. 2024). */
const tuningLaw = { scale: 2, exponent: 0.15, before: 1e4 };

/**
 * The validation loss of an imagined fine-tuning task in nats a token: how a run's settings are known to act, in one
 * formula. `share` is how much of the run's steps is trained, with a schedule of its own. NaN where training diverges.
 *
 * - Floor: E + A / N^α of Chinchilla's law (Hoffmann et al. 2022) as refitted by Besiroglu et al. 2024.
 * - Data: a power law in effective tokens, repeats discounted (Muennighoff et al. 2023), shortened by warm-up, by
 *   batches above a critical size (McCandlish et al. 2018) and by what the adapter can hold, 2 bits a weight against
 *   1 bit a token (Schulman 2025; Allen-Zhu and Li 2024).
 * - Learning rate: see `bestRate`; off it the loss rises as e^z − 1 − z in z = ln(rate / best), steeply above.
 * - Over-fitting: grows with the square of the repeats up to 1.5 nats, less with dropout, decay and a small adapter. Ours.
 */
export function surfaceLoss(run: LlmRun, setup: LlmSetup, share = 1): number {
  const steps = Math.max(1, run.steps * share);
  const seen = run.tokens * share;
  const unique = Math.min(setup.tokens, seen);
  const repeats = seen / unique - 1;
  const warmup = Math.min(run.warmupSteps / run.steps, 1);
  const learned =
    (unique * (1 + repeatScale * (1 - Math.exp(-repeats / repeatScale))) * (1 - warmup / 2)) /
    (1 + (run.batch * run.sequenceLength) / criticalBatch(setup));
  const capacity = setup.tuning === 'full' ? Infinity : 2 * run.trainable;
  const held = (learned ** -2 + capacity ** -2) ** -0.5;
  const ideal = tuningLaw.scale * (held + tuningLaw.before) ** -tuningLaw.exponent;
  const before = tuningLaw.scale * tuningLaw.before ** -tuningLaw.exponent;

  const relative = run.learningRate / bestRate(run, setup, steps);
  if (relative > divergence) return NaN;
  const z = Math.log(Math.max(relative, 1e-6));
  const steepness = 0.05 * (z > 0 ? 1 + Math.exp(-(warmup * steps) / 30) : 1);
  const missed = steepness * (Math.exp(z) - 1 - z);
  const rateLoss = z < 0 ? Math.min(missed, 0.95 * (before - ideal)) : missed;

  const memorised =
    (1.5 * (1 - Math.exp(-0.01 * repeats ** 2)) * Math.min(1, relative) * (2 * run.trainable)) /
    (2 * run.trainable + unique);
  const overfitting = memorised / (1 + 5 * run.dropout) / (1 + 2 * run.weightDecay);
  return floorLoss(setup) + ideal + rateLoss + overfitting + 0.2 * run.dropout ** 2;
}

/**
 * The learning rate at which the loss is lowest: the known one; times √batch up to the critical batch, as Adam wants it
 * (Malladi et al. 2022); times 32/α, since α multiplies the update as the rate does while the best rate hardly depends
 * on the rank (Hu et al. 2021, §4.1; Schulman 2025); half as much again in runs of few steps (Schulman 2025).
 */
export function bestRate(run: LlmRun, setup: LlmSetup, steps = run.steps): number {
  const tokens = Math.min(run.batch * run.sequenceLength, criticalBatch(setup));
  const forBatch = knownRate(setup) * Math.sqrt(tokens / sweptBatch);
  if (setup.tuning === 'full') return forBatch;
  return ((forBatch * 32) / Math.max(run.alpha, 1e-3)) * (1 + 0.5 * Math.exp(-steps / 100));
}

/** What is left with unlimited data. */
export function floorLoss({ model }: LlmSetup): number {
  return 1.8172 + 482.01 * parameterCount(model) ** -0.3478;
}

/** In tokens. Ours; adapters take large batches worse (Schulman 2025). */
function criticalBatch({ tuning }: LlmSetup): number {
  return tuning === 'full' ? 2 ** 18 : 2 ** 17;
}
