import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { jsonMessage } from './jsonMessages';
import { deepestNesting } from './limits';
import { emptyScalar } from './mergeKeys';
import type { TextRange } from './range';
import type { MapEntry, ScalarNode, SourceDocument, SourceNode, SyntaxProblem } from './source';
import { duplicateKeys, presentable, tooLarge, unreadable } from './syntaxProblems';

/** A JSON text, comments and trailing commas allowed. Total, like `parseYaml`. */
export function parseJson(text: string, path?: string): SourceDocument {
  const refused = tooLarge(text);
  if (refused) return { text, language: 'json', path, roots: [], problems: [refused] };
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, {
      allowTrailingComma: true,
      allowEmptyContent: true,
    });
    const problems: SyntaxProblem[] = [];
    const roots = root ? [sourceNode(root, text, problems, 0)] : [];
    for (const { error, offset, length } of errors) {
      problems.push({
        message: jsonMessage(error),
        range: { start: offset, end: offset + length },
        kind: 'syntax',
      });
    }
    return { text, language: 'json', path, roots, problems: presentable(problems, text) };
  } catch {
    return { text, language: 'json', path, roots: [], problems: [unreadable()] };
  }
}

function sourceNode(node: Node, text: string, problems: SyntaxProblem[], depth: number): SourceNode {
  const range = rangeOf(node, text);
  if (depth > deepestNesting) {
    problems.push({ ...unreadable(), range: { start: range.start, end: range.start + 1 } });
    return emptyScalar(range.start);
  }
  switch (node.type) {
    case 'object': {
      const properties = node.children ?? [];
      const entries = properties.flatMap(property => entryOf(property, text, problems, depth) ?? []);
      problems.push(...duplicateKeys(entries));
      return { kind: 'map', entries, range };
    }
    case 'array': {
      const items = (node.children ?? []).map(item => sourceNode(item, text, problems, depth + 1));
      return { kind: 'list', items, range };
    }
    case 'string':
    case 'property':
    case 'number':
    case 'boolean':
    case 'null':
      return scalarNode(node, text);
  }
}

function entryOf(
  property: Node,
  text: string,
  problems: SyntaxProblem[],
  depth: number,
): MapEntry | undefined {
  const [keyNode, valueNode] = property.children ?? [];
  if (!keyNode) return undefined;
  const key = scalarNode(keyNode, text);
  const value = valueNode ? sourceNode(valueNode, text, problems, depth + 1) : undefined;
  const present = value ?? emptyScalar((property.colonOffset ?? key.range.end - 1) + 1);
  return { key, value: present, range: { start: key.range.start, end: present.range.end } };
}

function scalarNode(node: Node, text: string): ScalarNode {
  const range = rangeOf(node, text);
  return node.type === 'string'
    ? { kind: 'scalar', text: String(node.value), style: 'quoted', range }
    : { kind: 'scalar', text: text.slice(range.start, range.end), style: 'plain', range };
}

/** A node that is not closed may reach past the end. */
function rangeOf({ offset, length }: Node, text: string): TextRange {
  return { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
}
