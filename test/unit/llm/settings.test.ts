import assert from 'node:assert/strict';
import { llmSettings } from '../../../src/core/llm/settings';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../space/makeSpace';

const some = numericDomain({ type: 'integer', low: 1, high: 64 });
const of = (...names: readonly string[]): ReturnType<typeof llmSettings> =>
  llmSettings(makeSpace(Object.fromEntries(names.map(name => [name, some]))));

describe('whether a space fine-tunes a language model', () => {
  it('is certain from an adapter or the name of such a model', () => {
    assert.equal(of('lora_r', 'lr').certainty, 'certain');
    const space = makeSpace({ lr: some, base_model: constantDomain('meta-llama/Llama-3.1-8B') });
    const settings = llmSettings(space);
    assert.equal(settings.certainty, 'certain');
    assert.equal(settings.adapter, false);
    assert.equal(settings.model, 'meta-llama/Llama-3.1-8B');
    const choice = categoricalDomain([{ value: 'Qwen/Qwen3-4B' }, { value: 'google/gemma-3-4b' }]);
    assert.equal(llmSettings(makeSpace({ model_name: choice })).certainty, 'certain');
  });

  it('is likely from a sequence length beside a batch per device', () => {
    assert.equal(of('per_device_train_batch_size', 'max_seq_length').certainty, 'likely');
    assert.equal(of('gradient_accumulation_steps', 'cutoff_len').certainty, 'likely');
  });

  it('is unclear from what any training has, and for image models', () => {
    assert.equal(of('lr', 'batch_size', 'epochs').certainty, 'unclear');
    assert.equal(of('lora_rank', 'resolution', 'train_text_encoder').certainty, 'unclear');
    assert.equal(llmSettings(makeSpace({ model: constantDomain('resnet50') })).certainty, 'unclear');
  });

  it('reads a bare r and alpha only beside an adapter', () => {
    assert.equal(of('r', 'alpha').parameters.size, 0);
    assert.deepEqual([...of('r', 'alpha', 'lora_dropout').parameters.keys()].sort(), [
      'alpha',
      'loraDropout',
      'rank',
    ]);
  });
});
