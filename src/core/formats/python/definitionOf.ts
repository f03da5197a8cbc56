import type { Environment } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import type { Expression, FunctionStatement, LambdaExpression } from '../../python/syntax';

/**
 * The function that an argument hands over: by its name, as a lambda, as `partial(f, …)`, or as an instance of one
 * of the module's classes, which stands for its `method`.
 */
export function definitionOf(
  expression: Expression,
  environment: Environment,
  method: string,
): FunctionStatement | LambdaExpression | undefined {
  if (expression.kind === 'lambda') return expression;
  if (expression.kind === 'name') {
    const found = environment.binding(expression.name);
    if (found?.binding.kind === 'function') return found.binding.definition;
    if (found?.binding.kind !== 'value') return undefined;
    const { value } = found.binding;
    return environment.descend(() => definitionOf(value, found.environment, method));
  }
  if (expression.kind !== 'call') return undefined;
  const [first] = expression.arguments;
  if (first && qualifiedName(expression.callee, environment) === 'functools.partial') {
    return environment.descend(() => definitionOf(first.value, environment, method));
  }
  const found = expression.callee.kind === 'name' ? environment.binding(expression.callee.name) : undefined;
  if (found?.binding.kind !== 'class') return undefined;
  return found.binding.definition.body
    .filter(statement => statement.kind === 'function')
    .find(({ name }) => name.text === method);
}
