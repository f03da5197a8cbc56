import type { SyntaxNode } from '@lezer/common';
import { numberLiteral, stringShape, unescape } from './literals';
import { betweenCommas, childrenOf, deepest, isToken, rangeOf } from './nodes';
import type {
  Argument,
  DictionaryEntry,
  Expression,
  FunctionParameter,
  OtherExpression,
  StringExpression,
} from './syntax';

/** The expression at a node of the tree. Total: what cannot be understood is an `OtherExpression`. */
export function readExpression(node: SyntaxNode, text: string, depth = 0): Expression {
  const range = rangeOf(node);
  if (depth > deepest) return { kind: 'other', children: [], range };
  const read = (child: SyntaxNode): Expression => readExpression(child, text, depth + 1);
  const parts = (): SyntaxNode[] => childrenOf(node).filter(child => !isToken(child));
  const other = (): OtherExpression => ({ kind: 'other', children: parts().map(read), range });
  switch (node.name) {
    case 'VariableName':
      return { kind: 'name', name: text.slice(node.from, node.to), range };
    case 'Number':
      return numberLiteral(text.slice(node.from, node.to), range) ?? { kind: 'other', children: [], range };
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return { kind: 'string', parts: stringParts(node, text, depth), range };
    case 'Boolean':
      return { kind: 'constant', value: text.slice(node.from, node.to) === 'True', range };
    case 'None':
      return { kind: 'constant', value: null, range };
    case 'ParenthesizedExpression': {
      const [inner] = parts();
      return inner ? read(inner) : other();
    }
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return { kind: 'sequence', items: readItems(childrenOf(node), text, depth), range };
    case 'DictionaryExpression':
      return { kind: 'dictionary', entries: dictionaryEntries(node, read), range };
    case 'MemberExpression':
      return member(node, text, read) ?? other();
    case 'CallExpression': {
      const callee = node.firstChild;
      const list = node.getChild('ArgList');
      if (!callee || !list) return other();
      return {
        kind: 'call',
        callee: read(callee),
        arguments: readArguments(list, text, read),
        argumentsRange: rangeOf(list),
        range,
      };
    }
    case 'UnaryExpression': {
      const [operator, operand] = childrenOf(node);
      if (!operator || !operand) return other();
      return {
        kind: 'unary',
        operator: text.slice(operator.from, operator.to),
        operand: read(operand),
        range,
      };
    }
    case 'BinaryExpression': {
      const children = childrenOf(node);
      const [left, right] = [children[0], children.at(-1)];
      if (!left || !right || children.length < 3) return other();
      const operator = children
        .slice(1, -1)
        .map(token => text.slice(token.from, token.to))
        .join(' ');
      return { kind: 'binary', operator, left: read(left), right: read(right), range };
    }
    case 'ConditionalExpression': {
      const [then, test, otherwise] = parts();
      if (!then || !test || !otherwise) return other();
      return { kind: 'conditional', test: read(test), then: read(then), otherwise: read(otherwise), range };
    }
    case 'LambdaExpression': {
      const body = node.lastChild;
      const list = node.getChild('ParamList');
      if (!body || isToken(body) || body.name === 'ParamList') return other();
      return {
        kind: 'lambda',
        parameters: list ? readParameters(list, text, depth) : [],
        body: read(body),
        range,
      };
    }
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return comprehension(node, read) ?? other();
    default:
      return other();
  }
}

/** The expressions between brackets and commas; `*x` is a spread. */
export function readItems(children: readonly SyntaxNode[], text: string, depth: number): Expression[] {
  const inner = children.filter(({ name }) => !/^[()[\]{}]$/.test(name));
  return betweenCommas(inner).flatMap(group => {
    const node = group.at(-1);
    if (!node || isToken(node)) return [];
    const value = readExpression(node, text, depth + 1);
    if (group[0]?.name !== '*') return [value];
    return [{ kind: 'spread' as const, value, range: { start: group[0].from, end: node.to } }];
  });
}

function dictionaryEntries(node: SyntaxNode, read: (node: SyntaxNode) => Expression): DictionaryEntry[] {
  const inner = childrenOf(node).filter(({ name }) => name !== '{' && name !== '}');
  return betweenCommas(inner).flatMap((group): DictionaryEntry[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || isToken(last)) return [];
    const range = { start: first.from, end: last.to };
    if (first.name === '**') return [{ value: read(last), range }];
    return group.length === 3 ? [{ key: read(first), value: read(last), range }] : [];
  });
}

function member(
  node: SyntaxNode,
  text: string,
  read: (node: SyntaxNode) => Expression,
): Expression | undefined {
  const range = rangeOf(node);
  const children = childrenOf(node);
  const [object, opening, inner] = children;
  if (!object || isToken(object) || !opening) return undefined;
  const property = node.getChild('PropertyName');
  if (opening.name === '.') {
    // Lezer reads `5.` before a delimiter as an attribute without a name.
    if (!property) return numberLiteral(text.slice(node.from, node.to), range);
    return {
      kind: 'attribute',
      object: read(object),
      name: text.slice(property.from, property.to),
      nameRange: rangeOf(property),
      range,
    };
  }
  if (opening.name !== '[' || !inner || isToken(inner) || children.length > 4) return undefined;
  return { kind: 'subscript', object: read(object), index: read(inner), range };
}

function readArguments(list: SyntaxNode, text: string, read: (node: SyntaxNode) => Expression): Argument[] {
  const children = childrenOf(list);
  const isGenerator = children.some(({ name }) => name === 'for');
  if (isGenerator) return [];
  const inner = children.filter(({ name }) => name !== '(' && name !== ')');
  return betweenCommas(inner).flatMap((group): Argument[] => {
    const [first, second] = group;
    const last = group.at(-1);
    if (!first || !last || isToken(last)) return [];
    const range = { start: first.from, end: last.to };
    if (first.name === '*' || first.name === '**') {
      return [{ value: { kind: 'spread', value: read(last), range }, range }];
    }
    if (second?.name !== 'AssignOp') return [{ value: read(last), range }];
    if (group.length < 3) return [];
    const name = { text: text.slice(first.from, first.to), range: rangeOf(first) };
    return [{ name, value: read(last), range }];
  });
}

function comprehension(node: SyntaxNode, read: (node: SyntaxNode) => Expression): Expression | undefined {
  const children = childrenOf(node).filter(({ name }) => !/^[()[\]{}]$/.test(name));
  const at = (word: string): number => children.findIndex(({ name }) => name === word);
  const [start, middle] = [at('for'), at('in')];
  const [first, third] = [children[0], children[2]];
  const targets = children.slice(start + 1, middle).filter(child => !isToken(child));
  const [target] = targets;
  const iterable = children[middle + 1];
  if (!first || start < 1 || !target || !iterable) return undefined;
  const hasKey = children[1]?.name === ':' && third !== undefined;
  const range = rangeOf(target);
  return {
    kind: 'comprehension',
    key: hasKey ? read(first) : undefined,
    element: read(hasKey ? third : first),
    target: targets.length === 1 ? read(target) : { kind: 'sequence', items: targets.map(read), range },
    iterable: read(iterable),
    isPlain: middle + 2 === children.length,
    range: rangeOf(node),
  };
}

/** The parameters of a function or lambda; the bare `*` and `/` are none. */
export function readParameters(list: SyntaxNode, text: string, depth: number): FunctionParameter[] {
  const inner = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  return betweenCommas(inner).flatMap((group): FunctionParameter[] => {
    const name = group.find(child => child.name === 'VariableName');
    if (!name) return [];
    const annotation = group.find(child => child.name === 'TypeDef')?.lastChild;
    const assign = group.findIndex(child => child.name === 'AssignOp');
    const initial = assign < 0 ? undefined : group[assign + 1];
    return [
      {
        name: text.slice(name.from, name.to),
        annotation: annotation ? readExpression(annotation, text, depth + 1) : undefined,
        initial: initial && readExpression(initial, text, depth + 1),
        isRest: group[0]?.name === '*' || group[0]?.name === '**',
      },
    ];
  });
}

function stringParts(node: SyntaxNode, text: string, depth: number): StringExpression['parts'] {
  if (node.name === 'ContinuedString') {
    const all = childrenOf(node).flatMap(child => stringParts(child, text, depth));
    return all.every(part => typeof part === 'string') ? [all.join('')] : all;
  }
  const { isRaw, contentStart, contentEnd } = stringShape(text, rangeOf(node));
  const isFormat = node.name === 'FormatString';
  const decode = (from: number, to: number): string => {
    const plain = isRaw ? text.slice(from, to) : unescape(text.slice(from, to));
    return isFormat ? plain.replaceAll('{{', '{').replaceAll('}}', '}') : plain;
  };
  const parts: (string | Expression)[] = [];
  let from = contentStart;
  for (const field of isFormat ? node.getChildren('FormatReplacement') : []) {
    if (field.from > from) parts.push(decode(from, field.from));
    parts.push(replacementField(field, text, depth));
    from = field.to;
  }
  if (from < contentEnd || parts.length === 0) parts.push(decode(from, contentEnd));
  return parts;
}

/** The expression in `{…}`, unless a conversion or format changes what it says. */
function replacementField(field: SyntaxNode, text: string, depth: number): Expression {
  const [inner, ...more] = childrenOf(field).filter(child => !isToken(child));
  if (inner && more.length === 0) return readExpression(inner, text, depth + 1);
  return { kind: 'other', children: [], range: rangeOf(field) };
}
