import * as l10n from '@vscode/l10n';
import { domainText } from '../hover/domainText';
import { conditionText } from '../space/conditionText';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import type { TextRange } from '../text/range';
import { shorten } from '../text/shorten';
import { conditionParents, ownName } from './parameterAt';

/** One line of the outline of a file. */
export interface OutlineItem {
  readonly name: string;
  /** What a parameter is drawn from, and when it is active. */
  readonly detail: string;
  readonly kind: 'space' | 'group' | 'number' | 'choice' | 'constant' | 'unknown';
  /** All of it; holds `selection`. */
  readonly range: TextRange;
  /** The name, to jump to. */
  readonly selection: TextRange;
  readonly children: readonly OutlineItem[];
}

/**
 * The parameters of a file, in its order: under their space where there are several, under the parameter that decides
 * whether they are active, and under the groups that the file nests them in.
 *
 * @param spaces as they were read from just this text.
 */
export function outline(spaces: readonly SearchSpace[], text: string): OutlineItem[] {
  if (spaces.length < 2) return spaces.flatMap(space => parameterItems(space, text));
  return spaces.map(space => {
    const children = parameterItems(space, text);
    const name = space.name ?? l10n.t('search space');
    const range = hull([space.range, ...children.map(child => child.range)]);
    return { name, detail: '', kind: 'space', range, selection: space.range, children };
  });
}

function parameterItems({ parameters }: SearchSpace, text: string): OutlineItem[] {
  const byName = new Map(parameters.map(parameter => [parameter.name, parameter]));
  const childrenOf = new Map<string, Parameter[]>();
  const roots = parameters.filter(parameter => {
    const parent = decider(parameter, byName);
    if (parent === undefined) return true;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), parameter]);
    return false;
  });
  const item = (parameter: Parameter): OutlineItem => {
    const { name: selection, declaration } = parameter.tokens;
    return {
      name: ownName(parameter, text),
      detail: detailOf(parameter),
      kind: kindOf(parameter),
      range: hull([declaration, selection]),
      selection,
      children: (childrenOf.get(parameter.name) ?? []).map(item),
    };
  };
  return grouped(
    roots.map(parameter => ({ path: groupPath(parameter, text), item: item(parameter) })),
    0,
  );
}

/** The parameter an item goes under. Undefined at the top, and where conditions run in a circle. */
function decider({ name, condition }: Parameter, byName: ReadonlyMap<string, Parameter>): string | undefined {
  const [first] = conditionParents(condition).filter(parent => byName.has(parent));
  const seen = new Set([name]);
  for (let at = first; at !== undefined; at = conditionParents(byName.get(at)?.condition)[0]) {
    if (seen.has(at)) return undefined;
    seen.add(at);
  }
  return first;
}

/** The groups a name is nested in: `a.b` for the declaration of `c` in `b` in `a`. */
function groupPath(parameter: Parameter, text: string): string[] {
  const { name, condition } = parameter;
  const prefix = name.slice(0, name.length - ownName(parameter, text).length);
  return condition !== undefined || !prefix.endsWith('.') ? [] : prefix.slice(0, -1).split('.');
}

interface Placed {
  readonly path: readonly string[];
  readonly item: OutlineItem;
}

/** Puts neighbours of the same group together. */
function grouped(placed: readonly Placed[], depth: number): OutlineItem[] {
  const result: OutlineItem[] = [];
  for (let i = 0; i < placed.length;) {
    const current = placed[i];
    if (current === undefined) break;
    const group = current.path[depth];
    const others = placed.slice(i).findIndex(({ path }) => path[depth] !== group);
    const end = group === undefined ? i + 1 : others < 0 ? placed.length : i + others;
    result.push(
      group === undefined ? current.item : groupItem(group, grouped(placed.slice(i, end), depth + 1)),
    );
    i = end;
  }
  return result;
}

function groupItem(name: string, children: readonly OutlineItem[]): OutlineItem {
  const range = hull(children.map(child => child.range));
  const selection = children[0]?.selection ?? range;
  return { name, detail: '', kind: 'group', range, selection, children };
}

function detailOf({ domain, condition }: Parameter): string {
  const drawn = domain ? domainText(domain) : '';
  const active = condition ? l10n.t('when {0}', conditionText(condition)) : '';
  return shorten([active, drawn].filter(part => part !== '').join(' · '), 120);
}

function kindOf({ domain }: Parameter): OutlineItem['kind'] {
  switch (domain?.kind) {
    case 'float':
    case 'integer':
      return 'number';
    case 'categorical':
    case 'ordinal':
      return 'choice';
    case 'constant':
      return 'constant';
    case undefined:
      return 'unknown';
  }
}

function hull(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}
