import type { Condition, RelationOperator } from '../../space/searchSpace';
import type { Value } from '../../text/scalars';
import { constantOf, type RExpression } from './rExpression';

/** Whether the values of a parameter are numbers; undefined for what is no parameter. Choices are text in irace. */
export type IsNumeric = (name: string) => boolean | undefined;

/** What an R expression asks of single parameters; undefined where it asks more than that. */
export function conditionOf(expression: RExpression, isNumeric: IsNumeric): Condition | undefined {
  if (expression.kind === 'not') {
    const of = conditionOf(expression.of, isNumeric);
    return of && negated(of);
  }
  if (expression.kind !== 'binary') return undefined;
  const { operator, left, right } = expression;
  switch (operator) {
    case '&':
    case '&&':
      return joined('all', left, right, isNumeric);
    case '|':
    case '||':
      return joined('any', left, right, isNumeric);
    case '%in%':
      return left.kind === 'name' ? listed(left.name, right, isNumeric) : undefined;
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, left, right, isNumeric);
    default:
      return undefined;
  }
}

function joined(
  kind: 'all' | 'any',
  left: RExpression,
  right: RExpression,
  isNumeric: IsNumeric,
): Condition | undefined {
  const parts = [left, right].map(part => conditionOf(part, isNumeric));
  const [first, second] = parts;
  if (first === undefined || second === undefined) return undefined;
  const flat = (part: Condition): readonly Condition[] => (part.kind === kind ? part.of : [part]);
  return { kind, of: [...flat(first), ...flat(second)] };
}

function listed(parent: string, list: RExpression, isNumeric: IsNumeric): Condition | undefined {
  const items = list.kind === 'call' && list.name === 'c' ? list.of : [list];
  const values = items.map(item => valueFor(parent, item, isNumeric));
  const known = values.filter(value => value !== undefined);
  return known.length === values.length ? { kind: 'in', parent, values: known } : undefined;
}

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparison(
  operator: Comparison,
  left: RExpression,
  right: RExpression,
  isNumeric: IsNumeric,
): Condition | undefined {
  if (left.kind === 'name' && right.kind === 'name' && isLogical(right.name) === undefined) {
    return relation(operator, left.name, right.name, isNumeric);
  }
  if (left.kind === 'name') return bounded(operator, left.name, right, isNumeric);
  return right.kind === 'name' ? bounded(mirrored[operator], right.name, left, isNumeric) : undefined;
}

function relation(
  operator: Comparison,
  left: string,
  right: string,
  isNumeric: IsNumeric,
): Condition | undefined {
  if (operator === '!=' || isNumeric(left) !== true || isNumeric(right) !== true) return undefined;
  const between: RelationOperator = operator === '==' ? '=' : operator;
  return { kind: 'relation', left, operator: between, right };
}

function bounded(
  operator: Comparison,
  parent: string,
  other: RExpression,
  isNumeric: IsNumeric,
): Condition | undefined {
  const value = valueFor(parent, other, isNumeric);
  if (value === undefined) return undefined;
  if (operator === '==') return { kind: 'in', parent, values: [value] };
  if (operator === '!=') return { kind: 'notIn', parent, values: [value] };
  // R orders choices as text, which no condition here can say.
  if (typeof value !== 'number') return undefined;
  const kind = operator.startsWith('<') ? 'below' : 'above';
  return { kind, parent, bound: value, inclusive: operator.endsWith('=') };
}

/** A constant as the parameter holds it: R compares a number with a choice as texts. */
function valueFor(parent: string, expression: RExpression, isNumeric: IsNumeric): Value | undefined {
  const number = constantOf(expression);
  const isText = isNumeric(parent) === false;
  if (number !== undefined) return isText ? String(number) : number;
  if (expression.kind === 'text') return expression.value;
  return expression.kind === 'name' && isText ? isLogical(expression.name) : undefined;
}

function isLogical(name: string): string | undefined {
  if (name === 'TRUE' || name === 'T') return 'TRUE';
  return name === 'FALSE' || name === 'F' ? 'FALSE' : undefined;
}

/** What is not met exactly where the condition is, as long as its parameters are active. */
function negated(condition: Condition): Condition {
  switch (condition.kind) {
    case 'in':
      return { ...condition, kind: 'notIn' };
    case 'notIn':
      return { ...condition, kind: 'in' };
    case 'below':
      return { ...condition, kind: 'above', inclusive: !condition.inclusive };
    case 'above':
      return { ...condition, kind: 'below', inclusive: !condition.inclusive };
    case 'relation':
      return negatedRelation(condition);
    case 'all':
      return { kind: 'any', of: condition.of.map(negated) };
    case 'any':
      return { kind: 'all', of: condition.of.map(negated) };
  }
}

function negatedRelation(condition: Condition & { readonly kind: 'relation' }): Condition {
  switch (condition.operator) {
    case '<':
      return { ...condition, operator: '>=' };
    case '<=':
      return { ...condition, operator: '>' };
    case '>':
      return { ...condition, operator: '<=' };
    case '>=':
      return { ...condition, operator: '<' };
    case '=':
      return {
        kind: 'any',
        of: [
          { ...condition, operator: '<' },
          { ...condition, operator: '>' },
        ],
      };
  }
}
