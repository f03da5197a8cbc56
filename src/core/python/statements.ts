import type { SyntaxNode } from '@lezer/common';
import { readExpression, readParameters } from './expressions';
import { readMatch } from './matchStatement';
import { betweenCommas, childrenOf, deepest, isToken, rangeOf } from './nodes';
import type { Body, Branch, Expression, FunctionStatement, ImportBinding, Statement, Word } from './syntax';

/** The statements under a `Script` or `Body` node. */
export function readBody(node: SyntaxNode | null | undefined, text: string, depth = 0): Body {
  if (!node || depth > deepest) return [];
  return childrenOf(node).flatMap(child => readStatement(child, text, depth));
}

function readStatement(node: SyntaxNode, text: string, depth: number): readonly Statement[] {
  const children = childrenOf(node);
  const read = (child: SyntaxNode): Expression => readExpression(child, text, depth);
  const body = (child: SyntaxNode | null | undefined): Body => readBody(child, text, depth + 1);
  const values = (): Expression[] =>
    children.filter(child => !isToken(child) && child.name !== 'Body').map(read);
  const range = rangeOf(node);
  switch (node.name) {
    case 'StatementGroup':
      return readBody(node, text, depth + 1);
    case 'ExpressionStatement':
      return values().map(value => ({ kind: 'expression', value }));
    case 'AssignStatement':
      return assignment(children, node, text, depth);
    case 'UpdateStatement': {
      const [target, value] = values();
      return target ? [{ kind: 'rebind', targets: [target], ...(value && { value }) }] : [];
    }
    case 'ImportStatement':
      return [{ kind: 'import', bindings: imports(children, text) }];
    case 'DecoratedStatement':
      return children.flatMap(child => (child.name === 'Decorator' ? [] : readStatement(child, text, depth)));
    case 'FunctionDefinition': {
      const name = wordAt(node.getChild('VariableName'), text);
      const list = node.getChild('ParamList');
      if (!name) return [];
      const parameters = list ? readParameters(list, text, depth) : [];
      return [lazyFunction({ name, parameters, range }, text, () => body(node.getChild('Body')))];
    }
    case 'ClassDefinition': {
      const name = wordAt(node.getChild('VariableName'), text);
      return name ? [{ kind: 'class', name, body: body(node.getChild('Body')), range }] : [];
    }
    case 'IfStatement':
      return [{ kind: 'if', branches: branches(children, read, body) }];
    case 'MatchStatement':
      return readMatch(node, text, read, body);
    case 'ForStatement':
      return forLoop(node, text, depth);
    case 'WithStatement':
      return [{ kind: 'with', items: withItems(children, read), body: body(node.getChild('Body')), range }];
    case 'ReturnStatement':
      return [{ kind: 'return', value: side(children.slice(1), text, depth) }];
    case 'RaiseStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return [{ kind: 'leave', value: values()[0] }];
    case 'ScopeStatement':
      return [{ kind: 'outer', names: names(children, text) }];
    case 'WhileStatement':
    case 'TryStatement':
      return [
        ...caught(children, read),
        { kind: 'block', values: values(), bodies: node.getChildren('Body').map(body) },
      ];
    default:
      return [];
  }
}

/** Most functions of a file have nothing to do with a search space, and are never looked into. */
function lazyFunction(
  shape: Pick<FunctionStatement, 'name' | 'parameters' | 'range'>,
  text: string,
  read: () => Body,
): FunctionStatement {
  let known: Body | undefined;
  return {
    kind: 'function',
    ...shape,
    get body() {
      known ??= read();
      return known;
    },
    declaresOuter: /\b(?:global|nonlocal)\b/.test(text.slice(shape.range.start, shape.range.end)),
  };
}

/** `a = b = value`, `a: int = value`; `a, b = 1, 2` pairs up where it can. */
function assignment(
  children: readonly SyntaxNode[],
  node: SyntaxNode,
  text: string,
  depth: number,
): Statement[] {
  const sides: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (child.name !== 'TypeDef') sides.at(-1)?.push(child);
  }
  const value = side(sides.at(-1) ?? [], text, depth);
  const targets = sides.slice(0, -1).flatMap(each => side(each, text, depth) ?? []);
  if (!value) return targets.length > 0 ? [{ kind: 'rebind', targets }] : [];
  return [{ kind: 'assign', targets, value, range: rangeOf(node) }];
}

/** One side of an assignment; with a comma it is a tuple. */
function side(nodes: readonly SyntaxNode[], text: string, depth: number): Expression | undefined {
  const parts = nodes.filter(node => !isToken(node));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  if (!nodes.some(({ name }) => name === ',')) return readExpression(last, text, depth);
  const items = betweenCommas(nodes).flatMap((group): Expression[] => {
    const node = group.at(-1);
    if (!node || isToken(node)) return [];
    const value = readExpression(node, text, depth);
    return [group[0]?.name === '*' ? { kind: 'spread', value, range: value.range } : value];
  });
  return { kind: 'sequence', items, range: { start: first.from, end: last.to } };
}

function forLoop(node: SyntaxNode, text: string, depth: number): Statement[] {
  const children = childrenOf(node);
  const at = (word: string): number => children.findIndex(({ name }) => name === word);
  const target = side(children.slice(at('for') + 1, at('in')), text, depth);
  const firstBody = at('Body');
  const iterable = side(children.slice(at('in') + 1, firstBody < 0 ? undefined : firstBody), text, depth);
  const [body, otherwise] = node.getChildren('Body').map(child => readBody(child, text, depth + 1));
  if (!target || !iterable) return [];
  return [
    { kind: 'for', target, iterable, body: body ?? [], otherwise: otherwise ?? [], range: rangeOf(node) },
  ];
}

function branches(
  children: readonly SyntaxNode[],
  read: (node: SyntaxNode) => Expression,
  body: (node: SyntaxNode) => Body,
): Branch[] {
  const found: Branch[] = [];
  let test: Expression | undefined;
  for (const child of children) {
    if (child.name === 'Body') {
      found.push({ test, body: body(child) });
      test = undefined;
    } else if (!isToken(child)) test = read(child);
  }
  return found;
}

function withItems(children: readonly SyntaxNode[], read: (node: SyntaxNode) => Expression) {
  const inner = children.filter(({ name }) => !['with', 'async', 'Body', '(', ')'].includes(name));
  return betweenCommas(inner).flatMap(group => {
    const [value, , target] = group;
    if (!value || isToken(value)) return [];
    return [{ value: read(value), target: target && !isToken(target) ? read(target) : undefined }];
  });
}

/** `except E as e` binds a name. */
function caught(children: readonly SyntaxNode[], read: (node: SyntaxNode) => Expression): Statement[] {
  const targets = children.flatMap((child, i) => {
    const target = children[i + 1];
    return child.name === 'as' && target && !isToken(target) ? [read(target)] : [];
  });
  return targets.length > 0 ? [{ kind: 'rebind', targets }] : [];
}

/** `import a.b as c`, `from a import b as c`. A relative import stands for nothing known here. */
function imports(children: readonly SyntaxNode[], text: string): ImportBinding[] {
  const word = ({ from, to }: SyntaxNode): string => text.slice(from, to);
  const split = children.findIndex(({ name }) => name === 'import');
  const module = children.slice(1, split).map(word).join('');
  const isFrom = children[0]?.name === 'from';
  const inner = children.slice(split + 1).filter(({ name }) => name !== '(' && name !== ')');
  return betweenCommas(inner).flatMap(group => {
    const as = group.findIndex(({ name }) => name === 'as');
    const path = (as < 0 ? group : group.slice(0, as)).map(word).join('');
    const alias = as < 0 ? undefined : group[as + 1];
    if (path === '') return [];
    if (isFrom) return [{ name: alias ? word(alias) : path, path: `${module}.${path}` }];
    const root = path.split('.')[0] ?? path;
    return [alias ? { name: word(alias), path } : { name: root, path: root }];
  });
}

function names(children: readonly SyntaxNode[], text: string): string[] {
  return children.filter(({ name }) => name === 'VariableName').map(({ from, to }) => text.slice(from, to));
}

function wordAt(node: SyntaxNode | null, text: string): Word | undefined {
  return node ? { text: text.slice(node.from, node.to), range: rangeOf(node) } : undefined;
}
