import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair, type Scalar } from 'yaml';
import type { ErrorCode } from 'yaml';
import { deepestNesting, mostExpandedNodes } from './limits';
import { emptyScalar, isMergeKey, mergedEntries } from './mergeKeys';
import type { TextRange } from './range';
import type { ListNode, MapEntry, MapNode, ScalarNode, SourceNode, SyntaxProblem } from './source';
import { duplicateKeys } from './syntaxProblems';
import { yamlMessage } from './yamlMessages';
import { tagged } from './yamlTags';

/** A finished node with what it costs to repeat it. */
interface Built {
  readonly node: SourceNode;
  readonly size: number;
  readonly height: number;
}

/**
 * Turns one document of the `yaml` package into a `SourceNode`. An alias becomes its anchor's node with the
 * range of the alias, so a problem with the whole shows where it is used and one inside shows where it is written.
 */
export class YamlTree {
  readonly problems: SyntaxProblem[] = [];
  private readonly anchors = new Map<string, Built>();
  private expanded = 0;

  constructor(private readonly text: string) {}

  get hasAnchors(): boolean {
    return this.anchors.size > 0;
  }

  /** @param at where an absent node would stand. */
  node(source: unknown, at: number): SourceNode {
    return this.build(source, at, 0).node;
  }

  private build(source: unknown, at: number, depth: number): Built {
    if (depth > deepestNesting) {
      this.report('RESOURCE_EXHAUSTION', { start: at, end: at + 1 }, 'limit');
      return leaf(emptyScalar(at));
    }
    if (isAlias(source)) return this.alias(source, at, depth);
    const built = isScalar(source)
      ? leaf(this.scalar(source, at))
      : isMap(source)
        ? this.map(source, at, depth)
        : isSeq(source)
          ? this.list(source, at, depth)
          : leaf(emptyScalar(at));
    const anchor = isScalar(source) || isMap(source) || isSeq(source) ? source.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, built);
    return built;
  }

  private alias(source: Alias, at: number, depth: number): Built {
    const range = ownRange(source, at);
    const target = this.anchors.get(source.source);
    if (target === undefined) {
      this.report('BAD_ALIAS', range);
      return leaf(emptyScalar(range.start));
    }
    this.expanded += target.size;
    if (this.expanded > mostExpandedNodes || depth + target.height > deepestNesting) {
      this.report('RESOURCE_EXHAUSTION', range, 'limit');
      return leaf(emptyScalar(range.start));
    }
    return { ...target, node: { ...target.node, range } };
  }

  private scalar(source: Scalar, at: number): ScalarNode {
    const range = ownRange(source, at);
    const text = typeof source.value === 'string' ? source.value : (source.source ?? '');
    if (source.type === 'BLOCK_LITERAL' || source.type === 'BLOCK_FOLDED') {
      const end = range.start + this.text.slice(range.start, range.end).trimEnd().length;
      return { kind: 'scalar', ...tagged(text, 'block', source.tag), range: { ...range, end } };
    }
    const style = source.type === 'PLAIN' || source.type === undefined ? 'plain' : 'quoted';
    return { kind: 'scalar', ...tagged(text, style, source.tag), range };
  }

  private list(
    source: Node & { items: unknown[]; flow?: boolean | undefined },
    at: number,
    depth: number,
  ): Built {
    const range = ownRange(source, at);
    const items = source.items.map(item => this.build(item, range.start, depth + 1));
    const node: ListNode = {
      kind: 'list',
      items: items.map(item => item.node),
      range: source.flow ? range : { ...range, end: this.endOf(range, items.at(-1)?.node) },
    };
    return branch(node, items);
  }

  private map(
    source: Node & { items: Pair[]; flow?: boolean | undefined },
    at: number,
    depth: number,
  ): Built {
    const range = ownRange(source, at);
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    const values: Built[] = [];
    for (const pair of source.items) {
      const key = this.key(pair.key, range.start);
      const value = this.build(pair.value, key.range.end, depth + 1);
      values.push(value);
      if (isMergeKey(key)) merged.push(...this.merge(value.node));
      else own.push({ key, value: value.node, range: { start: key.range.start, end: value.node.range.end } });
    }
    this.problems.push(...duplicateKeys(own));
    const keys = new Set(own.map(({ key }) => key.text));
    const node: MapNode = {
      kind: 'map',
      entries: [...merged.filter(({ key }) => !keys.has(key.text)), ...own],
      range: source.flow ? range : { ...range, end: this.endOf(range, values.at(-1)?.node) },
    };
    return branch(node, values);
  }

  private key(source: unknown, at: number): ScalarNode {
    const { node } = isAlias(source) || isScalar(source) ? this.build(source, at, 0) : { node: undefined };
    if (node?.kind === 'scalar') return node;
    if (source === null || source === undefined) return emptyScalar(at);
    const range = ownRange(source as Node, at);
    this.report('NON_STRING_KEY', range);
    return { kind: 'scalar', text: this.text.slice(range.start, range.end), style: 'quoted', range };
  }

  private merge(value: SourceNode): MapEntry[] {
    const entries = mergedEntries(value);
    if (entries !== undefined) return entries;
    this.report('BAD_ALIAS', value.range);
    return [];
  }

  /** A block collection ends with what is written of its last child; the parser counts what follows it, too. */
  private endOf(range: TextRange, last: SourceNode | undefined): number {
    const end = Math.min(range.end, last?.range.end ?? range.end);
    return range.start + this.text.slice(range.start, end).trimEnd().length;
  }

  private report(code: ErrorCode, range: TextRange, kind: SyntaxProblem['kind'] = 'syntax'): void {
    this.problems.push({ message: yamlMessage(code, ''), range, kind });
  }
}

function leaf(node: SourceNode): Built {
  return { node, size: 1, height: 0 };
}

function branch(node: SourceNode, children: readonly Built[]): Built {
  const size = children.reduce((sum, child) => sum + child.size, 1);
  const height = children.reduce((highest, child) => Math.max(highest, child.height), 0) + 1;
  return { node, size, height };
}

function ownRange(source: { range?: [number, number, number] | null | undefined }, at: number): TextRange {
  const [start, end] = source.range ?? [at, at, at];
  return { start, end: Math.max(start, end) };
}
