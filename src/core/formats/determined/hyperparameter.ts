import * as l10n from '@vscode/l10n';
import type { Declared, Domain } from '../../space/domain';
import { categoricalDomain, constantDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { nodeValue } from '../../text/scalars';
import { entry, type MapEntry, type MapNode, type SourceNode } from '../../text/source';
import { written, type FieldReader } from '../fieldReader';
import { methodDomain, wrongValue } from '../rules';
import type { UniqueNames } from '../uniqueNames';
import { gridDomain } from './grid';
import { drawnInterval, type NumericType } from './interval';

export const types = ['int', 'double', 'log', 'categorical', 'const'] as const;

/** What reading a hyperparameter needs to know of the experiment. */
export interface Context {
  readonly reader: FieldReader;
  /** A grid tries `count` values of an interval; other searchers draw from all of it. */
  readonly isGrid: boolean;
  readonly taken: UniqueNames;
}

interface Content {
  readonly declared: Declared;
  readonly domain?: Domain | undefined;
}

/** The hyperparameters of a mapping, nested ones under dotted names; what is no mapping with a `type` is a constant. */
export function readHyperparameters(context: Context, map: MapNode, prefix = ''): Parameter[] {
  const last = new Map(map.entries.map(at => [at.key.text, at]));
  return [...last.values()].flatMap(at => readEntry(context, at, prefix + at.key.text));
}

function readEntry(context: Context, at: MapEntry, path: string): Parameter[] {
  const { value: node } = at;
  if (node.kind === 'map' && entry(node, 'type') === undefined) {
    return readHyperparameters(context, node, `${path}.`);
  }
  if (node.kind === 'list' && node.items.some(isTyped)) {
    return node.items.flatMap((item, index) =>
      readEntry(context, { key: at.key, value: item, range: item.range }, `${path}.${index}`),
    );
  }
  const name = context.taken.take(path);
  const token = (key: string) => entry(node, key)?.value.range;
  const tokens = {
    name: at.key.range,
    declaration: at.range,
    notation: token('type'),
    low: token('minval'),
    high: token('maxval'),
    choices: token('vals'),
  };
  return [{ name, ...readContent(context, node, at, name), tokens }];
}

function isTyped(node: SourceNode): boolean {
  return entry(node, 'type') !== undefined;
}

const constant = { notation: '', type: 'constant', scale: 'linear', bounds: 'values' } as const;
const unread = { notation: '', type: 'categorical', scale: 'linear', bounds: 'values' } as const;

function readContent(context: Context, node: SourceNode, at: MapEntry, name: string): Content {
  const { reader } = context;
  if (node.kind !== 'map') {
    return { declared: constant, domain: constantDomain(nodeValue(node, reader.dialect)) };
  }
  const type = reader.oneOf(entry(node, 'type'), types, { parameter: name });
  switch (type) {
    case undefined:
      return { declared: unread };
    case 'const': {
      reader.onlyKnown(node, ['type', 'val'], name);
      const value = reader.required(node, 'val', at.key.range, name)?.value;
      return {
        declared: { ...constant, notation: type },
        domain: value && constantDomain(nodeValue(value, reader.dialect)),
      };
    }
    case 'categorical':
      return readCategories(reader, node, at, name);
    case 'int':
    case 'double':
    case 'log':
      return readInterval(context, node, at, name, type);
  }
}

function readCategories(reader: FieldReader, node: MapNode, at: MapEntry, name: string): Content {
  reader.onlyKnown(node, ['type', 'vals'], name);
  const vals = reader.required(node, 'vals', at.key.range, name);
  const declared = { ...unread, notation: 'categorical' };
  if (vals === undefined) return { declared };
  if (vals.value.kind !== 'list') {
    const range = written(vals.value.range) ? vals.value.range : vals.key.range;
    reader.report(wrongValue, range, l10n.t('`vals` must be a list.'), { parameter: name });
    return { declared };
  }
  const choices = vals.value.items.map(item => ({
    value: nodeValue(item, reader.dialect),
    range: item.range,
  }));
  return { declared: { ...declared, choices }, domain: categoricalDomain(choices) };
}

function readInterval(
  { reader, isGrid }: Context,
  node: MapNode,
  at: MapEntry,
  name: string,
  type: NumericType,
): Content {
  const own = type === 'log' ? ['minval', 'maxval', 'base'] : ['minval', 'maxval'];
  reader.onlyKnown(node, ['type', ...own, 'count'], name);
  for (const key of own) reader.required(node, key, at.key.range, name);
  const low = reader.number(entry(node, 'minval'), name)?.value;
  const high = reader.number(entry(node, 'maxval'), name)?.value;
  const base = reader.numberThat(
    type === 'log' ? entry(node, 'base') : undefined,
    value => value > 0,
    l10n.t('above 0'),
    name,
  )?.value;
  const count = reader.numberThat(
    entry(node, 'count'),
    value => Number.isInteger(value) && value >= 1,
    l10n.t('a whole number from 1 on'),
    name,
  )?.value;
  if (isGrid && entry(node, 'count') === undefined) {
    const message = l10n.t('`{0}`: Determined’s grid needs the `count` of values to try; add it.', name);
    reader.report(methodDomain, at.key.range, message, { parameter: name });
  }
  const declared: Declared = {
    notation: type,
    type: type === 'int' ? 'integer' : 'float',
    scale: type === 'log' ? 'log' : 'linear',
    bounds: type === 'log' ? 'exponents' : 'values',
    base,
    low,
    high,
  };
  if (low === undefined || high === undefined || !(low < high)) return { declared };
  if (type === 'log' && (base === undefined || !(base > 0))) return { declared };
  const interval = { type, low, high, base: base ?? NaN };
  if (!isGrid) return { declared, domain: drawnInterval(interval) };
  return { declared, domain: count === undefined ? undefined : gridDomain(interval, count) };
}
