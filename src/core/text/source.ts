import type { PythonModule } from '../python/module';
import type { TextRange } from './range';

/**
 * What every declarative format is parsed into: a tree of maps, lists and scalars that remembers where each
 * token stands. A scalar keeps its text; what the text *means* depends on who reads it (see `scalars.ts`).
 */
export type SourceNode = MapNode | ListNode | ScalarNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** The text with quotes and escapes resolved. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly range: TextRange;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly range: TextRange;
}

export interface MapNode {
  readonly kind: 'map';
  /** In document order; a repeated key stays repeated. */
  readonly entries: readonly MapEntry[];
  readonly range: TextRange;
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** An absent value is an empty plain scalar of zero width, which every dialect reads as null. */
  readonly value: SourceNode;
  /** From the start of the key to the end of the value. */
  readonly range: TextRange;
}

/** Something the text's own grammar objects to. */
export interface SyntaxProblem {
  readonly message: string;
  readonly range: TextRange;
  readonly kind: 'syntax' | 'duplicate-key' | 'limit';
}

/** A parsed text. `roots` has one node for each document of a multi-document stream; broken ones are best effort. */
export interface SourceDocument {
  readonly text: string;
  readonly language: SourceLanguage;
  /** The file's path or name, with forward slashes, where it has one. Names only break ties. */
  readonly path?: string | undefined;
  readonly roots: readonly SourceNode[];
  readonly problems: readonly SyntaxProblem[];
  /** Of a Python document. */
  readonly python?: PythonModule | undefined;
}

/** `python` has its module in place of a tree; `text` has no tree: its format reads the text itself. */
export type SourceLanguage = 'yaml' | 'json' | 'python' | 'text';

/** The last entry under `key`, which is the one that counts when a key is repeated. */
export function entry(node: SourceNode | undefined, key: string): MapEntry | undefined {
  return node?.kind === 'map' ? node.entries.findLast(candidate => candidate.key.text === key) : undefined;
}

export function child(node: SourceNode | undefined, ...path: readonly string[]): SourceNode | undefined {
  return path.reduce<SourceNode | undefined>((at, key) => entry(at, key)?.value, node);
}
