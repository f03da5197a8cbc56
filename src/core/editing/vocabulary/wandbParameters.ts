import * as l10n from '@vscode/l10n';
import { allowedKeys, distributions } from '../../formats/wandb/distributions';
import {
  any,
  fields,
  list,
  map,
  number,
  word,
  variantWords,
  type Field,
  type MapShape,
  type Variant,
} from '../shape';
import { stop, type Template } from '../template';
import { usualSamples, type UsualParameter } from './usualParameters';
import { wandbDistributionMeanings } from './wandbDistributions';

/** The block of parameters; a group of parameters holds such a block in its turn. */
export function wandbParameters(): MapShape {
  const meanings = wandbDistributionMeanings();
  const all: readonly Variant[] = [
    ...[...distributions.values()].map(distribution => ({
      word: { word: distribution.name, meaning: meanings[distribution.name] ?? '' },
      fields: keyFields(allowedKeys(distribution), distribution.bounds === 'exponents'),
    })),
    {
      fields: [
        {
          key: 'parameters',
          meaning: l10n.t('Makes this a group: parameters of its own, nested under this name.'),
          get shape() {
            return block;
          },
        },
      ],
    },
  ];
  const variants = { by: 'distribution', all };
  const distribution: Field = {
    key: 'distribution',
    meaning: l10n.t('How values are drawn; W&B infers it from the other keys where it is not written.'),
    shape: word(variantWords(variants)),
  };
  const block: MapShape = map([], {
    members: {
      shape: map([distribution], { variants, open: true }),
      samples: usualSamples(declare),
    },
  });
  return block;
}

function keyFields(keys: readonly string[], exponents: boolean): Field[] {
  return fields(keys, {
    value: { meaning: l10n.t('The one value that every run gets.'), shape: any },
    values: {
      meaning: l10n.t('The values to choose from, all equally likely.'),
      shape: list(any, { open: true }),
    },
    probabilities: {
      meaning: l10n.t('How likely each of the values is; they add up to 1.'),
      shape: list(number),
    },
    min: exponents
      ? { meaning: l10n.t('The lower bound as an exponent of e: −7 stands for 0.0009.'), shape: number }
      : { meaning: l10n.t('The lower bound, included.'), shape: number },
    max: exponents
      ? { meaning: l10n.t('The upper bound as an exponent of e: 0 stands for 1.'), shape: number }
      : { meaning: l10n.t('The upper bound, included.'), shape: number },
    mu: {
      meaning: l10n.t('The mean, of the logarithm for log-normal kinds; 0 unless given.'),
      shape: number,
    },
    sigma: {
      meaning: l10n.t('The standard deviation, of the logarithm for log-normal kinds; 1 unless given.'),
      shape: number,
    },
    a: {
      meaning: l10n.t('The first shape parameter of the beta distribution, α; 1 unless given.'),
      shape: number,
    },
    b: {
      meaning: l10n.t('The second shape parameter of the beta distribution, β; 1 unless given.'),
      shape: number,
    },
    q: { meaning: l10n.t('Draws are rounded to multiples of q; 1 unless given.'), shape: number },
  });
}

function declare({ domain }: UsualParameter): Template {
  switch (domain.kind) {
    case 'choice':
      return { values: domain.values.map(stop) };
    case 'logUniform':
      return { distribution: 'log_uniform_values', min: stop(domain.low), max: stop(domain.high) };
    case 'uniform':
      return { distribution: 'uniform', min: stop(domain.low), max: stop(domain.high) };
    case 'integer':
      return { distribution: 'int_uniform', min: stop(domain.low), max: stop(domain.high) };
  }
}
