import type { Configuration, DrawableParameter } from '../space/searchSpace';
import { adapterParameters, parameterCount, type LanguageModel } from './languageModel';
import type { Role } from './role';
import type { LlmSettings } from './settings';

/** All weights in 16 bits; adapters on a model in 16 bits; adapters on a model in 4 bits. */
export type Tuning = 'full' | 'lora' | 'qlora';

/** What a file does not say about its runs. */
export interface LlmSetup {
  readonly model: LanguageModel;
  readonly tuning: Tuning;
  /** Of the training set, each counted once. */
  readonly tokens: number;
}

/** One training run on one device. */
export interface LlmRun {
  readonly learningRate: number;
  /** 0 without adapters. */
  readonly rank: number;
  readonly alpha: number;
  readonly dropout: number;
  /** Sequences in memory at once. */
  readonly microBatch: number;
  /** Sequences an optimiser step averages over. */
  readonly batch: number;
  readonly sequenceLength: number;
  readonly weightDecay: number;
  readonly steps: number;
  /** All that are seen, repeated ones again. */
  readonly tokens: number;
  readonly warmupSteps: number;
  /** Weights that are trained. */
  readonly trainable: number;
}

/**
 * What is taken where a file says nothing: PEFT and TRL examples, and 3 % warm-up as in QLoRA (Dettmers et al. 2023,
 * appendix B).
 */
export const usual = {
  rank: 16,
  alpha: 32,
  loraDropout: 0,
  microBatch: 4,
  accumulation: 4,
  epochs: 2,
  weightDecay: 0,
  warmupRatio: 0.03,
  sequenceLength: 1024,
} as const satisfies Partial<Record<Role, number>>;

/** The best learning rate known for the setup, at batches of 128 sequences of 1,024 tokens and α = 32. */
export function knownRate({ model, tuning }: LlmSetup): number {
  // Schulman and Thinking Machines Lab, LoRA Without Regret, 2025: adapters want about ten times the rate.
  return tuning === 'full' ? model.loraRate / 10 : model.loraRate;
}

/**
 * The run a configuration asks for, sequences packed to their full length: steps = ⌈tokens · epochs / (batch ·
 * length)⌉, unless the number of steps is given.
 */
export function runOf(settings: LlmSettings, setup: LlmSetup, configuration: Configuration): LlmRun {
  const valueOf = (parameter: DrawableParameter | undefined): number | undefined => {
    const value = parameter && configuration.get(parameter.name);
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
  };
  const given = (role: Role): number | undefined => valueOf(settings.parameters.get(role));
  const atLeastOne = (role: keyof typeof usual): number => Math.max(1, given(role) ?? usual[role]);
  const hasAdapter = setup.tuning !== 'full';
  const { microBatch, batch } = batchOf(settings, given);
  const sequenceLength = atLeastOne('sequenceLength');
  const asked = given('maxSteps') ?? 0;
  const epochs = given('epochs') ?? usual.epochs;
  const steps = Math.max(
    1,
    Math.ceil(asked > 0 ? asked : (setup.tokens * epochs) / (batch * sequenceLength)),
  );
  const rank = hasAdapter ? atLeastOne('rank') : 0;
  const ratio = given('warmupRatio') ?? usual.warmupRatio;
  const warmup = given('warmupSteps') ?? 0;
  return {
    learningRate: given('learningRate') ?? knownRate(setup),
    rank,
    alpha: given('alpha') ?? usual.alpha,
    dropout: hasAdapter ? (given('loraDropout') ?? usual.loraDropout) : 0,
    microBatch,
    batch,
    sequenceLength,
    weightDecay: given('weightDecay') ?? usual.weightDecay,
    steps,
    tokens: steps * batch * sequenceLength,
    // A share below 1 is one of all steps in newer versions of transformers.
    warmupSteps: Math.min(steps, warmup > 0 ? (warmup < 1 ? warmup * steps : warmup) : ratio * steps),
    trainable: hasAdapter ? adapterParameters(setup.model, rank) : parameterCount(setup.model),
  };
}

/** A plain `batch_size` is one device's beside accumulation (torchtune) and the whole batch alone. */
function batchOf(
  { parameters }: LlmSettings,
  given: (role: Role) => number | undefined,
): { microBatch: number; batch: number } {
  const plainIsMicro = parameters.has('accumulation') && !parameters.has('microBatch');
  const whole = given('effectiveBatch') ?? (plainIsMicro ? undefined : given('batch'));
  const micro = given('microBatch') ?? (plainIsMicro ? given('batch') : undefined);
  if (whole !== undefined && whole >= 1 && !parameters.has('accumulation')) {
    return { batch: whole, microBatch: Math.min(whole, Math.max(1, micro ?? usual.microBatch)) };
  }
  const microBatch = Math.max(1, micro ?? usual.microBatch);
  return { microBatch, batch: microBatch * Math.max(1, given('accumulation') ?? usual.accumulation) };
}
