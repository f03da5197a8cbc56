import * as l10n from '@vscode/l10n';
import { categoricalDomain, constantDomain, numericDomain } from '../../space/domains';
import type { Declared, Domain } from '../../space/domain';
import type { Condition, Parameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { nodeValue } from '../../text/scalars';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import { fix, type FieldReader } from '../fieldReader';
import {
  declaredByKind,
  drawnByKind,
  hyperoptKinds,
  isNormalKind,
  isQuantisedKind,
  type HyperoptKind,
} from '../hyperoptKinds';
import { exclusiveEnd, missingField, wrongValue } from '../rules';

export const kinds = ['choice', 'randint', ...hyperoptKinds] as const;

interface Content {
  readonly declared: Declared;
  readonly domain?: Domain | undefined;
}

/** A parameter and, where its choices are mappings with expressions of their own, the parameters of each choice. */
export function readExpression(
  reader: FieldReader,
  at: MapEntry,
  name: string,
  condition?: Condition,
): Parameter[] {
  const { key, value: node, range } = at;
  if (node.kind !== 'map') return [readConstant(reader, at, name, condition)];
  const token = (field: string) => entry(node, field)?.value.range;
  const parameter = {
    name,
    ...readContent(reader, node, at, name),
    condition,
    tokens: {
      name: key.range,
      declaration: range,
      notation: token('type'),
      low: token('min_value'),
      high: token('max_value') ?? token('upper'),
      step: token('q'),
      choices: token('values'),
    },
  };
  return [parameter, ...readBranches(reader, node, name)];
}

/** AutoML takes a bare value for a setting that does not vary. */
function readConstant(
  reader: FieldReader,
  { key, value, range }: MapEntry,
  name: string,
  condition: Condition | undefined,
): Parameter {
  const declared = { notation: '', type: 'constant', scale: 'linear', bounds: 'values' } as const;
  const domain = constantDomain(nodeValue(value, reader.dialect));
  return { name, declared, domain, condition, tokens: { name: key.range, declaration: range } };
}

const nothing: Declared = { notation: '', type: 'categorical', scale: 'linear', bounds: 'values' };

function readContent(reader: FieldReader, node: MapNode, at: MapEntry, name: string): Content {
  const type = reader.required(node, 'type', at.key.range, name);
  const kind = reader.oneOf(type, kinds, { plain: text => text.toLowerCase(), parameter: name });
  if (kind === undefined) return { declared: { ...nothing, notation: reader.text(type) ?? '' } };
  if (kind === 'choice') return readChoice(reader, node, at, name);
  if (kind === 'randint') return readRandint(reader, node, at, name);
  return readDistribution(reader, node, at, name, kind);
}

function readChoice(reader: FieldReader, node: MapNode, at: MapEntry, name: string): Content {
  reader.onlyKnown(node, ['type', 'values'], name);
  const values = reader.required(node, 'values', at.key.range, name);
  const notation = { ...nothing, notation: 'choice' };
  if (values === undefined) return { declared: notation };
  if (values.value.kind !== 'list') {
    reader.report(wrongValue, values.key.range, l10n.t('`values` must be a list.'), { parameter: name });
    return { declared: notation };
  }
  const choices = values.value.items.map(item => ({
    value: nodeValue(item, reader.dialect),
    range: item.range,
  }));
  return { declared: { ...notation, choices }, domain: categoricalDomain(choices) };
}

function readRandint(reader: FieldReader, node: MapNode, at: MapEntry, name: string): Content {
  reader.onlyKnown(node, ['type', 'upper'], name);
  const field = reader.required(node, 'upper', at.key.range, name);
  const upper = reader.numberThat(
    field,
    value => Number.isInteger(value) && value > 0,
    l10n.t('a whole number above 0'),
    name,
  );
  const declared = { notation: 'randint', type: 'integer', scale: 'linear', bounds: 'values' } as const;
  if (upper === undefined || !Number.isInteger(upper.value)) return { declared };
  const last = upper.value - 1;
  if (looksInclusive(upper.value)) {
    const message = l10n.t(
      '`{0}` goes from 0 to {1}: Azure ML’s randint starts at 0 and stops before `upper`; write {2} to include {3}.',
      name,
      formatNumber(last),
      formatNumber(upper.value + 1),
      formatNumber(upper.value),
    );
    const newText = String(upper.value + 1);
    reader.report(exclusiveEnd, upper.range, message, {
      parameter: name,
      fixes: [fix(l10n.t('Raise the bound to {0}', newText), [{ range: upper.range, newText }], false)],
    });
  }
  return { declared, domain: numericDomain({ type: 'integer', low: 0, high: last }) };
}

/** A round number or a power of two from 8 on: somebody wrote the last value they wanted. */
function looksInclusive(upper: number): boolean {
  return upper >= 8 && (upper % 10 === 0 || Number.isInteger(Math.log2(upper)));
}

function readDistribution(
  reader: FieldReader,
  node: MapNode,
  at: MapEntry,
  name: string,
  kind: HyperoptKind,
): Content {
  const [firstKey, secondKey] = isNormalKind(kind) ? ['mu', 'sigma'] : ['min_value', 'max_value'];
  const fields = [firstKey, secondKey, ...(isQuantisedKind(kind) ? ['q'] : [])];
  reader.onlyKnown(node, ['type', ...fields], name);
  const absent = fields.filter(field => !entry(node, field));
  if (absent.length > 0) {
    const message = l10n.t('`{0}` needs {1}; add it.', kind, absent.map(field => `\`${field}\``).join(', '));
    reader.report(missingField, at.key.range, message, { parameter: name });
  }
  const positive = (field: string) =>
    reader.numberThat(entry(node, field), value => value > 0, l10n.t('above 0'), name)?.value;
  const first = reader.number(entry(node, firstKey), name)?.value;
  const second = isNormalKind(kind)
    ? positive(secondKey)
    : reader.number(entry(node, secondKey), name)?.value;
  const numbers = { first, second, q: isQuantisedKind(kind) ? positive('q') : undefined };
  return { declared: declaredByKind(kind, numbers), domain: drawnByKind(kind, numbers) };
}

/** `values` whose items are mappings may hold expressions, drawn only when their item is. */
function readBranches(reader: FieldReader, node: MapNode, name: string): Parameter[] {
  const values = entry(node, 'values')?.value;
  if (values?.kind !== 'list') return [];
  return values.items.flatMap((item, index) => {
    if (item.kind !== 'map') return [];
    const condition: Condition = { kind: 'in', parent: name, values: [nodeValue(item, reader.dialect)] };
    return ownEntries(item)
      .filter(({ value }) => entry(value, 'type') !== undefined)
      .flatMap(at => readExpression(reader, at, `${name}.${index}.${at.key.text}`, condition));
  });
}

/** Of a key written twice the last. */
export function ownEntries(node: MapNode): MapEntry[] {
  const last = new Map(node.entries.map(at => [at.key.text, at]));
  return [...last.values()];
}
