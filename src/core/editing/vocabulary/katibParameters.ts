import * as l10n from '@vscode/l10n';
import { feasibleSpaceFields, parameterFields } from '../../formats/katib/checks/names';
import {
  distributions,
  parameterTypes,
  type Distribution,
  type ParameterType,
} from '../../formats/katib/parameterSpec';
import {
  any,
  fields,
  list,
  map,
  text,
  variantWords,
  word,
  type Field,
  type Sample,
  type Shape,
} from '../shape';
import { stop, type Template } from '../template';
import { usualParameters, type UsualParameter } from './usualParameters';

/** The list of parameters. */
export function katibParameters(): Shape {
  const meanings = typeMeanings();
  const variants = {
    by: 'parameterType',
    all: parameterTypes.map(type => ({
      word: { word: type, meaning: meanings[type] },
      fields: [feasibleSpace(type)],
    })),
  };
  const common = fields(
    parameterFields.filter(key => key !== 'feasibleSpace'),
    {
      name: { meaning: l10n.t('What the parameter is called; trialParameters refer to it.'), shape: text },
      parameterType: { meaning: l10n.t('What its values are.'), shape: word(variantWords(variants)) },
    },
  );
  return list(map(common, { variants }), { samples: samples() });
}

function typeMeanings(): Readonly<Record<ParameterType, string>> {
  return {
    double: l10n.t('A real number between min and max.'),
    int: l10n.t('A whole number between min and max.'),
    discrete: l10n.t('One of a list of numbers, written in quotes.'),
    categorical: l10n.t('One of a list of texts.'),
  };
}

function feasibleSpace(type: ParameterType): Field {
  const isNumeric = type === 'double' || type === 'int';
  const taken = feasibleSpaceFields.filter(key => (key === 'list') !== isNumeric);
  return {
    key: 'feasibleSpace',
    meaning: isNumeric
      ? l10n.t('The bounds, in quotes, and how to draw between them.')
      : l10n.t('The list of values.'),
    shape: map(spaceFields(taken)),
    template: isNumeric ? { min: stop('0.1'), max: stop('1.0') } : { list: [stop('a'), stop('b')] },
  };
}

function spaceFields(keys: readonly string[]): Field[] {
  const bound: Template = stop('1');
  return fields(keys, {
    min: { meaning: l10n.t('The lower bound, included, in quotes.'), shape: text, template: bound },
    max: { meaning: l10n.t('The upper bound, included, in quotes.'), shape: text, template: bound },
    step: {
      meaning: l10n.t('The distance between values, in quotes; a grid needs it for every double.'),
      shape: text,
      template: bound,
    },
    list: { meaning: l10n.t('The values to choose from, in quotes.'), shape: list(any) },
    distribution: {
      meaning: l10n.t('How values are drawn between the bounds; uniform unless given.'),
      shape: word(distributions.map(name => ({ word: name, meaning: distributionMeanings()[name] }))),
    },
  });
}

function distributionMeanings(): Readonly<Record<Distribution, string>> {
  return {
    uniform: l10n.t('All values are equally likely.'),
    logUniform: l10n.t('The logarithm is uniform: each decade is equally likely. Right for learning rates.'),
    normal: l10n.t('Around the middle of the bounds, which lie three standard deviations away.'),
    logNormal: l10n.t('The logarithm is normal around the middle of the bounds.'),
  };
}

function samples(): Sample[] {
  return usualParameters().map(usual => ({ label: usual.label, template: declare(usual) }));
}

function declare({ name, domain }: UsualParameter): Template {
  const head = { name: stop(name.replaceAll('_', '-')) };
  if (domain.kind === 'choice') {
    const parameterType = domain.values.every(value => typeof value === 'number')
      ? 'discrete'
      : 'categorical';
    const values = domain.values.map(value => stop(String(value)));
    return { ...head, parameterType, feasibleSpace: { list: values } };
  }
  const bounds = { min: stop(decimal(domain.low)), max: stop(decimal(domain.high)) };
  const feasibleSpace = domain.kind === 'logUniform' ? { ...bounds, distribution: 'logUniform' } : bounds;
  return { ...head, parameterType: domain.kind === 'integer' ? 'int' : 'double', feasibleSpace };
}

function decimal(value: number): string {
  return value === 0 ? '0' : value.toFixed(10).replace(/\.?0+$/, '');
}
