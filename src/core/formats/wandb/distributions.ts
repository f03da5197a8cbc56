import type { Scale } from '../../space/domain';

/** One of the words `distribution` may say, as `schema.json` of wandb/sweeps defines it. */
export interface Distribution {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly shape: 'constant' | 'choices' | 'integer' | 'uniform' | 'normal' | 'beta';
  readonly scale: Scale;
  readonly bounds: 'values' | 'exponents';
  /** `inv_log_uniform` draws exp(−U): its exponents count downwards. */
  readonly negatedExponents: boolean;
  /** Rounded to a multiple of `q`, which is 1.0 unless given. */
  readonly quantised: boolean;
}

function distribution(
  name: string,
  shape: Distribution['shape'],
  required: readonly string[],
  optional: readonly string[] = [],
  bounds: Distribution['bounds'] = 'values',
): Distribution {
  const quantised = name.startsWith('q_');
  return {
    name,
    shape,
    required,
    optional: quantised ? [...optional, 'q'] : optional,
    scale: name.includes('log') ? 'log' : 'linear',
    bounds,
    negatedExponents: name === 'inv_log_uniform',
    quantised,
  };
}

const interval = ['min', 'max'];
const moments = ['mu', 'sigma'];
const shapes = ['a', 'b'];

const all: readonly Distribution[] = [
  distribution('constant', 'constant', ['value']),
  distribution('categorical', 'choices', ['values']),
  distribution('categorical_w_probabilities', 'choices', ['values', 'probabilities']),
  distribution('int_uniform', 'integer', interval),
  distribution('uniform', 'uniform', interval),
  distribution('q_uniform', 'uniform', interval),
  distribution('log_uniform_values', 'uniform', interval),
  distribution('q_log_uniform_values', 'uniform', interval),
  distribution('inv_log_uniform_values', 'uniform', interval),
  distribution('log_uniform', 'uniform', interval, [], 'exponents'),
  distribution('q_log_uniform', 'uniform', interval, [], 'exponents'),
  distribution('inv_log_uniform', 'uniform', interval, [], 'exponents'),
  distribution('normal', 'normal', [], moments),
  distribution('q_normal', 'normal', [], moments),
  distribution('log_normal', 'normal', [], moments),
  distribution('q_log_normal', 'normal', [], moments),
  distribution('beta', 'beta', [], shapes),
  distribution('q_beta', 'beta', [], shapes),
];

export const distributions: ReadonlyMap<string, Distribution> = new Map(all.map(each => [each.name, each]));

export function allowedKeys({ required, optional }: Distribution): string[] {
  return [...required, ...optional];
}

/** Every key any distribution knows. */
export const distributionKeys: ReadonlySet<string> = new Set([...all.flatMap(allowedKeys), 'distribution']);

/** Whether a declaration with these keys, `distribution` aside, would be accepted under the distribution. */
export function accepts(candidate: Distribution, keys: readonly string[]): boolean {
  const allowed = allowedKeys(candidate);
  return keys.every(key => allowed.includes(key)) && candidate.required.every(key => keys.includes(key));
}
