/** The shape of a dense decoder with grouped-query attention and a gated MLP, from its published `config.json`. */
export interface LanguageModel {
  /** As it is published. */
  readonly name: string;
  readonly layers: number;
  /** Width of the residual stream. */
  readonly hidden: number;
  /** Width of all query heads together. */
  readonly queries: number;
  /** Width of all key, or value, heads together. */
  readonly keys: number;
  readonly mlp: number;
  readonly vocabulary: number;
  /** The output layer is the embedding. */
  readonly tied: boolean;
  /**
   * The best LoRA learning rate of a published sweep: AdamW, α = 32, batches of 128, 780 steps of instruction tuning
   * (thinking-machines-lab/tinker-cookbook, `hyperparam_utils.py`, `get_lr`).
   */
  readonly loraRate: number;
}

export const languageModels: readonly LanguageModel[] = [
  shape('Llama 3.2 1B', [16, 2048, 2048, 512, 8192, 128256], true, 1e-3),
  shape('Llama 3.2 3B', [28, 3072, 3072, 1024, 8192, 128256], true, 1e-3),
  shape('Llama 3.1 8B', [32, 4096, 4096, 1024, 14336, 128256], false, 3e-4),
  shape('Qwen3 8B', [36, 4096, 4096, 1024, 12288, 151936], false, 1e-3),
  shape('Qwen3 32B', [64, 5120, 8192, 1024, 25600, 151936], false, 3e-4),
  shape('Llama 3.1 70B', [80, 8192, 8192, 1024, 28672, 128256], false, 3e-4),
];

function shape(
  name: string,
  [layers, hidden, queries, keys, mlp, vocabulary]: readonly [number, number, number, number, number, number],
  tied: boolean,
  loraRate: number,
): LanguageModel {
  return { name, layers, hidden, queries, keys, mlp, vocabulary, tied, loraRate };
}

/** All weights, but for the norms, which are fewer than one in ten thousand. */
export function parameterCount(model: LanguageModel): number {
  return layerParameters(model) + embeddingParameters(model);
}

/** The weights of the linear layers within the blocks: what a quantised model stores in four bits. */
export function layerParameters({ layers, hidden, queries, keys, mlp }: LanguageModel): number {
  return layers * hidden * (2 * queries + 2 * keys + 3 * mlp);
}

export function embeddingParameters({ hidden, vocabulary, tied }: LanguageModel): number {
  return hidden * vocabulary * (tied ? 1 : 2);
}

/** The weights every token is multiplied with: all but the table it is looked up in. */
export function multipliedParameters(model: LanguageModel): number {
  return layerParameters(model) + model.hidden * model.vocabulary;
}

/** Weights of adapters of this rank on every linear layer of the blocks: r · (inputs + outputs) each (Hu et al. 2021). */
export function adapterParameters(
  { layers, hidden, queries, keys, mlp }: LanguageModel,
  rank: number,
): number {
  const query = 2 * (hidden + queries);
  const key = 2 * (hidden + keys);
  return rank * layers * (query + key + 3 * (hidden + mlp));
}

/** The model of the list that is nearest in size to one whose name says how many billions it has. */
export function nearestModel(name: string | undefined): LanguageModel | undefined {
  const billions = Number(/(\d+(?:\.\d+)?)\s*b(?![a-z])/i.exec(name ?? '')?.[1]);
  if (!(billions > 0)) return undefined;
  const isQwen = /qwen/i.test(name ?? '');
  const distance = (model: LanguageModel): number =>
    Math.abs(Math.log(parameterCount(model) / 1e9 / billions)) +
    (model.name.startsWith('Qwen') === isQwen ? 0 : 0.2);
  return languageModels.reduce((best, model) => (distance(model) < distance(best) ? model : best));
}
