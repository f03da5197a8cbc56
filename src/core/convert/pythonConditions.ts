import type { Condition } from '../space/searchSpace';
import { literal } from './pythonText';

/** A condition as a Python expression over variables that hold the parameters' values. */
export function conditionExpression(condition: Condition, variable: (parameter: string) => string): string {
  const parts = (list: readonly Condition[], word: string): string =>
    list.length === 0
      ? word === 'and'
        ? 'True'
        : 'False'
      : list.map(part => bracketed(part, variable)).join(` ${word} `);
  switch (condition.kind) {
    case 'in':
    case 'notIn': {
      const [only, ...others] = condition.values;
      const name = variable(condition.parent);
      if (only !== undefined && others.length === 0 && typeof only !== 'object') {
        return `${name} ${condition.kind === 'in' ? '==' : '!='} ${literal(only)}`;
      }
      return `${name} ${condition.kind === 'in' ? 'in' : 'not in'} ${literal(condition.values)}`;
    }
    case 'below':
      return `${variable(condition.parent)} ${condition.inclusive ? '<=' : '<'} ${literal(condition.bound)}`;
    case 'above':
      return `${variable(condition.parent)} ${condition.inclusive ? '>=' : '>'} ${literal(condition.bound)}`;
    case 'all':
      return parts(condition.of, 'and');
    case 'any':
      return parts(condition.of, 'or');
  }
}

function bracketed(condition: Condition, variable: (parameter: string) => string): string {
  const text = conditionExpression(condition, variable);
  return condition.kind === 'all' || condition.kind === 'any' ? `(${text})` : text;
}
