import assert from 'node:assert/strict';
import { found, sweep, token } from './found';

const rate = '  learning_rate: {distribution: log_uniform_values, min: 1e-05, max: 0.001}';
const count = (code: string, ...parameters: readonly string[]): number =>
  found(code, sweep(parameters.map(line => `  ${line.trim()}`).join('\n'))).length;

describe('LoRA α beside the learning rate', () => {
  it('says by how much the two together scale the update', () => {
    const text = sweep(`${rate}\n  lora_r: {values: [8, 64]}\n  lora_alpha: {values: [8, 128]}`);
    const [finding] = found('lora-scaling', text);
    assert.equal(finding && token(text, finding), 'lora_alpha');
    // 8 / 64 and 128 / 8.
    assert.match(finding?.message ?? '', /scales the update by 0\.125 to 16/);
  });

  it('is found whatever the tool calls the two', () => {
    const wide = '{min: 8, max: 64}';
    for (const [alpha, lr] of [
      ['lora_alpha', 'lr'],
      ['model.lora_alpha', 'optimizer.lr'],
      ['lora-alpha', 'learning-rate'],
      ['peft_config.alpha', 'trainer.learning_rate'],
    ]) {
      assert.equal(count('lora-scaling', `${alpha}: ${wide}`, `${lr}: {values: [0.1, 0.2]}`), 1, alpha);
    }
  });

  it('is not looked for where one is fixed, or α is another one', () => {
    assert.equal(count('lora-scaling', rate, 'lora_alpha: {value: 16}', 'lora_r: {values: [8, 16]}'), 0);
    assert.equal(count('lora-scaling', rate, 'alpha: {values: [8, 16]}'), 0);
    assert.equal(count('lora-scaling', rate, 'lora_alpha: {values: [8, 16]}', 'resolution: {value: 512}'), 0);
  });
});

describe('a learning rate for LoRA', () => {
  const ranged = (low: number, high: number, more: string): number =>
    count('lora-learning-rate', `lr: {min: ${low}, max: ${high}}`, more);

  it('is reported below and above where adapters learn', () => {
    assert.equal(ranged(0.000001, 0.00005, 'lora_r: {value: 8}'), 1);
    assert.equal(ranged(0.005, 0.05, 'lora_r: {value: 8}'), 1);
  });

  it('may reach into that range, and is not looked at without adapters or with rewards', () => {
    assert.equal(ranged(0.00001, 0.0001, 'lora_r: {value: 8}'), 0);
    assert.equal(ranged(0.001, 0.01, 'lora_r: {value: 8}'), 0);
    assert.equal(ranged(0.000001, 0.00005, 'dropout: {value: 0.1}'), 0);
    assert.equal(
      count('lora-learning-rate', 'lr: {value: 0.000005}', 'lora_r: {value: 8}', 'dpo_beta: {value: 0.1}'),
      0,
    );
  });
});

describe('a batch in two parameters', () => {
  const pair = ['micro_batch_size: {values: [1, 2, 4]}', 'gradient_accumulation_steps: {values: [2, 4, 8]}'];

  it('counts the batches that are different', () => {
    const text = sweep(
      ['  adapter: {value: lora}', '  sequence_len: {value: 2048}', ...pair.map(line => `  ${line}`)].join(
        '\n',
      ),
    );
    const [finding] = found('batch-product', text);
    // 2, 4, 8, 16 and 32.
    assert.match(finding?.message ?? '', /their 9 combinations are 5 different batches/);
    assert.equal(finding && token(text, finding), 'gradient_accumulation_steps');
  });

  it('is fine with one of them fixed, and outside of language models', () => {
    assert.equal(
      count('batch-product', 'lora_r: {value: 8}', 'micro_batch_size: {value: 1}', pair[1] ?? ''),
      0,
    );
    assert.equal(count('batch-product', ...pair), 0);
  });
});

describe('a setting that another overrides', () => {
  it('is found for the length of training and of warm-up', () => {
    const epochs = 'num_train_epochs: {values: [1, 3]}';
    assert.equal(count('overridden-setting', epochs, 'max_steps: {values: [100, 200]}'), 1);
    assert.equal(
      count('overridden-setting', 'warmup_ratio: {min: 0.0, max: 0.1}', 'warmup_steps: {value: 20}'),
      1,
    );
  });

  it('counts where the other one may be switched off or is not there', () => {
    const epochs = 'num_train_epochs: {values: [1, 3]}';
    assert.equal(count('overridden-setting', epochs, 'max_steps: {values: [-1, 200]}'), 0);
    assert.equal(count('overridden-setting', epochs, 'warmup_steps: {value: 20}'), 0);
    assert.equal(count('overridden-setting', 'num_train_epochs: {value: 3}', 'max_steps: {value: 200}'), 0);
  });
});
