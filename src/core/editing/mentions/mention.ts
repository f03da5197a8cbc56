import type { SearchSpace } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import type { SourceDocument, SourceNode } from '../../text/source';

/** A place outside its declaration that names a parameter. */
export interface Mention {
  readonly name: string;
  /** Quotes included. */
  readonly range: TextRange;
}

/** Finds names in the places where a format refers to parameters, whether or not there are such parameters. */
export type FindMentions = (document: SourceDocument, space: SearchSpace) => Mention[];

export function wordsOf(text: string, offset: number, pattern: RegExp): Mention[] {
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
    name,
    range: { start: offset + index, end: offset + index + name.length },
  }));
}

/** The lines of a text, `#` comments left out. */
export function lines(text: string): { readonly start: number; readonly line: string }[] {
  return [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    line: line.replace(/#.*/, ''),
  }));
}

export function items(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A scalar as the name it says. */
export function scalarMention(node: SourceNode | undefined): Mention[] {
  if (node?.kind !== 'scalar' || node.range.start === node.range.end) return [];
  return [{ name: node.text, range: node.range }];
}
