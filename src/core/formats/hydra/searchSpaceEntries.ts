import * as l10n from '@vscode/l10n';
import type { Declared, Domain } from '../../space/domain';
import { categoricalDomain, numericDomain } from '../../space/domains';
import type { Method, Parameter } from '../../space/searchSpace';
import { nodeValue } from '../../text/scalars';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { methodDomain, missingField, wrongValue } from '../rules';
import { convertFix } from './convert';
import type { Drawer } from './drawn';
import { gridLevels, listedDomain } from './levels';
import { undeclared } from './params';
import { choiceType, deprecatedSpace } from './rules';
import { checkLastLevel } from './sweepChecks';
import type { Sweeper } from './sweeper';

/** The entries of `search_space`, which `params` took the place of in version 1.2 of the Optuna sweeper. */
export function readOldSpace(reader: FieldReader, sweeper: Sweeper, by: Drawer, method: Method): Parameter[] {
  const space = sweeper.at('search_space');
  if (space?.value.kind !== 'map' || space.value.entries.length === 0) return [];
  const isSuperseded = sweeper.at('params')?.value.kind === 'map';
  const message = isSuperseded
    ? l10n.t('`search_space` is ignored, since `params` is there as well; remove it.')
    : l10n.t(
        '`search_space` is deprecated since version 1.2 of the Optuna sweeper and gone from the next; write `params`.',
      );
  const fixes = isSuperseded ? [] : [convertFix(reader, space.key, space.value)];
  reader.report(deprecatedSpace, space.key, message, { fixes });
  if (isSuperseded) return [];
  return space.value.entries.map(at => readEntry(reader, at, by, method));
}

const types = ['float', 'int', 'categorical'] as const;

function readEntry(reader: FieldReader, at: MapEntry, by: Drawer, method: Method): Parameter {
  const { key, value: map } = at;
  const parameter = key.text;
  if (map.kind !== 'map') {
    const message = l10n.t('`{0}` must be a mapping with a `type`.', parameter);
    reader.report(wrongValue, key.range, message, { parameter });
    return undeclared(at);
  }
  reader.onlyKnown(map, ['type', 'choices', 'low', 'high', 'log', 'step'], parameter);
  const type = reader.oneOf(reader.required(map, 'type', key.range, parameter), types, { parameter });
  switch (type) {
    case undefined:
      return undeclared(at);
    case 'categorical':
      return categorical(reader, at, map);
    case 'int':
    case 'float':
      return numeric(reader, at, map, type === 'int' ? 'integer' : 'float', by, method);
  }
}

function categorical(reader: FieldReader, at: MapEntry, map: MapNode): Parameter {
  const parameter = at.key.text;
  const list = entry(map, 'choices')?.value;
  if (list?.kind !== 'list') {
    reader.report(
      missingField,
      entry(map, 'type')?.value.range ?? at.key.range,
      l10n.t('`{0}` needs a list under `choices`.', parameter),
      { parameter },
    );
    return undeclared(at);
  }
  const choices = list.items.map(item => ({ value: nodeValue(item, reader.dialect), range: item.range }));
  const odd = list.items.find(({ kind }) => kind !== 'scalar');
  if (odd) {
    const message = l10n.t(
      '`{0}`: Optuna stores choices that are text, numbers or truth values; a list as a choice can be written in `params`, as `choice([…], […])`.',
      parameter,
    );
    reader.report(choiceType, odd.range, message, { parameter });
  }
  const declared: Declared = {
    notation: 'categorical',
    type: 'categorical',
    scale: 'linear',
    bounds: 'values',
    choices,
  };
  return whole(at, map, declared, categoricalDomain(choices));
}

function numeric(
  reader: FieldReader,
  at: MapEntry,
  map: MapNode,
  type: 'integer' | 'float',
  by: Drawer,
  method: Method,
): Parameter {
  const parameter = at.key.text;
  const field = (key: string) => reader.number(entry(map, key), parameter);
  const [low, high, step] = [field('low'), field('high'), field('step')];
  for (const key of ['low', 'high']) {
    if (!entry(map, key)) reader.required(map, key, at.key.range, parameter);
  }
  const logNode = entry(map, 'log')?.value;
  const log = logNode?.kind === 'scalar' && reader.value(logNode) === true;
  const cut = (x: number | undefined): number | undefined =>
    type === 'integer' && x !== undefined ? Math.trunc(x) : x;
  const declared: Declared = {
    notation: type === 'integer' ? 'int' : 'float',
    type,
    scale: log ? 'log' : 'linear',
    bounds: 'values',
    low: low?.value,
    high: high?.value,
    step: log ? undefined : step?.value,
  };
  const [from, to, size] = [cut(low?.value), cut(high?.value), log ? undefined : cut(step?.value)];
  if (from === undefined || to === undefined) return whole(at, map, declared, undefined);
  if (by.grid && (log || (type === 'float' && size === undefined))) {
    const message = l10n.t(
      '`{0}`: a GridSampler lists its values, and here are none to list; give a `step`.',
      parameter,
    );
    reader.report(methodDomain, at.key.range, message, {
      parameter,
      related: [{ message: l10n.t('The sampler'), range: method.range }],
    });
    return whole(at, map, declared, undefined);
  }
  if (!by.grid) return whole(at, map, declared, domainOf(type, from, to, log, size));
  const drawn = whole(at, map, declared, listed(from, to, size ?? 1, type));
  if (from < to) checkLastLevel(reader, drawn, to);
  return drawn;
}

function listed(low: number, high: number, size: number, type: 'integer' | 'float'): Domain | undefined {
  const levels = low <= high && size > 0 ? gridLevels(low, high, size) : undefined;
  return levels && listedDomain(levels, type);
}

function domainOf(
  type: 'integer' | 'float',
  low: number,
  high: number,
  log: boolean,
  size: number | undefined,
): Domain | undefined {
  const step = size === undefined ? undefined : ({ size, origin: 'low', clamp: true } as const);
  return numericDomain({ type, low, high, scale: log ? 'log' : 'linear', step });
}

function whole(
  { key, range }: MapEntry,
  map: MapNode,
  declared: Declared,
  domain: Domain | undefined,
): Parameter {
  const token = (name: string) => entry(map, name)?.value.range;
  return {
    name: key.text,
    declared,
    domain,
    tokens: {
      name: key.range,
      declaration: range,
      notation: token('type'),
      low: token('low'),
      high: token('high'),
      step: token('step'),
      choices: token('choices'),
    },
  };
}
