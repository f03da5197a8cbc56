import type { Condition } from '../space/searchSpace';
import { literal } from './pythonText';

/** The variable that holds a parameter's value; `optional` when it holds None while the parameter is inactive. */
export interface Variable {
  readonly name: string;
  readonly optional: boolean;
}

/** A condition as a Python expression over variables. */
export function conditionExpression(
  condition: Condition,
  variableOf: (parameter: string) => Variable,
): string {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, 'and', variableOf);
    case 'any':
      return joined(condition.of, 'or', variableOf);
    case 'relation': {
      const [left, right] = [variableOf(condition.left), variableOf(condition.right)];
      const guards = [left, right].flatMap(({ name, optional }) => (optional ? [`${name} is not None`] : []));
      const operator = condition.operator === '=' ? '==' : condition.operator;
      return [...guards, `${left.name} ${operator} ${right.name}`].join(' and ');
    }
    case 'in':
    case 'notIn':
    case 'below':
    case 'above': {
      const { name, optional } = variableOf(condition.parent);
      const test = `${name} ${comparison(condition)}`;
      // Of the comparisons only a positive one is false for None by itself.
      return optional && condition.kind !== 'in' ? `${name} is not None and ${test}` : test;
    }
  }
}

type Leaf = Extract<Condition, { readonly parent: string }>;

function comparison(condition: Leaf): string {
  switch (condition.kind) {
    case 'in':
    case 'notIn': {
      const isIn = condition.kind === 'in';
      const [only, ...others] = condition.values;
      if (only === undefined || others.length > 0 || only === null) {
        return `${isIn ? 'in' : 'not in'} ${literal(condition.values)}`;
      }
      return `${isIn ? '==' : '!='} ${literal(only)}`;
    }
    case 'below':
      return `${condition.inclusive ? '<=' : '<'} ${literal(condition.bound)}`;
    case 'above':
      return `${condition.inclusive ? '>=' : '>'} ${literal(condition.bound)}`;
  }
}

function joined(
  parts: readonly Condition[],
  word: 'and' | 'or',
  variableOf: (parameter: string) => Variable,
): string {
  if (parts.length === 0) return word === 'and' ? 'True' : 'False';
  return parts
    .map(part => {
      const text = conditionExpression(part, variableOf);
      return parts.length > 1 && / (?:and|or) /.test(text) ? `(${text})` : text;
    })
    .join(` ${word} `);
}
