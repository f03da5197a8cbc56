import { drawableParameters, type DrawableParameter, type SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';
import { plainName, roleOf, type Role } from './role';

/** What a space says of a fine-tuning run. */
export interface LlmSettings {
  /**
   * How clearly the space tunes a language model. `certain`: it sets an adapter or names such a model. `likely`: it has
   * a sequence length beside a batch per device or accumulation. `unclear`: nothing says so.
   */
  readonly certainty: 'certain' | 'likely' | 'unclear';
  /** It sets something of a low-rank adapter. */
  readonly adapter: boolean;
  /** The value that names the base model. */
  readonly model?: string | undefined;
  /** The first parameter for each role. */
  readonly parameters: ReadonlyMap<Role, DrawableParameter>;
}

const adapterName = /(?:^|_)(?:q?lora|dora|peft)(?:_|$)/;
/** Adapters of image models are called the same. */
const imageName =
  /(?:^|_)(?:unet|text_encoder|resolution|prior_loss|snr_gamma|noise_offset|image_size|img_size)(?:_|$)/;
const languageModel =
  /llama|mi[sx]tral|qwen|gemma|\bphi-?\d|falcon|gpt-?(?:2|j|neo|oss)|pythia|\bopt-\d|bloom|deepseek|olmo|smollm|vicuna/i;

export function llmSettings(space: SearchSpace): LlmSettings {
  const drawable = drawableParameters(space);
  const plain = space.parameters.map(({ name }) => plainName(name));
  const ofImages = plain.some(name => imageName.test(name));
  const adapter = !ofImages && plain.some(name => adapterName.test(name));
  const parameters = new Map<Role, DrawableParameter>();
  for (const parameter of drawable) {
    const role = roleOf(parameter.name) ?? (adapter ? bareRole(parameter.name) : undefined);
    if (role !== undefined && !parameters.has(role)) parameters.set(role, parameter);
  }
  const model = ofImages ? undefined : namedModel(drawable);
  const sized = parameters.has('microBatch') || parameters.has('accumulation');
  const certainty =
    adapter || model !== undefined
      ? 'certain'
      : !ofImages && sized && parameters.has('sequenceLength')
        ? 'likely'
        : 'unclear';
  return { certainty, adapter, model, parameters };
}

/** PEFT's own names, which mean nothing alone. */
function bareRole(name: string): Role | undefined {
  const last = plainName(name.split(/[./]/).at(-1) ?? name);
  if (last === 'r' || last === 'rank') return 'rank';
  return last === 'alpha' ? 'alpha' : undefined;
}

function namedModel(drawable: readonly DrawableParameter[]): string | undefined {
  for (const { name, domain } of drawable) {
    if (!/model|checkpoint|base/i.test(name)) continue;
    const value: Value =
      domain.kind === 'constant'
        ? domain.value
        : 'choices' in domain
          ? (domain.choices[0]?.value ?? null)
          : null;
    if (typeof value === 'string' && languageModel.test(value)) return value;
  }
  return undefined;
}
