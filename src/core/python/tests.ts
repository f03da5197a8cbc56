import type { Condition } from '../space/searchSpace';
import { sameValue } from '../space/values';
import type { Thunk } from './environment';
import { evaluate } from './evaluate';
import type { Expression } from './syntax';

/** The parameter whose value an expression is, where it is one's. */
export type Drawn = (thunk: Thunk) => string | undefined;

/**
 * What holds of the parameters where a test comes out as `outcome`: `if kernel == "rbf" and …`. It is never too
 * narrow: parts that are not about parameters are left out, and undefined says that nothing is known.
 */
export function conditionOf(test: Thunk, outcome: boolean, drawn: Drawn): Condition | undefined {
  const { expression, environment } = test;
  const within = (inner: Expression): Thunk => ({ expression: inner, environment });
  if (expression.kind === 'unary') {
    if (expression.operator !== 'not') return undefined;
    return conditionOf(within(expression.operand), !outcome, drawn);
  }
  if (expression.kind === 'binary') {
    const { operator, left, right } = expression;
    if (operator === 'and' || operator === 'or') {
      const parts = [left, right].map(part => conditionOf(within(part), outcome, drawn));
      return (operator === 'and') === outcome ? allOf(parts) : anyOf(parts);
    }
    return (
      comparison(operator, within(left), within(right), outcome, drawn) ??
      comparison(mirrored.get(operator) ?? '', within(right), within(left), outcome, drawn)
    );
  }
  const parent = drawn(test);
  return parent === undefined ? undefined : { kind: 'in', parent, values: [outcome] };
}

const mirrored: ReadonlyMap<string, string> = new Map([
  ['==', '=='],
  ['!=', '!='],
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

function comparison(
  operator: string,
  left: Thunk,
  right: Thunk,
  outcome: boolean,
  drawn: Drawn,
): Condition | undefined {
  const parent = drawn(left);
  const value = parent === undefined ? undefined : evaluate(right);
  if (parent === undefined || value === undefined) return undefined;
  switch (operator) {
    case '==':
    case 'is':
      return { kind: outcome ? 'in' : 'notIn', parent, values: [value] };
    case '!=':
    case 'is not':
      return { kind: outcome ? 'notIn' : 'in', parent, values: [value] };
    case 'in':
    case 'not in': {
      if (!Array.isArray(value)) return undefined;
      return { kind: (operator === 'in') === outcome ? 'in' : 'notIn', parent, values: value };
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      if (typeof value !== 'number') return undefined;
      const isBelow = operator.startsWith('<') === outcome;
      const inclusive = operator.endsWith('=') === outcome;
      return { kind: isBelow ? 'below' : 'above', parent, bound: value, inclusive };
    }
    default:
      return undefined;
  }
}

/** All of the known parts at once. */
export function allOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
  const known = parts.flatMap(part => (part?.kind === 'all' ? part.of : (part ?? [])));
  const different = known.filter((part, i) => known.findIndex(other => same(other, part)) === i);
  const needed = different.filter(part => !isImplied(part, different));
  return needed.length < 2 ? needed[0] : { kind: 'all', of: needed };
}

/** "x is not a" says nothing new beside "x is b". */
function isImplied(part: Condition, parts: readonly Condition[]): boolean {
  if (part.kind !== 'notIn') return false;
  return parts.some(
    other =>
      other.kind === 'in' &&
      other.parent === part.parent &&
      !other.values.some(value => part.values.some(excluded => sameValue(excluded, value))),
  );
}

/** One of the parts; nothing is known where nothing is known of one of them. */
export function anyOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
  const known = parts.flatMap(part => (part?.kind === 'any' ? part.of : (part ?? [])));
  if (parts.some(part => part === undefined)) return undefined;
  const different = known.filter((part, i) => known.findIndex(other => same(other, part)) === i);
  const widest = different.filter(
    part => !different.some(other => other !== part && isNarrower(part, other)),
  );
  return widest.length < 2 ? widest[0] : { kind: 'any', of: widest };
}

/** "a and b" is part of "a". */
function isNarrower(part: Condition, other: Condition): boolean {
  const [needed, given] = [conjuncts(other), conjuncts(part)];
  return needed.every(condition => given.some(candidate => same(candidate, condition)));
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of : [condition];
}

function same(a: Condition, b: Condition): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
