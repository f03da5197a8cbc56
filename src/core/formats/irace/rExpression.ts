import type { TextRange } from '../../text/range';

/** As much of R's expressions as conditions and dependent bounds are written in. */
export type RExpression =
  | { readonly kind: 'number'; readonly value: number; readonly range: TextRange }
  | { readonly kind: 'text'; readonly value: string; readonly range: TextRange }
  | { readonly kind: 'name'; readonly name: string; readonly range: TextRange }
  | { readonly kind: 'not' | 'minus'; readonly of: RExpression; readonly range: TextRange }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: RExpression;
      readonly right: RExpression;
      readonly range: TextRange;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly of: readonly RExpression[];
      readonly range: TextRange;
    };

/** The variables of an expression, in order. `TRUE` and its like are none. */
export function namesIn(expression: RExpression): { readonly name: string; readonly range: TextRange }[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return [];
    case 'name':
      return constants.has(expression.name) ? [] : [expression];
    case 'not':
    case 'minus':
      return namesIn(expression.of);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'call':
      return expression.of.flatMap(namesIn);
  }
}

const constants: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'T', 'F', 'NA', 'NULL', 'Inf', 'NaN', 'pi']);

/** The number an expression without variables stands for; undefined for any other. */
export function constantOf(expression: RExpression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'minus': {
      const value = constantOf(expression.of);
      return value === undefined ? undefined : -value;
    }
    case 'binary': {
      const [left, right] = [constantOf(expression.left), constantOf(expression.right)];
      return left === undefined || right === undefined
        ? undefined
        : compute(expression.operator, left, right);
    }
    case 'text':
    case 'name':
    case 'not':
    case 'call':
      return undefined;
  }
}

function compute(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
    default:
      return undefined;
  }
}
