import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isToken, rangeOf } from './nodes';
import type { Body, Branch, Expression, Statement } from './syntax';

/** `match subject: case "a" | "b": …` as the chain of `if`s that it is for literal patterns. */
export function readMatch(
  node: SyntaxNode,
  text: string,
  read: (node: SyntaxNode) => Expression,
  body: (node: SyntaxNode | null) => Body,
): Statement[] {
  const subject = childrenOf(node).find(child => !isToken(child) && child.name !== 'MatchBody');
  const clauses = node.getChild('MatchBody')?.getChildren('MatchClause') ?? [];
  if (!subject) return [];
  const left = read(subject);
  const branches = clauses.map((clause): Branch => {
    const pattern = clause.firstChild?.nextSibling;
    const range = rangeOf(pattern ?? clause);
    const isGuarded = clause.getChild('Guard') !== null;
    const inside = body(clause.getChild('Body'));
    if (!isGuarded && pattern && text.slice(pattern.from, pattern.to) === '_') return { body: inside };
    const items = isGuarded || !pattern ? undefined : literals(pattern, read);
    const test: Expression = items
      ? { kind: 'binary', operator: 'in', left, right: { kind: 'sequence', items, range }, range }
      : { kind: 'other', children: [], range };
    return { test, body: inside };
  });
  return [
    { kind: 'expression', value: left },
    { kind: 'if', branches },
  ];
}

function literals(pattern: SyntaxNode, read: (node: SyntaxNode) => Expression): Expression[] | undefined {
  if (pattern.name === 'LiteralPattern') {
    return pattern.firstChild ? [read(pattern.firstChild)] : undefined;
  }
  if (pattern.name !== 'OrPattern') return undefined;
  const all = childrenOf(pattern)
    .filter(({ name }) => name !== 'LogicOp')
    .map(child => literals(child, read));
  return all.every(found => found !== undefined) ? all.flat() : undefined;
}
