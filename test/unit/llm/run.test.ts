import assert from 'node:assert/strict';
import { hours, operationsPerToken } from '../../../src/core/llm/compute';
import {
  adapterParameters,
  languageModels,
  nearestModel,
  parameterCount,
} from '../../../src/core/llm/languageModel';
import { memoryOf, totalMemory } from '../../../src/core/llm/memory';
import { runOf, type LlmRun, type LlmSetup } from '../../../src/core/llm/run';
import { llmSettings } from '../../../src/core/llm/settings';
import { constantDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../space/makeSpace';

const model = (name: string) => languageModels.find(known => known.name === name) ?? assert.fail(name);
const setup: LlmSetup = { model: model('Llama 3.1 8B'), tuning: 'lora', tokens: 1_000_000 };

function run(values: Readonly<Record<string, number>>, more: Partial<LlmSetup> = {}): LlmRun {
  const space = makeSpace(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, constantDomain(value)])),
  );
  return runOf(llmSettings(space), { ...setup, ...more }, new Map(Object.entries(values)));
}

describe('the shape of a model', () => {
  it('gives the published number of weights', () => {
    // The sizes the model cards state, in billions.
    const published = [1.24, 3.21, 8.03, 8.19, 32.8, 70.6];
    for (const [index, known] of languageModels.entries()) {
      const billions = parameterCount(known) / 1e9;
      assert.ok(Math.abs(billions / (published[index] ?? 0) - 1) < 0.004, `${known.name}: ${billions}`);
    }
  });

  it('gives the number of trained weights that PEFT prints for adapters on every linear layer', () => {
    assert.equal(adapterParameters(model('Llama 3.1 8B'), 16), 41_943_040);
    assert.equal(adapterParameters(model('Llama 3.2 1B'), 16), 11_272_192);
    assert.equal(adapterParameters(model('Llama 3.2 3B'), 16), 24_313_856);
  });

  it('is found by the size in a name', () => {
    assert.equal(nearestModel('meta-llama/Llama-3.1-8B')?.name, 'Llama 3.1 8B');
    assert.equal(nearestModel('Qwen/Qwen2.5-7B-Instruct')?.name, 'Qwen3 8B');
    assert.equal(nearestModel('TinyLlama-1.1B')?.name, 'Llama 3.2 1B');
    assert.equal(nearestModel('gpt2'), undefined);
    assert.equal(nearestModel(undefined), undefined);
  });
});

describe('a run', () => {
  it('takes as many steps as its tokens fill batches', () => {
    const { batch, steps, tokens } = run({
      per_device_train_batch_size: 2,
      gradient_accumulation_steps: 8,
      max_seq_length: 512,
      num_train_epochs: 3,
    });
    assert.equal(batch, 16);
    assert.equal(steps, Math.ceil(3_000_000 / (16 * 512)));
    assert.equal(tokens, steps * 16 * 512);
  });

  it('reads a plain batch size as the device’s beside accumulation, else as the whole', () => {
    assert.deepEqual(pick(run({ batch_size: 8, gradient_accumulation_steps: 4 })), [8, 32]);
    assert.deepEqual(pick(run({ batch_size: 32 })), [4, 32]);
    assert.deepEqual(pick(run({ micro_batch_size: 2, global_batch_size: 64 })), [2, 64]);
  });

  it('follows the number of steps where it is above 0', () => {
    assert.equal(run({ max_steps: 200, num_train_epochs: 3 }).steps, 200);
    assert.notEqual(run({ max_steps: -1, num_train_epochs: 3 }).steps, 1);
  });

  it('warms up by steps before share, and never longer than it trains', () => {
    assert.equal(run({ warmup_steps: 20, warmup_ratio: 0.5 }).warmupSteps, 20);
    assert.equal(run({ warmup_ratio: 0.5, max_steps: 100 }).warmupSteps, 50);
    assert.equal(run({ warmup_steps: 900, max_steps: 100 }).warmupSteps, 100);
  });
});

describe('the cost of a run', () => {
  it('is six operations a weight and token, and two thirds of that with adapters', () => {
    const short = run({ max_seq_length: 1 });
    const full = operationsPerToken(setup.model, short, 'full', false);
    // Kaplan et al. 2020: 6N, N without the embedding: 8.03e9 − 128256 · 4096.
    assert.ok(Math.abs(full / (6 * (parameterCount(setup.model) - 128256 * 4096)) - 1) < 1e-3);
    const lora = operationsPerToken(setup.model, short, 'lora', false);
    assert.ok(lora / full > 2 / 3 && lora / full < 0.69, String(lora / full));
  });

  it('is one more forward pass with checkpointing', () => {
    const short = run({ max_seq_length: 1 });
    const ratio =
      operationsPerToken(setup.model, short, 'full', true) /
      operationsPerToken(setup.model, short, 'full', false);
    assert.ok(Math.abs(ratio - 8 / 6) < 1e-6);
  });

  it('comes in hours of a device', () => {
    assert.equal(hours(3600e12, { name: '', gibibytes: 1, peak: 2e12 }, 0.5), 1);
  });
});

describe('the memory of a run', () => {
  it('is sixteen bytes a weight for full training before activations', () => {
    const { weights, gradients, optimiser } = memoryOf(
      run({}, { tuning: 'full' }),
      { ...setup, tuning: 'full' },
      true,
    );
    assert.equal((weights + gradients + optimiser) / parameterCount(setup.model), 16);
  });

  it('fits the published cases', () => {
    const gibibytes = (tuning: LlmSetup['tuning'], name: string, length: number): number => {
      const at = { ...setup, model: model(name), tuning };
      const one = run({ per_device_train_batch_size: 1, max_seq_length: length }, at);
      return totalMemory(memoryOf(one, at, true)) / 2 ** 30;
    };
    // QLoRA's abstract: a 65-billion model on one device of 48 GB; 70 need a little more.
    const large = gibibytes('qlora', 'Llama 3.1 70B', 512);
    assert.ok(large > 38 && large < 50, String(large));
    // Adapters on 8 billion weights in 16 bits fit 24 GB with short batches, full training does not fit 80.
    assert.ok(gibibytes('lora', 'Llama 3.1 8B', 1024) < 24);
    assert.ok(gibibytes('full', 'Llama 3.1 8B', 1024) > 80);
  });
});

function pick({ microBatch, batch }: LlmRun): [number, number] {
  return [microBatch, batch];
}
