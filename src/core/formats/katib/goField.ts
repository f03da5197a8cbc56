import type { Stated } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { scalarValue } from '../../text/scalars';
import type { SourceNode } from '../../text/source';

/** A field that Katib's Go types hold as a string. */
export interface GoText {
  readonly text: string;
  readonly range: TextRange;
  /** True where the loader hands over a number or a truth value, which Go refuses to decode into a string. */
  readonly unquoted: boolean;
}

/** Undefined where nothing is written, which Go cannot tell from an empty string. */
export function goText(node: SourceNode | undefined): GoText | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const value = scalarValue(node, 'goyaml');
  if (value === null || value === '') return undefined;
  return { text: node.text, range: node.range, unquoted: typeof value !== 'string' };
}

export function goNumber(node: SourceNode | undefined): Stated | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const value = scalarValue(node, 'goyaml');
  return typeof value === 'number' ? { value, range: node.range } : undefined;
}

/** Text that a template engine or kustomize fills in before Katib sees it. */
export function isPlaceholder(text: string): boolean {
  return /\{\{|\$\(|\$\{/.test(text);
}
