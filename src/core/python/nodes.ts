import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../text/range';

/** Beyond this many levels an expression or block is not looked into; Python itself stops at a hundred or two. */
export const deepest = 200;

export function rangeOf({ from, to }: SyntaxNode): TextRange {
  return { start: from, end: to };
}

/** The children, parts that could not be parsed and comments left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isError && child.name !== 'Comment') children.push(child);
  }
  return children;
}

/** The children between commas, so that what belongs together stays together. */
export function betweenCommas(children: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === ',') groups.push([]);
    else groups.at(-1)?.push(child);
  }
  return groups.filter(group => group.length > 0);
}

/** Whether a node is a bracket, operator or keyword rather than something with a meaning of its own. */
export function isToken({ name }: SyntaxNode): boolean {
  return !/^[A-Z]/.test(name) || name === 'AssignOp';
}
