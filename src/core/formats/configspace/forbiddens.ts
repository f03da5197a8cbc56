import * as l10n from '@vscode/l10n';
import type { Condition, Parameter, RelationOperator } from '../../space/searchSpace';
import { choiceLabel } from '../../space/values';
import { nodeValue, type Value } from '../../text/scalars';
import { child, type MapEntry, type MapNode, type SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { comparison, type Comparison } from './comparison';
import { knownName } from './conditions';
import { legalValue } from './legalValue';
import { badForbidden } from './rules';

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ['CLAUSE_LT', '<'],
  ['CLAUSE_LE', '<='],
  ['CLAUSE_GT', '>'],
  ['CLAUSE_GE', '>='],
]);

const relations: ReadonlyMap<string, RelationOperator> = new Map([
  ['RELATION_LT', '<'],
  ['RELATION_LE', '<='],
  ['RELATION_EQ', '='],
  ['RELATION_GT', '>'],
  ['RELATION_GE', '>='],
]);

/** How version 0.6 wrote the operator of a `RELATION`. */
const lambdas: ReadonlyMap<string, RelationOperator> = new Map([
  ['LT', '<'],
  ['EQ', '='],
  ['GT', '>'],
]);

const types = ['EQUALS', 'IN', 'AND', 'OR', ...comparisons.keys(), ...relations.keys(), 'RELATION'];

/** One clause of `forbiddens` as the combinations it rules out. */
export function readForbidden(
  reader: FieldReader,
  node: SourceNode,
  byName: ReadonlyMap<string, Parameter>,
): Condition | undefined {
  if (node.kind !== 'map') return undefined;
  const start = node.entries[0]?.key.range ?? node.range;
  const type = reader.oneOf(reader.required(node, 'type', start), types);
  if (type === undefined) return undefined;
  if (type === 'AND' || type === 'OR') {
    const clauses = reader.required(node, 'clauses', start)?.value;
    const parts =
      clauses?.kind === 'list' ? clauses.items.map(item => readForbidden(reader, item, byName)) : [];
    const of = parts.filter(part => part !== undefined);
    return of.length === parts.length ? { kind: type === 'AND' ? 'all' : 'any', of } : undefined;
  }
  const lambda = child(node, 'lambda');
  const operator = relations.get(type) ?? (lambda?.kind === 'scalar' ? lambdas.get(lambda.text) : undefined);
  if (operator !== undefined) return readRelation(reader, node, operator, byName);
  return readClause(reader, node, type, byName);
}

function readRelation(
  reader: FieldReader,
  node: MapNode,
  operator: RelationOperator,
  byName: ReadonlyMap<string, Parameter>,
): Condition | undefined {
  const start = node.entries[0]?.key.range ?? node.range;
  const left = knownName(reader, reader.required(node, 'left', start), byName);
  const right = knownName(reader, reader.required(node, 'right', start), byName);
  return left === undefined || right === undefined ? undefined : { kind: 'relation', left, operator, right };
}

function readClause(
  reader: FieldReader,
  node: MapNode,
  type: string,
  byName: ReadonlyMap<string, Parameter>,
): Condition | undefined {
  const start = node.entries[0]?.key.range ?? node.range;
  const name = knownName(reader, reader.required(node, 'name', start), byName);
  const at = reader.required(node, type === 'IN' ? 'values' : 'value', start);
  const parameter = name === undefined ? undefined : byName.get(name);
  if (parameter === undefined || at === undefined) return undefined;
  const value = nodeValue(at.value, reader.dialect);
  const values = type === 'IN' && at.value.kind === 'list' ? (value as readonly Value[]) : [value];
  if (!values.every(each => isLegal(reader, parameter, each, at))) return undefined;
  const operator = comparisons.get(type);
  if (operator === undefined) return { kind: 'in', parent: parameter.name, values };
  const compared = comparison(parameter, operator, value);
  if (compared === undefined) {
    const message = l10n.t(
      '`{0}` has no order that {1} could go by; ConfigSpace refuses the clause.',
      parameter.name,
      type,
    );
    reader.report(badForbidden, at.value.range, message, { parameter: parameter.name });
  }
  return compared;
}

function isLegal(reader: FieldReader, parameter: Parameter, value: Value, at: MapEntry): boolean {
  if (legalValue(parameter, value)) return true;
  const message = l10n.t(
    '`{0}` is never {1}, so ConfigSpace refuses to forbid it.',
    parameter.name,
    choiceLabel(value),
  );
  reader.report(badForbidden, at.value.range, message, { parameter: parameter.name });
  return false;
}
