import * as l10n from '@vscode/l10n';
import { percent } from '../hover/domainText';
import type { Row, TableBlock } from '../report/report';
import type { Activity } from '../sampling/activity';
import { parentsOf } from '../space/conditions';
import { conditionText } from '../space/conditionText';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { shorten } from '../text/shorten';

/** Wide enough to be seen, and silent in a screen reader, which is told the level. */
const indent = '\u2003';

/**
 * The parameters that take part in conditions, each below the first parameter it depends on. Its level is spelt out
 * in a column of its own.
 */
export function conditionsTable(space: SearchSpace, activity: ReadonlyMap<string, Activity>): TableBlock {
  const names = new Set(space.parameters.map(({ name }) => name));
  const above = ({ condition }: Parameter): string | undefined =>
    parentsOf(condition).find(parent => names.has(parent));
  const children = new Map<string, Parameter[]>();
  for (const parameter of space.parameters) {
    const parent = above(parameter);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), parameter]);
  }
  const rows: Row[] = [];
  const placed = new Set<Parameter>();
  const place = (parameter: Parameter, level: number): void => {
    if (placed.has(parameter)) return;
    placed.add(parameter);
    rows.push(rowOf(parameter, level, activity));
    for (const child of children.get(parameter.name) ?? []) place(child, level + 1);
  };
  for (const parameter of space.parameters) {
    const isRoot = above(parameter) === undefined;
    if (isRoot && (parameter.condition !== undefined || children.has(parameter.name))) place(parameter, 1);
  }
  // What waits for itself in a circle hangs on no root.
  for (const parameter of space.parameters) if (parameter.condition !== undefined) place(parameter, 1);
  return {
    kind: 'table',
    title: l10n.t('Conditions'),
    columns: [
      { key: 'tree', title: l10n.t('Parameter'), kind: 'text' },
      { key: 'level', title: l10n.t('Level'), kind: 'number' },
      { key: 'when', title: l10n.t('Active when'), kind: 'text' },
      { key: 'active', title: l10n.t('Active'), kind: 'text' },
    ],
    rows,
  };
}

function rowOf({ name, condition }: Parameter, level: number, activity: ReadonlyMap<string, Activity>): Row {
  return {
    tree: indent.repeat(2 * (level - 1)) + name,
    level,
    when: condition === undefined ? l10n.t('always') : shorten(conditionText(condition), 200),
    active: percent(activity.get(name)?.share ?? 0),
  };
}
