import assert from 'node:assert/strict';
import { roleOf, type Role } from '../../../src/core/llm/role';

/** By tool: what its configuration calls each setting, nested as a sweep writes it. */
const named: Readonly<Record<string, Partial<Record<Role, readonly string[]>>>> = {
  'Hugging Face': {
    learningRate: ['learning_rate'],
    microBatch: ['per_device_train_batch_size', 'per_gpu_train_batch_size'],
    accumulation: ['gradient_accumulation_steps'],
    warmupSteps: ['warmup_steps'],
    warmupRatio: ['warmup_ratio'],
    epochs: ['num_train_epochs'],
    maxSteps: ['max_steps', 'max_train_steps'],
    weightDecay: ['weight_decay'],
    rank: ['lora_r', 'lora.r', 'peft_config.r'],
    alpha: ['lora_alpha'],
    loraDropout: ['lora_dropout'],
    sequenceLength: ['max_seq_length', 'max_length', 'model_max_length'],
  },
  Axolotl: {
    microBatch: ['micro_batch_size'],
    epochs: ['num_epochs'],
    sequenceLength: ['sequence_len'],
  },
  torchtune: {
    learningRate: ['optimizer.lr'],
    rank: ['model.lora_rank'],
    alpha: ['model.lora_alpha'],
    loraDropout: ['model.lora_dropout'],
    batch: ['batch_size'],
    warmupSteps: ['lr_scheduler.num_warmup_steps'],
    epochs: ['epochs'],
    weightDecay: ['optimizer.weight_decay'],
    sequenceLength: ['tokenizer.max_seq_len'],
  },
  'LLaMA-Factory': { rank: ['lora_rank'], sequenceLength: ['cutoff_len'] },
  LitGPT: {
    microBatch: ['train.micro_batch_size'],
    effectiveBatch: ['train.global_batch_size'],
    warmupSteps: ['train.lr_warmup_steps'],
    sequenceLength: ['train.max_seq_length'],
  },
  'a W&B sweep': {
    learningRate: ['lr', 'learning-rate', 'learningRate', 'optim/lr'],
    weightDecay: ['wd', 'weight-decay'],
    batch: ['bs', 'batchSize', 'train_batch_size'],
    accumulation: ['grad_accum', 'grad_accum_steps', 'accumulate_grad_batches'],
    rank: ['lora-rank', 'loraR', 'adapter_rank'],
    epochs: ['n_epochs', 'max_epochs'],
  },
};

describe('the role of a fine-tuning setting', () => {
  for (const [tool, roles] of Object.entries(named)) {
    it(`is known under the names of ${tool}`, () => {
      for (const [role, names] of Object.entries(roles)) {
        for (const name of names) assert.equal(roleOf(name), role, name);
      }
    });
  }

  it('is not taken from what only looks like it', () => {
    for (const name of [
      'min_lr',
      'cosine_min_lr_ratio',
      'loraplus_lr_ratio',
      'per_device_eval_batch_size',
      'max_steps_per_epoch',
      'warmup_epochs',
      'eval_steps',
      'attention_dropout',
      'lr_scheduler_type',
      'max_new_tokens',
    ]) {
      assert.equal(roleOf(name), undefined, name);
    }
  });
});
