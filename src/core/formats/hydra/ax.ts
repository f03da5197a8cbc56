import * as l10n from '@vscode/l10n';
import { constantDomain, categoricalDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { Declared, Domain } from '../../space/domain';
import type { Objective, Parameter } from '../../space/searchSpace';
import { nodeValue } from '../../text/scalars';
import {
  child,
  entry,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  type SourceNode,
} from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { missingField, wrongValue } from '../rules';
import { readParams, undeclared } from './params';
import type { Setup } from './setup';
import { checkAxTypes } from './sweepChecks';
import type { Sweeper } from './sweeper';

/** `hydra.sweeper` of hydra-ax-sweeper: overrides under `params`, Ax's own words under `ax_config.params`. */
export function readAx(reader: FieldReader, sweeper: Sweeper): Setup {
  const [params, own] = [sweeper.at('params'), sweeper.at('ax_config', 'params')];
  const overrides =
    params?.value.kind === 'map' ? readParams(reader, params.value, { engine: 'ax', grid: false }) : [];
  const declared = own?.value.kind === 'map' ? own.value.entries.map(at => readEntry(reader, at)) : [];
  const taken = new Set(overrides.map(({ name }) => name));
  const trials = reader.numberThat(
    entry(sweeper.at('ax_config')?.value, 'max_trials'),
    value => Number.isInteger(value) && value > 0,
    l10n.t('a whole number from 1 on'),
  );
  return {
    parameters: [...declared.filter(({ name }) => !taken.has(name)), ...overrides],
    objective: readObjective(reader, sweeper.at('ax_config', 'experiment')?.value),
    method: { name: 'Ax', family: 'bayesian', range: sweeper.engineRange },
    budget: { trials },
    range: (own ?? params)?.key ?? sweeper.engineRange,
  };
}

function readObjective(reader: FieldReader, experiment: SourceNode | undefined): Objective | undefined {
  const metric = child(experiment, 'objective_name');
  if (metric?.kind !== 'scalar') return undefined;
  const minimize = child(experiment, 'minimize');
  const maximizes = minimize?.kind === 'scalar' && reader.value(minimize) === false;
  return {
    metric: metric.text,
    goal: maximizes ? 'maximize' : 'minimize',
    metricRange: metric.range,
    goalRange: minimize?.range,
  };
}

const types = ['range', 'choice', 'fixed'] as const;

function readEntry(reader: FieldReader, at: MapEntry): Parameter {
  const { key, value: map } = at;
  const parameter = key.text;
  if (map.kind !== 'map') {
    reader.report(wrongValue, key.range, l10n.t('`{0}` must be a mapping with a `type`.', parameter), {
      parameter,
    });
    return undeclared(at);
  }
  const type = reader.oneOf(reader.required(map, 'type', key.range, parameter), types, { parameter });
  switch (type) {
    case undefined:
      return undeclared(at);
    case 'range':
      return readRange(reader, at, map);
    case 'choice':
      return readChoice(reader, at, map);
    case 'fixed': {
      const value = reader.required(map, 'value', key.range, parameter);
      const domain = value && constantDomain(nodeValue(value.value, reader.dialect));
      return whole(at, map, { ...plain, notation: 'fixed', type: 'constant' }, domain);
    }
  }
}

const plain = { scale: 'linear', bounds: 'values' } as const;

function readRange(reader: FieldReader, at: MapEntry, map: MapNode): Parameter {
  const parameter = at.key.text;
  const bounds = reader.required(map, 'bounds', at.key.range, parameter);
  const pair = bounds?.value.kind === 'list' ? bounds.value.items : [];
  const [low, high] = pair.map(node => reader.number(bounds && { ...bounds, value: node }, parameter));
  const logNode = entry(map, 'log_scale')?.value;
  const log = logNode?.kind === 'scalar' && reader.value(logNode) === true;
  if (bounds && pair.length !== 2) {
    const message = l10n.t('`bounds` must be a list of two numbers.');
    reader.report(wrongValue, bounds.value.range, message, { parameter });
  }
  const type = pair.every(isWhole) ? 'integer' : 'float';
  const scale = log ? 'log' : 'linear';
  const declared: Declared = {
    notation: 'range',
    type,
    scale,
    bounds: 'values',
    low: low?.value,
    high: high?.value,
  };
  const domain = low && high && numericDomain({ type, low: low.value, high: high.value, scale });
  const tokens = { low: pair[0]?.range, high: pair[1]?.range };
  return whole(at, map, declared, domain, pair.length === 2 ? tokens : {});
}

/** Python's `int`, which a `1.0` in the file is not. */
function isWhole(node: SourceNode): boolean {
  return node.kind === 'scalar' && isInt(node);
}

function isInt({ text }: ScalarNode): boolean {
  return /^[-+]?[\d_]+$/.test(text);
}

function readChoice(reader: FieldReader, at: MapEntry, map: MapNode): Parameter {
  const parameter = at.key.text;
  const values = reader.required(map, 'values', at.key.range, parameter);
  if (values?.value.kind !== 'list') {
    if (values) {
      reader.report(missingField, values.key.range, l10n.t('`values` must be a list.'), { parameter });
    }
    return undeclared(at);
  }
  const choices = values.value.items.map(item => ({
    value: nodeValue(item, reader.dialect),
    range: item.range,
  }));
  const ordered = choices.every(({ value }) => typeof value === 'number');
  const declared: Declared = {
    ...plain,
    notation: 'choice',
    type: ordered ? 'ordinal' : 'categorical',
    choices,
  };
  const domain = ordered ? ordinalDomain(choices) : categoricalDomain(choices);
  const read = whole(at, map, declared, domain, { choices: values.value.range });
  checkAxTypes(reader, read);
  return read;
}

function whole(
  { key, range }: MapEntry,
  map: MapNode,
  declared: Declared,
  domain: Domain | undefined,
  more: Partial<Parameter['tokens']> = {},
): Parameter {
  const tokens = { name: key.range, declaration: range, notation: entry(map, 'type')?.value.range, ...more };
  return { name: key.text, declared, domain, tokens };
}
