import * as l10n from '@vscode/l10n';
import { arity, isNormal, isQuantised, nniTypes, type NniType } from '../../formats/nni/types';
import { list, map, text, variantWords, word, type Field, type MapShape } from '../shape';
import { stop, type Template } from '../template';
import { usualSamples, type UsualParameter } from './usualParameters';
import type { Vocabulary } from './vocabulary';

/** NNI search spaces, docs/source/hpo/search_space.rst of microsoft/nni. */
export const nniSpaceVocabulary: Vocabulary = {
  root: () => nniSpace(),
  dialect: isJson => (isJson ? 'json' : 'pyyaml'),
};

/** A space whose choices may hold spaces in their turn. */
export function nniSpace(): MapShape {
  const name = {
    key: '_name',
    meaning: l10n.t('What this choice is called; the trial receives it.'),
    shape: text,
  };
  const nested: MapShape = space([name], () => nested);
  return space([], () => nested);
}

/** @param own keys that stand among the parameters. */
function space(own: readonly Field[], nested: () => MapShape): MapShape {
  const meanings = typeMeanings();
  const variants = {
    by: '_type',
    all: nniTypes.map(type => ({
      word: { word: type, meaning: meanings[type] },
      fields: [valueField(type, nested)],
    })),
  };
  const type: Field = {
    key: '_type',
    meaning: l10n.t('How values are drawn.'),
    shape: word(variantWords(variants)),
  };
  return map(own, {
    open: own.length > 0,
    members: {
      shape: map([type], { variants, open: true }),
      samples: usualSamples(declare),
    },
  });
}

function typeMeanings(): Readonly<Record<NniType, string>> {
  return {
    choice: l10n.t('One of a list of values; a value with _name may hold parameters of its own.'),
    randint: l10n.t('A whole number from the first bound up to, but not including, the second.'),
    uniform: l10n.t('A number between two bounds, all equally likely.'),
    quniform: l10n.t('A uniform draw rounded to a multiple of q and kept within the bounds.'),
    loguniform: l10n.t(
      'A number between two bounds whose logarithm is uniform: each decade is equally likely.',
    ),
    qloguniform: l10n.t('A log-uniform draw rounded to a multiple of q and kept within the bounds.'),
    normal: l10n.t('A normal draw around mu, without bounds.'),
    qnormal: l10n.t('A normal draw around mu, rounded to a multiple of q.'),
    lognormal: l10n.t('A positive number whose logarithm is normal around mu.'),
    qlognormal: l10n.t('A positive number whose logarithm is normal around mu, rounded to a multiple of q.'),
  };
}

function valueField(type: NniType, nested: () => MapShape): Field {
  const key = '_value';
  if (type === 'choice') {
    const meaning = l10n.t('The values to choose from.');
    return {
      key,
      meaning,
      get shape() {
        return list(nested(), { open: true });
      },
      template: [stop('a'), stop('b')],
    };
  }
  const meaning = isNormal(type)
    ? isQuantised(type)
      ? l10n.t('Mean, standard deviation and q.')
      : l10n.t('Mean and standard deviation.')
    : isQuantised(type)
      ? l10n.t('Lower bound, upper bound and q.')
      : type === 'randint'
        ? l10n.t('Lower bound, and the upper bound, which is never drawn.')
        : l10n.t('Lower and upper bound.');
  return { key, meaning, shape: { kind: 'tuple', template: numbers(type) } };
}

/** Numbers that show the order. */
function numbers(type: NniType): Template {
  const samples = isNormal(type) ? [0, 1, 0.5] : type === 'randint' ? [1, 10] : [0.1, 1, 0.1];
  return samples.slice(0, arity(type)).map(stop);
}

function declare({ domain }: UsualParameter): Template {
  switch (domain.kind) {
    case 'choice':
      return { _type: 'choice', _value: domain.values.map(stop) };
    case 'logUniform':
      return { _type: 'loguniform', _value: [stop(domain.low), stop(domain.high)] };
    case 'uniform':
      return { _type: 'uniform', _value: [stop(domain.low), stop(domain.high)] };
    case 'integer':
      return { _type: 'randint', _value: [stop(domain.low), stop(domain.high + 1)] };
  }
}
