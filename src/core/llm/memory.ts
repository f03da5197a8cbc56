import { embeddingParameters, layerParameters, parameterCount } from './languageModel';
import type { LlmRun, LlmSetup } from './run';

/** Bytes on the device at their highest. */
export interface Memory {
  readonly weights: number;
  readonly gradients: number;
  readonly optimiser: number;
  readonly activations: number;
  readonly logits: number;
  readonly overhead: number;
}

/** NF4 with double quantisation: four bits and 0.127 for the constants (Dettmers et al., QLoRA, 2023, §3). */
const quantised = (4 + 0.127) / 8;

/**
 * Mixed precision with AdamW takes 16 bytes for each trained weight: 2 for it, 2 for its gradient, 12 for its 32-bit
 * copy and two moments (Rajbhandari et al., ZeRO, 2020, §3.1); adapters are kept in 32 bits, again 16. A layer keeps
 * 34 · length · batch · hidden bytes for its backward pass when attention keeps no scores (Korthikanti et al. 2022,
 * §4.1, equation 1 without its second term), with checkpointing its 16-bit input only and one layer at a time in full.
 * The rest is ours: logits in 16 and, with their gradient, in 32 bits, 1 GiB for the driver, 5 % lost between blocks.
 */
export function memoryOf(run: LlmRun, { model, tuning }: LlmSetup, checkpointing: boolean): Memory {
  const all = parameterCount(model);
  const trained = run.trainable;
  const inputs = run.microBatch * run.sequenceLength * model.hidden;
  const parts = {
    weights:
      tuning === 'full'
        ? 2 * all
        : tuning === 'lora'
          ? 2 * all + 4 * trained
          : quantised * layerParameters(model) + 2 * embeddingParameters(model) + 4 * trained,
    gradients: (tuning === 'full' ? 2 : 4) * trained,
    optimiser: (tuning === 'full' ? 12 : 8) * trained,
    activations: checkpointing ? (2 * model.layers + 34) * inputs : 34 * model.layers * inputs,
    logits: 10 * run.microBatch * run.sequenceLength * model.vocabulary,
  };
  const sum = Object.values(parts).reduce((total, bytes) => total + bytes, 0);
  return { ...parts, overhead: 2 ** 30 + 0.05 * sum };
}

export function totalMemory(memory: Memory): number {
  return Object.values(memory).reduce<number>((sum, bytes) => sum + Number(bytes), 0);
}
