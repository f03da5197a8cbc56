import * as l10n from '@vscode/l10n';
import { categoricalDomain, constantDomain } from '../../space/domains';
import type { Declared, Domain } from '../../space/domain';
import type { Parameter } from '../../space/searchSpace';
import { entry, type MapEntry, type MapNode, type SourceNode } from '../../text/source';
import { meantValue, misreadChoices } from '../pyYamlScalars';
import { readChoices } from './choices';
import type { Distribution } from './distributions';
import { drawnFrom, drawsIntegers, type Numbers } from './drawn';
import { distributionOf } from './infer';
import { numberField } from './numberField';
import { checkNumbers } from './parameterNumbers';
import { checkKeys } from './parameterKeys';
import { fix, tool, type Reading } from './reading';
import { bareParameter, constantList } from './rules';

/** One declared parameter: `name: {…}`. */
export function readParameter(reading: Reading, at: MapEntry, map: MapNode, name: string): Parameter {
  const stated = distributionOf(reading, map, name);
  if (stated === undefined) {
    const message = l10n.t(
      '`{0}` says nothing to draw from; give it `values`, `value`, or `min` and `max`.',
      name,
    );
    reading.report(bareParameter, at.key.range, message, { parameter: name });
    return undeclared(at, name);
  }
  const distribution = checkKeys(reading, map, stated, name, at.key.range);
  const token = (key: string) => entry(map, key)?.value.range;
  const tokens = {
    name: at.key.range,
    declaration: at.range,
    notation: token('distribution'),
    low: token('min'),
    high: token('max'),
    step: token('q'),
    choices: token('values'),
  };
  const { declared, domain } = content(reading, map, distribution, at, name);
  return { name, declared, domain, tokens };
}

/** A parameter of which only the name is known. */
export function undeclared(at: MapEntry, name: string): Parameter {
  const declared = { notation: '', type: 'categorical', scale: 'linear', bounds: 'values' } as const;
  return { name, declared, tokens: { name: at.key.range, declaration: at.range } };
}

interface Content {
  readonly declared: Declared;
  readonly domain: Domain | undefined;
}

function content(
  reading: Reading,
  map: MapNode,
  distribution: Distribution,
  at: MapEntry,
  name: string,
): Content {
  const notation = entry(map, 'distribution') === undefined ? '' : distribution.name;
  const { scale, bounds } = distribution;
  switch (distribution.shape) {
    case 'constant': {
      const value = entry(map, 'value');
      const domain = value && constant(reading, map, value, name);
      return { declared: { notation, type: 'constant', scale, bounds }, domain };
    }
    case 'choices': {
      const choices = readChoices(reading, map, name);
      const values = entry(map, 'values')?.value;
      if (choices === undefined && values?.kind === 'scalar') {
        const domain = constantDomain(meantValue(values));
        return { declared: { notation, type: 'constant', scale, bounds }, domain };
      }
      const declared = { notation, type: 'categorical', scale, bounds, choices } as const;
      return { declared, domain: choices && categoricalDomain(choices) };
    }
    case 'integer':
    case 'uniform':
    case 'normal':
    case 'beta': {
      const numbers = readNumbers(reading, map, name);
      const domain = drawnFrom(distribution, numbers);
      checkNumbers(reading, distribution, numbers, domain, { at, map, name, notation });
      return { declared: numericDeclared(distribution, numbers, notation), domain };
    }
  }
}

function numericDeclared(distribution: Distribution, numbers: Numbers, notation: string): Declared {
  const { scale, bounds, shape } = distribution;
  const { min, max, q, mu, sigma } = numbers;
  const type = drawsIntegers(distribution, numbers) ? 'integer' : 'float';
  const step = q?.value;
  if (shape === 'normal') {
    const [mean, standardDeviation] = [mu?.value ?? 0, sigma?.value ?? 1];
    return { notation, type, scale, bounds, step, mean, standardDeviation };
  }
  return { notation, type, scale, bounds, step, low: min?.value, high: max?.value };
}

function readNumbers(reading: Reading, map: MapNode, name: string): Numbers {
  const field = (key: string) => numberField(reading, map, key, name);
  return {
    min: field('min'),
    max: field('max'),
    q: field('q'),
    mu: field('mu'),
    sigma: field('sigma'),
    a: field('a'),
    b: field('b'),
  };
}

function constant(reading: Reading, map: MapNode, { key, value }: MapEntry, parameter: string): Domain {
  reading.findings.push(...misreadChoices(value, tool, parameter));
  if (value.kind === 'list' && value.items.length > 1 && value.items.every(isScalar)) {
    const message = l10n.t(
      '`{0}`: `value` with a list is one constant, the whole list; to choose between its {1} items write `values`.',
      parameter,
      value.items.length,
    );
    const edit = { range: key.range, newText: reading.word('values') };
    const isFree = entry(map, 'distribution') === undefined;
    reading.report(constantList, key.range, message, {
      parameter,
      fixes: [isFree ? fix(l10n.t('Write it as values'), edit, false) : undefined],
    });
  }
  return constantDomain(meantValue(value));
}

function isScalar({ kind }: SourceNode): boolean {
  return kind === 'scalar';
}
