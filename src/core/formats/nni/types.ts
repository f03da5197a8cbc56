/** The types of `common_search_space_types`, `nni/common/hpo_utils/validation.py`. */
export const nniTypes = [
  'choice',
  'randint',
  'uniform',
  'quniform',
  'loguniform',
  'qloguniform',
  'normal',
  'qnormal',
  'lognormal',
  'qlognormal',
] as const;

export type NniType = (typeof nniTypes)[number];

/** Types of architecture search before NNI 3 and of OpEvo, which the tuners for hyperparameters do not draw from. */
export const legacyTypes: readonly string[] = ['layer_choice', 'input_choice', 'mutable_layer', 'factor'];

export function asNniType(word: string): NniType | undefined {
  return nniTypes.find(type => type === word);
}

export function isLogarithmic(type: NniType): boolean {
  return type.includes('log');
}

export function isNormal(type: NniType): boolean {
  return type.includes('normal');
}

export function isQuantised(type: NniType): boolean {
  return type.startsWith('q');
}

/** How many values `_value` has; any number for a choice. */
export function arity(type: NniType): number | undefined {
  return type === 'choice' ? undefined : isQuantised(type) ? 3 : 2;
}
