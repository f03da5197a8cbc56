/** A type of hyperparameter in a serialized space (`ConfigSpace/read_and_write/dictionary.py`, version 1.2). */
export interface HyperparameterType {
  readonly name: string;
  readonly shape: 'uniform' | 'normal' | 'beta' | 'categorical' | 'ordinal' | 'constant';
  readonly number?: 'float' | 'integer';
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const bounds = ['lower', 'upper'];

function numeric(
  shape: 'uniform' | 'normal' | 'beta',
  suffix: 'float' | 'int',
  more: readonly string[],
): HyperparameterType {
  return {
    name: `${shape}_${suffix}`,
    shape,
    number: suffix === 'int' ? 'integer' : 'float',
    required: [...more, ...bounds],
    optional: ['default_value', 'log', 'meta'],
  };
}

const all: readonly HyperparameterType[] = [
  numeric('uniform', 'float', []),
  numeric('uniform', 'int', []),
  numeric('normal', 'float', ['mu', 'sigma']),
  numeric('normal', 'int', ['mu', 'sigma']),
  numeric('beta', 'float', ['alpha', 'beta']),
  numeric('beta', 'int', ['alpha', 'beta']),
  {
    name: 'categorical',
    shape: 'categorical',
    required: ['choices'],
    optional: ['weights', 'default_value', 'meta'],
  },
  { name: 'ordinal', shape: 'ordinal', required: ['sequence'], optional: ['default_value', 'meta'] },
  { name: 'constant', shape: 'constant', required: ['value'], optional: ['meta'] },
];

export const hyperparameterTypes: ReadonlyMap<string, HyperparameterType> = new Map(
  all.map(type => [type.name, type]),
);
