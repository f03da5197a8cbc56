import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';

/** Texts put together from literals stay short of this. */
const longestText = 10_000;

/** `left operator right` for numbers, comparisons, and `+` and `%` where they put text together. */
export function calculate(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === 'in' || operator === 'not in') {
    if (!Array.isArray(right)) return undefined;
    return (right as readonly Value[]).some(item => sameValue(item, left)) === (operator === 'in');
  }
  if (operator === '==' || operator === '!=') return sameValue(left, right) === (operator === '==');
  if (typeof left === 'string') return joined(operator, left, right);
  if (Array.isArray(left) && Array.isArray(right)) return operator === '+' ? [...left, ...right] : undefined;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const order = compared(operator, left, right);
  if (order !== undefined) return order;
  const value = arithmetic(operator, left, right);
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** Python's `//` on floats, which goes by the remainder: `1 // 0.1` is 9. */
export function floorDivide(left: number, right: number): number {
  const remainder = left % right;
  const quotient = (left - remainder) / right;
  const isBelow = remainder !== 0 && right < 0 !== remainder < 0;
  return Math.round(quotient) - (isBelow ? 1 : 0);
}

function compared(operator: string, left: number, right: number): boolean | undefined {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : left / right;
    case '//':
      return right === 0 ? undefined : floorDivide(left, right);
    case '%':
      return right === 0 ? undefined : left - right * floorDivide(left, right);
    case '**':
      return left ** right;
    case '<<':
      return left * 2 ** right;
    default:
      return undefined;
  }
}

function joined(operator: string, left: string, right: Value): string | undefined {
  if (operator === '+' && typeof right === 'string') {
    return left.length + right.length > longestText ? undefined : left + right;
  }
  if (operator !== '%') return undefined;
  const given = Array.isArray(right) ? (right as readonly Value[]) : [right];
  let used = 0;
  let isKnown = true;
  const text = left.replace(/%(.)/gs, (_, letter: string) => {
    if (letter === '%') return '%';
    const value = given[used++];
    const fits = letter === 's' ? isPlain(value) : letter === 'd' && Number.isInteger(value);
    isKnown &&= fits;
    return String(value);
  });
  return isKnown && used === given.length ? text : undefined;
}

function isPlain(value: Value | undefined): boolean {
  return typeof value === 'string' || Number.isInteger(value);
}

/** The value of a function of numbers that modules use in bounds: `math.log(1e-5)`, `int(2.5)`. */
export function callFunction(name: string, numbers: readonly number[]): number | undefined {
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  const value = calledFunction(name.replace(/^(?:numpy|math)\./, ''), first, second, numbers);
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

function calledFunction(
  name: string,
  first: number,
  second: number | undefined,
  all: readonly number[],
): number | undefined {
  switch (name) {
    case 'log':
      return second === undefined ? Math.log(first) : Math.log(first) / Math.log(second);
    case 'log10':
      return Math.log10(first);
    case 'log2':
      return Math.log2(first);
    case 'exp':
      return Math.exp(first);
    case 'sqrt':
      return Math.sqrt(first);
    case 'pow':
    case 'power':
      return second === undefined ? undefined : first ** second;
    case 'abs':
      return Math.abs(first);
    case 'int':
      return Math.trunc(first);
    case 'float':
      return first;
    case 'floor':
      return Math.floor(first);
    case 'ceil':
      return Math.ceil(first);
    case 'min':
      return Math.min(...all);
    case 'max':
      return Math.max(...all);
    default:
      return undefined;
  }
}
