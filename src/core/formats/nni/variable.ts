import { choiceLabel } from '../../space/values';
import { nodeValue, type Dialect, type Value } from '../../text/scalars';
import { child, entry, type MapEntry, type MapNode, type SourceNode } from '../../text/source';
import { asNniType, type NniType } from './types';

/** One `{_type, _value}` entry of a search space, nested ones included. */
export interface Variable {
  /**
   * NNI's own key of a nested variable is (parent, index of the choice, name); here the choice is shown by its
   * `_name`: `layer.conv.kernel_size`.
   */
  readonly name: string;
  readonly entry: MapEntry;
  /** What `_type` says, and which of NNI's types it is. */
  readonly typeText: string | undefined;
  readonly type: NniType | undefined;
  readonly value: SourceNode | undefined;
  /** The choice of the parent this variable belongs to. */
  readonly parent: { readonly name: string; readonly choice: Value } | undefined;
}

/** Every variable of a space, each parent before its children. Keys that a later one overrides are left out. */
export function variablesOf(space: MapNode, dialect: Dialect): Variable[] {
  const taken = new Set<string>();
  return read(space, dialect, '', undefined, taken);
}

function read(
  space: MapNode,
  dialect: Dialect,
  prefix: string,
  parent: Variable['parent'],
  taken: Set<string>,
): Variable[] {
  const last = new Map(space.entries.map(candidate => [candidate.key.text, candidate]));
  if (parent) last.delete('_name');
  const own = space.entries.filter(candidate => last.get(candidate.key.text) === candidate);
  return own.flatMap(candidate => {
    const type = child(candidate.value, '_type');
    const typeText = type?.kind === 'scalar' ? type.text : undefined;
    const variable: Variable = {
      name: unused(prefix + candidate.key.text, taken),
      entry: candidate,
      typeText,
      type: typeText === undefined ? undefined : asNniType(typeText),
      value: child(candidate.value, '_value'),
      parent,
    };
    taken.add(variable.name);
    return [variable, ...nested(variable, dialect, taken)];
  });
}

function nested(variable: Variable, dialect: Dialect, taken: Set<string>): Variable[] {
  const branches = branchesOf(variable) ?? [];
  const names = branches.map(branch => branchName(branch, dialect));
  const labels = names.map(choiceLabel);
  const isDistinct = new Set(labels).size === labels.length;
  return branches.flatMap((branch, index) => {
    const label = isDistinct ? labels[index] : index;
    const parent = { name: variable.name, choice: names[index] ?? null };
    return read(branch, dialect, `${variable.name}.${label}.`, parent, taken);
  });
}

/** The choices of a nested space, `_is_nested_choices` of `formatting.py`: all of them mappings with a `_name`. */
export function branchesOf({ type, value }: Variable): MapNode[] | undefined {
  if (type !== 'choice' || value?.kind !== 'list' || value.items.length === 0) return undefined;
  const branches = value.items.filter(
    (item): item is MapNode => item.kind === 'map' && entry(item, '_name') !== undefined,
  );
  return branches.length === value.items.length ? branches : undefined;
}

/** What the trial receives as `_name`. */
export function branchName(branch: SourceNode, dialect: Dialect): Value {
  const name = child(branch, '_name');
  return name ? nodeValue(name, dialect) : null;
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}
