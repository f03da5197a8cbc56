import { remembered } from '../text/remembered';

/** What a parameter of a fine-tuning run sets, whatever its tool calls it. */
export type Role =
  | 'learningRate'
  | 'rank'
  | 'alpha'
  | 'loraDropout'
  | 'microBatch'
  | 'accumulation'
  | 'effectiveBatch'
  | 'batch'
  | 'warmupSteps'
  | 'warmupRatio'
  | 'epochs'
  | 'maxSteps'
  | 'weightDecay'
  | 'sequenceLength';

/**
 * The names tools use, with dots, slashes, dashes and capitals made underscores. Sources: Hugging Face
 * `TrainingArguments` (transformers, `training_args.py`), PEFT `LoraConfig` and TRL `SFTConfig`; Axolotl's
 * configuration reference; torchtune's recipe configurations (`model.lora_rank`, `optimizer.lr`,
 * `tokenizer.max_seq_len`); LLaMA-Factory `hparams/finetuning_args.py` and `data_args.py` (`cutoff_len`); LitGPT
 * `args.py`; DeepSpeed (`train_micro_batch_size_per_gpu`); and what W&B sweeps abbreviate (`lr`, `wd`, `bs`).
 */
const names: readonly (readonly [Role, RegExp])[] = [
  ['rank', /(?:^|_)(?:q?lora|dora|peft|adapter)_(?:\w+_)?(?:r|rank|dim)$/],
  ['alpha', /(?:^|_)(?:q?lora|dora|peft|adapter)_(?:\w+_)?alpha$/],
  ['loraDropout', /(?:^|_)(?:q?lora|dora|peft|adapter)_(?:\w+_)?dropout$/],
  ['accumulation', /(?:^|_)(?:grad(?:ient)?_?accum\w*|accumulate_grad_batches|accumulation_steps)$/],
  [
    'microBatch',
    /(?:^|_)(?:per_(?:device|gpu)_(?:train_)?batch_size|(?:train_)?micro_(?:train_)?batch_size(?:_per_gpu)?)$/,
  ],
  ['effectiveBatch', /(?:^|_)(?:global|effective|total)_(?:train_)?batch_size$/],
  ['batch', /(?:^|_)(?:batch_size|bs)$/],
  ['warmupSteps', /(?:^|_)warm_?up_(?:steps|iters|iterations)$/],
  ['warmupRatio', /(?:^|_)warm_?up_(?:ratio|fraction|proportion|frac)$/],
  ['epochs', /(?:^|_)epochs?$/],
  ['maxSteps', /(?:^|_)(?:max_(?:train(?:ing)?_)?steps|(?:num|total)_train(?:ing)?_steps)$/],
  ['weightDecay', /(?:^|_)(?:weight_decay|wd)$/],
  [
    'sequenceLength',
    /(?:^|_)(?:seq(?:uence)?_len(?:gth)?|cutoff_len|context_len(?:gth)?|model_max_length|max_length|block_size)$/,
  ],
  ['learningRate', /(?:^|_)(?:lr|learning_?rate)$/],
];

/** What looks like one of the names and is something else. */
const others =
  /(?:^|_)(?:eval|val|valid|test|warm_?up_epochs?|min|embedding|critic|actor|reward|vision|per_epoch|save|logging)(?:_|$)/;

export const roleOf = remembered((name): Role | undefined => {
  const plain = plainName(name);
  return others.test(plain) ? undefined : names.find(([, pattern]) => pattern.test(plain))?.[0];
});

/** `model.loraRank` and `model/lora-rank` as `model_lora_rank`. */
export const plainName = remembered((name): string => {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
});
