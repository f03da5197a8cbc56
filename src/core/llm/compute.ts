import { multipliedParameters, type LanguageModel } from './languageModel';
import type { LlmRun, Tuning } from './run';

export interface Device {
  readonly name: string;
  readonly gibibytes: number;
  /** Dense 16-bit operations a second that its data sheet promises. */
  readonly peak: number;
}

export const devices: readonly Device[] = [
  { name: 'T4', gibibytes: 16, peak: 65e12 },
  { name: 'RTX 4090', gibibytes: 24, peak: 165e12 },
  { name: 'L40S', gibibytes: 48, peak: 362e12 },
  { name: 'A100', gibibytes: 80, peak: 312e12 },
  { name: 'H100', gibibytes: 80, peak: 989e12 },
  { name: 'H200', gibibytes: 141, peak: 989e12 },
];

/**
 * Floating-point operations to train on one token. Every weight costs 2 forward, 2 for the gradient of what enters it
 * and 2 for its own (Kaplan et al. 2020, §2.1): 6N. Frozen weights need no gradient of their own, so adapters make it
 * 4N + 6P, about two thirds (Schulman 2025). Attention adds 6 · layers · width · length, half of PaLM's 12 since the
 * future is masked (Chowdhery et al. 2022, appendix B). Checkpointing runs everything forward once more.
 */
export function operationsPerToken(
  model: LanguageModel,
  run: LlmRun,
  tuning: Tuning,
  checkpointing: boolean,
): number {
  const weights = multipliedParameters(model);
  const adapters = tuning === 'full' ? 0 : run.trainable;
  const attention = model.layers * model.queries * run.sequenceLength;
  const again = checkpointing ? 1 : 0;
  const perWeight = (tuning === 'full' ? 6 : 4) + 2 * again;
  return perWeight * weights + (6 + 2 * again) * (adapters + attention);
}

/**
 * Hours on one device; loading and evaluating not included.
 * @param utilisation the share of the peak that is reached; 0.3 to 0.5 is usual.
 */
export function hours(operations: number, device: Device, utilisation: number): number {
  return operations / (device.peak * utilisation) / 3600;
}
