import * as l10n from '@vscode/l10n';
import type { Declared, DeclaredChoice, Domain } from '../../space/domain';
import { categoricalDomain } from '../../space/domains';
import type { Parameter, ParameterTokens } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { MapEntry, MapNode, SourceNode } from '../../text/source';
import { written, type FieldReader } from '../fieldReader';
import { declaredByKind, drawnByKind, isNormalKind, type HyperoptKind } from '../hyperoptKinds';
import { meantValue, misreadChoices } from '../pyYamlScalars';
import { exclusiveEnd, unknownField, wrongValue } from '../rules';
import { readArguments } from './arguments';
import {
  argumentNames,
  isDateKind,
  isRangeKind,
  kinds,
  oldNames,
  type ParameterKind,
  type RangeKind,
} from './kinds';
import { declaredRange, listedDomain } from './listed';
import { dates, probabilities } from './rules';

interface Content {
  readonly declared: Declared;
  readonly domain?: Domain | undefined;
  readonly tokens?: Pick<ParameterTokens, 'low' | 'high' | 'step' | 'choices'>;
}

/** `name: {kind: …, value: …}`. */
export function readParameter(reader: FieldReader, at: MapEntry): Parameter {
  const name = at.key.text;
  const node = asMap(at.value);
  const kindField = reader.required(node, 'kind', at.key.range, name);
  const kind = reader.oneOf(kindField, kinds, { parameter: name });
  const value = reader.required(node, 'value', at.key.range, name);
  return asParameter(at, kindField?.value.range, content(reader, kind, value, name, reader.text(kindField)));
}

/** `name: {linspace: …}`, as before version 1: the kind is the key. */
export function readOldParameter(reader: FieldReader, at: MapEntry): Parameter {
  const name = at.key.text;
  const [field, ...others] = asMap(at.value).entries;
  for (const { key } of others) {
    reader.report(
      unknownField,
      key.range,
      l10n.t('`{0}` takes one kind of values, and this is another.', name),
      {
        parameter: name,
      },
    );
  }
  const written = field?.key.text;
  const old = written === undefined ? undefined : oldNames.get(written);
  const asWord = field && { ...field, value: field.key };
  const kind = old ?? reader.oneOf(asWord, [...oldNames.keys(), ...kinds], { parameter: name });
  const known = kinds.find(candidate => candidate === kind);
  return asParameter(at, field?.key.range, content(reader, known, field, name, written));
}

function asParameter(
  { key, range }: MapEntry,
  notation: ParameterTokens['notation'],
  { declared, domain, tokens }: Content,
): Parameter {
  return {
    name: key.text,
    declared,
    domain,
    tokens: { name: key.range, declaration: range, notation, ...tokens },
  };
}

function content(
  reader: FieldReader,
  kind: ParameterKind | undefined,
  field: MapEntry | undefined,
  name: string,
  notation = '',
): Content {
  const unread: Declared = { notation, type: 'categorical', scale: 'linear', bounds: 'values' };
  if (kind === undefined || field === undefined) return { declared: unread };
  if (kind === 'choice' || kind === 'pchoice') return readChoices(reader, kind, field, name, unread);
  if (isDateKind(kind)) {
    const message = l10n.t('`{0}` runs through dates, which are not drawn here.', name);
    reader.report(dates, field.key.range, message, { parameter: name });
    return { declared: unread };
  }
  return isRangeKind(kind)
    ? readRange(reader, kind, field, name)
    : readDistribution(reader, kind, field, name);
}

function readDistribution(reader: FieldReader, kind: HyperoptKind, field: MapEntry, name: string): Content {
  const [first, second, q] = readArguments(reader, field, argumentNames(kind), 0, name);
  const positive = isNormalKind(kind) ? [second, q] : [q];
  for (const number of positive) {
    if (number && !(number.value > 0)) {
      reader.report(wrongValue, number.range, l10n.t('`{0}`: this must be above 0.', name), {
        parameter: name,
      });
    }
  }
  const numbers = { first: first?.value, second: second?.value, q: q?.value };
  return {
    declared: declaredByKind(kind, numbers),
    domain: drawnByKind(kind, numbers, 'down'),
    tokens: isNormalKind(kind)
      ? { step: q?.range }
      : { low: first?.range, high: second?.range, step: q?.range },
  };
}

function readRange(reader: FieldReader, kind: RangeKind, field: MapEntry, name: string): Content {
  const optional = kind === 'logspace' ? 1 : 0;
  const [start, stop, third, base] = readArguments(reader, field, argumentNames(kind), optional, name);
  const numbers = { start: start?.value, stop: stop?.value, third: third?.value, base: base?.value ?? 10 };
  const tokens = { low: start?.range, high: kind === 'range' ? undefined : stop?.range, step: third?.range };
  const declared = declaredRange(kind, kind === 'logspace' ? numbers : { ...numbers, base: undefined });
  if (third && !(third.value > 0)) {
    reader.report(wrongValue, third.range, l10n.t('`{0}`: this must be above 0.', name), { parameter: name });
  }
  if (!start || !stop || !third) return { declared, tokens };
  if (kind === 'range') {
    if (start.value >= stop.value) {
      const message = l10n.t(
        '`{0}`: the stop must be above the start, {1}.',
        name,
        formatNumber(start.value),
      );
      reader.report(wrongValue, stop.range, message, { parameter: name });
    } else if (Number.isInteger((stop.value - start.value) / third.value)) {
      reportEnd(reader, stop.value, stop.value - third.value, stop.range, name);
    }
  }
  return {
    declared,
    tokens,
    domain: listedDomain(kind, {
      start: start.value,
      stop: stop.value,
      third: third.value,
      base: numbers.base,
    }),
  };
}

function reportEnd(
  reader: FieldReader,
  stop: number,
  last: number,
  range: MapEntry['range'],
  parameter: string,
): void {
  const message = l10n.t(
    '`{0}` never tries {1}: range stops before its end, at {2}.',
    parameter,
    formatNumber(stop),
    formatNumber(last),
  );
  reader.report(exclusiveEnd, range, message, { parameter });
}

function readChoices(
  reader: FieldReader,
  kind: 'choice' | 'pchoice',
  { key, value: node }: MapEntry,
  name: string,
  declared: Declared,
): Content {
  if (node.kind !== 'list') {
    if (node.kind === 'scalar' && node.text.includes('{{')) return { declared };
    const range = written(node.range) ? node.range : key.range;
    reader.report(wrongValue, range, l10n.t('`{0}` must be a list.', key.text), { parameter: name });
    return { declared };
  }
  const isJson = reader.document.language === 'json';
  const items = kind === 'choice' ? node.items : node.items.map(pairOf).map(([value]) => value);
  if (!isJson) {
    reader.findings.push(...items.flatMap(item => (item ? misreadChoices(item, 'Polyaxon', name) : [])));
  }
  const choices =
    kind === 'choice' ? node.items.map(asChoice) : readWeighted(reader, node.items, node.range, name);
  return {
    declared: { ...declared, choices },
    domain: categoricalDomain(choices),
    tokens: { choices: node.range },
  };
}

function asChoice(node: SourceNode): DeclaredChoice {
  return { value: meantValue(node), range: node.range };
}

function pairOf(node: SourceNode): readonly [SourceNode | undefined, SourceNode | undefined] {
  return node.kind === 'list' ? [node.items[0], node.items[1]] : [undefined, undefined];
}

/** NumPy's multinomial gives the last outcome what the others leave of 1. */
function readWeighted(
  reader: FieldReader,
  items: readonly SourceNode[],
  range: MapEntry['range'],
  parameter: string,
): DeclaredChoice[] {
  const pairs = items.flatMap(item => {
    const [value, probability] = pairOf(item);
    const weight = probability?.kind === 'scalar' ? reader.value(probability) : undefined;
    const isProbability = typeof weight === 'number' && weight >= 0 && weight <= 1;
    if (value && isProbability) return [{ ...asChoice(value), weight }];
    const message = l10n.t('`{0}`: each choice is a pair of a value and its probability.', parameter);
    reader.report(wrongValue, item.range, message, { parameter });
    return [];
  });
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 1) > 1e-9 && pairs.length > 0) {
    const isMore = total > 1;
    const message = isMore
      ? l10n.t(
          '`{0}`: the probabilities add up to {1}, and Polyaxon takes no more than 1.',
          parameter,
          formatNumber(total),
        )
      : l10n.t(
          '`{0}`: the probabilities add up to {1}, and the last choice gets the rest as well.',
          parameter,
          formatNumber(total),
        );
    reader.report(probabilities, range, message, {
      parameter,
      ...(isMore && { severity: 'error' as const }),
    });
  }
  const others = total - (pairs.at(-1)?.weight ?? 0);
  return pairs.map((pair, i) =>
    i === pairs.length - 1 && total < 1 ? { ...pair, weight: 1 - others } : pair,
  );
}

function asMap(node: SourceNode): MapNode {
  return node.kind === 'map' ? node : { kind: 'map', entries: [], range: node.range };
}
