import * as l10n from '@vscode/l10n';
import { parentsOf } from '../../space/conditions';
import type { Condition, Parameter } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { nodeValue } from '../../text/scalars';
import type { MapEntry, MapNode, SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { comparison } from './comparison';
import { badCondition, unknownHyperparameter } from './rules';

/** The condition of each hyperparameter that has one, and where its parent is named. */
export type Conditions = ReadonlyMap<string, { readonly condition: Condition; readonly range: TextRange }>;

interface Read {
  readonly child: string;
  readonly condition: Condition;
  readonly range: TextRange;
}

/** The items of `conditions`; several on one hyperparameter must all hold. */
export function readConditions(
  reader: FieldReader,
  list: SourceNode | undefined,
  byName: ReadonlyMap<string, Parameter>,
): Conditions {
  const all = new Map<
    string,
    { readonly of: Condition[]; readonly parents: Set<string>; readonly range: TextRange }
  >();
  for (const node of list?.kind === 'list' ? list.items : []) {
    const read = readCondition(reader, node, byName);
    if (read === undefined) continue;
    const { child, condition, range } = read;
    const before = all.get(child) ?? { of: [], parents: new Set(), range };
    const parents = parentsOf(condition);
    const shared = parents.find(parent => before.parents.has(parent));
    if (shared !== undefined) {
      const message = l10n.t(
        '`{0}` has a condition on `{1}` already, and ConfigSpace refuses a second; join them with AND or OR.',
        child,
        shared,
      );
      reader.report(badCondition, range, message, { parameter: child });
    }
    before.of.push(condition);
    for (const parent of parents) before.parents.add(parent);
    all.set(child, before);
  }
  return new Map(
    [...all].map(([child, { of, range }]) => {
      const [only, ...others] = of;
      return [child, { condition: only && others.length === 0 ? only : { kind: 'all', of }, range }];
    }),
  );
}

const types = ['EQ', 'NEQ', 'LT', 'GT', 'IN', 'AND', 'OR'] as const;

function readCondition(
  reader: FieldReader,
  node: SourceNode,
  byName: ReadonlyMap<string, Parameter>,
): Read | undefined {
  if (node.kind !== 'map') return undefined;
  const start = node.entries[0]?.key.range ?? node.range;
  const type = reader.oneOf(reader.required(node, 'type', start), types);
  switch (type) {
    case undefined:
      return undefined;
    case 'AND':
    case 'OR':
      return readConjunction(reader, node, type === 'AND' ? 'all' : 'any', byName);
    case 'EQ':
    case 'NEQ':
    case 'LT':
    case 'GT':
    case 'IN':
      return readLiteral(reader, node, type, byName);
  }
}

function readConjunction(
  reader: FieldReader,
  node: MapNode,
  kind: 'all' | 'any',
  byName: ReadonlyMap<string, Parameter>,
): Read | undefined {
  const at = reader.required(node, 'conditions', node.entries[0]?.key.range ?? node.range);
  const items = at?.value.kind === 'list' ? at.value.items : [];
  const parts = items.flatMap(item => readCondition(reader, item, byName) ?? []);
  const [first] = parts;
  if (first === undefined) return undefined;
  const stray = parts.find(({ child }) => child !== first.child);
  if (stray) {
    const message = l10n.t(
      'The parts of one condition must be about one hyperparameter, and these are about `{0}` and `{1}`.',
      first.child,
      stray.child,
    );
    reader.report(badCondition, stray.range, message);
  }
  return { ...first, condition: { kind, of: parts.map(({ condition }) => condition) } };
}

function readLiteral(
  reader: FieldReader,
  node: MapNode,
  type: 'EQ' | 'NEQ' | 'LT' | 'GT' | 'IN',
  byName: ReadonlyMap<string, Parameter>,
): Read | undefined {
  const start = node.entries[0]?.key.range ?? node.range;
  const childAt = reader.required(node, 'child', start);
  const parentAt = reader.required(node, 'parent', start);
  const valueAt = reader.required(node, type === 'IN' ? 'values' : 'value', start);
  const child = knownName(reader, childAt, byName);
  const parent = reader.text(parentAt);
  if (child === undefined || parent === undefined || parentAt === undefined || valueAt === undefined) {
    return undefined;
  }
  const value = nodeValue(valueAt.value, reader.dialect);
  const condition = (): Condition | undefined => {
    switch (type) {
      case 'EQ':
        return { kind: 'in', parent, values: [value] };
      case 'NEQ':
        return { kind: 'notIn', parent, values: [value] };
      case 'IN':
        return { kind: 'in', parent, values: Array.isArray(value) ? value : [value] };
      case 'LT':
      case 'GT': {
        const known = byName.get(parent);
        return known && comparison(known, type === 'LT' ? '<' : '>', value);
      }
    }
  };
  const read = condition();
  if (read) return { child, condition: read, range: parentAt.value.range };
  if (!byName.has(parent)) {
    return { child, condition: { kind: 'in', parent, values: [] }, range: parentAt.value.range };
  }
  const message = l10n.t(
    '`{0}` has no order that {1} could go by; ConfigSpace refuses the condition.',
    parent,
    type,
  );
  reader.report(badCondition, parentAt.value.range, message, { parameter: child });
  return undefined;
}

/** The name of a hyperparameter that there is. */
export function knownName(
  reader: FieldReader,
  at: MapEntry | undefined,
  byName: ReadonlyMap<string, Parameter>,
): string | undefined {
  const name = reader.text(at);
  if (at === undefined || name === undefined) return undefined;
  if (byName.has(name)) return name;
  const message = l10n.t('No hyperparameter is called `{0}`.', name);
  reader.report(unknownHyperparameter, at.value.range, message);
  return undefined;
}
