import type { Value } from '../text/scalars';
import { calculate, callFunction } from './arithmetic';
import { entriesOf } from './entries';
import type { Thunk } from './environment';
import { itemsOf } from './items';
import { qualifiedName } from './qualifiedName';
import { resolve } from './resolve';
import type { Expression } from './syntax';
import { formatted, pythonText } from './textFormat';

/**
 * The value of an expression that is the same in every run: literals, arithmetic and logarithms of them, names
 * bound once to such a value, text put together from them, and lists and dictionaries of all these (tuples and sets
 * as lists). Undefined for everything else.
 */
export function evaluate(thunk: Thunk): Value | undefined {
  return thunk.environment.descend(() => {
    const resolved = resolve(thunk);
    // What is put into a dictionary by name is lost on the way to its literal.
    return resolved.expression.kind === 'dictionary' ? dictionary(thunk) : literalValue(resolved);
  });
}

/** A finite or infinite number, and no truth value. */
export function evaluateNumber(thunk: Thunk): number | undefined {
  const value = evaluate(thunk);
  return typeof value === 'number' ? value : undefined;
}

function literalValue(thunk: Thunk): Value | undefined {
  const { expression, environment } = thunk;
  const within = (inner: Expression): Value | undefined => evaluate({ expression: inner, environment });
  switch (expression.kind) {
    case 'number':
    case 'constant':
      return expression.value;
    case 'string': {
      const parts = expression.parts.map(part =>
        typeof part === 'string'
          ? part
          : pythonText(within(part), isFloat({ expression: part, environment })),
      );
      return parts.every(part => part !== undefined) ? parts.join('') : undefined;
    }
    case 'sequence':
      return values(itemsOf(thunk));
    case 'unary': {
      const value = within(expression.operand);
      if (expression.operator === 'not') return typeof value === 'boolean' ? !value : undefined;
      if (typeof value !== 'number') return undefined;
      return expression.operator === '-' ? -value : expression.operator === '+' ? value : undefined;
    }
    case 'binary': {
      const [left, right] = [within(expression.left), within(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      return calculate(expression.operator, left, right);
    }
    case 'attribute':
      return constants.get(qualifiedName(expression, environment) ?? '');
    case 'comprehension':
      return expression.key ? dictionary(thunk) : values(itemsOf(thunk));
    case 'call':
      return callValue(thunk);
    case 'conditional':
    case 'dictionary':
    case 'lambda':
    case 'name':
    case 'other':
    case 'spread':
    case 'subscript':
      return undefined;
  }
}

const constants: ReadonlyMap<string, number> = new Map([
  ['math.pi', Math.PI],
  ['math.e', Math.E],
  ['math.inf', Infinity],
  ['numpy.pi', Math.PI],
  ['numpy.e', Math.E],
  ['numpy.inf', Infinity],
]);

function callValue(thunk: Thunk): Value | undefined {
  const { expression, environment } = thunk;
  if (expression.kind !== 'call') return undefined;
  const { callee } = expression;
  const given = expression.arguments.map(({ value }): Thunk => ({ expression: value, environment }));
  if (callee.kind === 'attribute' && callee.name === 'format') {
    const template = evaluate({ expression: callee.object, environment });
    return typeof template === 'string' ? formatted(template, expression.arguments, environment) : undefined;
  }
  const name = qualifiedName(callee, environment);
  const items = name === 'range' || name === 'list' || name === 'tuple' ? itemsOf(thunk) : undefined;
  if (items) return values(items);
  if (name === 'dict') return dictionary(thunk);
  const [first] = given;
  if (name === 'str' && first) return pythonText(evaluate(first), isFloat(first));
  const numbers = given.map(evaluateNumber);
  if (name === undefined || !numbers.every(number => number !== undefined)) return undefined;
  return callFunction(name, numbers);
}

function values(items: readonly Thunk[] | undefined): Value | undefined {
  const all = items?.map(evaluate);
  return all?.every(value => value !== undefined) ? all : undefined;
}

function dictionary(thunk: Thunk): Value | undefined {
  const pairs = entriesOf(thunk)?.map(({ name, value }) => [name, evaluate(value)] as const);
  if (!pairs) return undefined;
  const known = pairs.flatMap(([name, value]) =>
    name === undefined || value === undefined ? [] : [[name, value] as const],
  );
  return known.length === pairs.length ? Object.fromEntries(known) : undefined;
}

/** Whether an expression that evaluates to a number gives Python's `float` rather than `int`. */
export function isFloat(thunk: Thunk): boolean {
  const { expression, environment } = resolve(thunk);
  const within = (inner: Expression): boolean =>
    environment.descend(() => isFloat({ expression: inner, environment })) ?? false;
  if (expression.kind === 'number') return expression.isFloat;
  if (expression.kind === 'unary') return within(expression.operand);
  if (expression.kind === 'attribute') return true;
  if (expression.kind === 'call') {
    const name = qualifiedName(expression.callee, environment);
    return name !== 'int' && name !== 'len' && name !== 'round';
  }
  if (expression.kind !== 'binary') return false;
  if (expression.operator === '/' || within(expression.left) || within(expression.right)) return true;
  const exponent = expression.operator === '**' && evaluate({ expression: expression.right, environment });
  return typeof exponent === 'number' && exponent < 0;
}
