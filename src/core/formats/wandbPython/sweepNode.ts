import { entriesOf } from '../../python/entries';
import type { Thunk } from '../../python/environment';
import { evaluate, isFloat } from '../../python/evaluate';
import { itemsOf } from '../../python/items';
import { resolve } from '../../python/resolve';
import { numberText } from '../../text/numberText';
import type { TextRange } from '../../text/range';
import type { MapEntry, ScalarNode, SourceNode } from '../../text/source';

/** A dictionary of Python as the tree that readers of YAML and JSON take, and what in it is not known beforehand. */
export interface SweepTree {
  readonly root: SourceNode;
  /** The declarations and settings that depend on values known only when the program runs. */
  readonly dynamic: readonly DynamicPart[];
}

export interface DynamicPart {
  /** The declaration or setting it belongs to. */
  readonly around: TextRange;
  readonly range: TextRange;
}

export function sweepTree(thunk: Thunk, text: string): SweepTree {
  const dynamic: DynamicPart[] = [];
  const root = nodeOf(thunk, thunk.expression.range, true);
  return { root, dynamic };

  /** @param around the entry whose meaning is unknown when this value is. */
  function nodeOf(at: Thunk, around: TextRange, isTop = false): SourceNode {
    const { range } = resolve(at).expression;
    const node = at.environment.descend((): SourceNode | undefined => {
      const entries = entriesOf(at);
      if (entries) {
        return { kind: 'map', entries: entries.flatMap(entry => entryOf(entry, around, isTop)), range };
      }
      const value = evaluate(at);
      if (value === undefined || Array.isArray(value)) {
        const items = itemsOf(at)?.map(item => itemOf(item, around));
        return items && { kind: 'list', items, range };
      }
      return scalar(value, isFloat(at), at.expression.range);
    });
    if (node) return node;
    dynamic.push({ around, range: at.expression.range });
    return plain('', at.expression.range);
  }

  function entryOf(
    { name, value, source }: NonNullable<ReturnType<typeof entriesOf>>[number],
    around: TextRange,
    isTop: boolean,
  ): MapEntry[] {
    const { key, range } = source;
    if (!key || name === undefined) return [];
    const isDictionary = entriesOf(value) !== undefined;
    const node = nodeOf(value, isTop || isDictionary ? range : around);
    return [{ key: { kind: 'scalar', text: name, style: 'quoted', range: key.range }, value: node, range }];
  }

  /** A choice that is no literal is called by its source text. */
  function itemOf(at: Thunk, around: TextRange): SourceNode {
    if (evaluate(at) !== undefined || entriesOf(at) || itemsOf(at)) return nodeOf(at, around);
    const { range } = at.expression;
    return { kind: 'scalar', text: text.slice(range.start, range.end), style: 'quoted', range };
  }
}

/** Numbers as PyYAML would have to find them written, so that they mean to the reader what they mean to Python. */
function scalar(value: unknown, isFloatNumber: boolean, range: TextRange): ScalarNode {
  if (typeof value === 'string') return { kind: 'scalar', text: value, style: 'quoted', range };
  if (typeof value !== 'number') return plain(String(value), range);
  if (!Number.isFinite(value)) return plain(value > 0 ? '.inf' : value < 0 ? '-.inf' : '.nan', range);
  const written = numberText(value, 'pyyaml');
  return plain(isFloatNumber && !written.includes('.') ? `${written}.0` : written, range);
}

function plain(text: string, range: TextRange): ScalarNode {
  return { kind: 'scalar', text, style: 'plain', range };
}
