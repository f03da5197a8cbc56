import type { MethodFamily } from '../../space/searchSpace';
import { nniTypes, type NniType } from './types';

/** A built-in algorithm and what it can draw from. */
export interface KnownTuner {
  /** As `registered_algorithms.yml` spells it. */
  readonly name: string;
  readonly family: MethodFamily;
  readonly types: readonly NniType[];
  /** Whether choices may be text; the models of some need a distance between them. */
  readonly textChoices: boolean;
  /** Whether it samples nested spaces. */
  readonly nested: boolean;
}

const numeric: readonly NniType[] = ['choice', 'randint', 'uniform', 'quniform', 'loguniform', 'qloguniform'];
const withoutNesting = { nested: false, textChoices: true };
const numbersOnly = { nested: false, textChoices: false };

/** "Search Space Types Supported by Each Tuner", docs/source/hpo/search_space.rst, and the tuners' own checks. */
const tuners: readonly KnownTuner[] = [
  tuner('TPE', 'parzen'),
  tuner('Random', 'random'),
  tuner('Anneal', 'other'),
  tuner('Evolution', 'evolution'),
  tuner('SMAC', 'bayesian', {
    types: ['choice', 'randint', 'uniform', 'quniform', 'loguniform'],
    ...withoutNesting,
  }),
  tuner('BatchTuner', 'other', { types: ['choice'], ...withoutNesting }),
  tuner('GridSearch', 'grid'),
  tuner('Hyperband', 'hyperband', withoutNesting),
  tuner('BOHB', 'hyperband', withoutNesting),
  tuner('MetisTuner', 'bayesian', { types: ['choice', 'randint', 'uniform', 'quniform'], ...numbersOnly }),
  tuner('GPTuner', 'bayesian', { types: numeric, ...numbersOnly }),
  tuner('DNGOTuner', 'bayesian', { types: numeric, ...numbersOnly }),
  tuner('PBTTuner', 'population'),
  tuner('PPOTuner', 'other'),
  tuner('RegularizedEvolutionTuner', 'evolution'),
  tuner('NetworkMorphism', 'other'),
];

export const tunerNames: readonly string[] = tuners.map(({ name }) => name);

/** In any case, with or without the word "tuner" at the end. */
export function knownTuner(name: string): KnownTuner | undefined {
  return tuners.find(known => bare(known.name) === bare(name));
}

function bare(name: string): string {
  return name.toLowerCase().replace(/tuner$/, '');
}

function tuner(name: string, family: MethodFamily, limits: Partial<KnownTuner> = {}): KnownTuner {
  return { name, family, types: nniTypes, textChoices: true, nested: true, ...limits };
}
