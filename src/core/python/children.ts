import type { Expression, Statement } from './syntax';

/** The expressions directly inside an expression, in the order they are evaluated; bodies of lambdas are not. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'name':
    case 'number':
    case 'constant':
    case 'lambda':
      return [];
    case 'attribute':
      return [expression.object];
    case 'subscript':
      return [expression.object, expression.index];
    case 'call':
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case 'string':
      return expression.parts.filter(part => typeof part !== 'string');
    case 'sequence':
      return expression.items;
    case 'dictionary':
      return expression.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.test, expression.then, expression.otherwise];
    case 'comprehension': {
      const { iterable, key, element } = expression;
      return key ? [iterable, key, element] : [iterable, element];
    }
    case 'spread':
      return [expression.value];
    case 'other':
      return expression.children;
  }
}

/** The expressions of a statement, those of the statements in it left out. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'expression':
      return [statement.value];
    case 'assign':
      return [...statement.targets, statement.value];
    case 'rebind':
    case 'return':
    case 'leave':
      return statement.value ? [statement.value] : [];
    case 'if':
      return statement.branches.flatMap(({ test }) => test ?? []);
    case 'for':
      return [statement.iterable];
    case 'with':
      return statement.items.map(({ value }) => value);
    case 'block':
      return statement.values;
    case 'function':
      return statement.parameters.flatMap(({ initial }) => initial ?? []);
    case 'class':
    case 'import':
    case 'outer':
      return [];
  }
}

/** The statements directly inside a statement. */
export function statementsOf(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'function':
    case 'class':
    case 'with':
      return statement.body;
    case 'for':
      return [...statement.body, ...statement.otherwise];
    case 'if':
      return statement.branches.flatMap(({ body }) => body);
    case 'block':
      return statement.bodies.flat();
    case 'assign':
    case 'expression':
    case 'import':
    case 'leave':
    case 'outer':
    case 'rebind':
    case 'return':
      return [];
  }
}
