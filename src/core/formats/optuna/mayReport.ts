import { childrenOf, expressionsOf, statementsOf } from '../../python/children';
import type { PythonModule } from '../../python/module';
import type { Expression, Statement } from '../../python/syntax';

/**
 * Whether a module may say how a trial is doing while it runs: it speaks of reporting, be it in a comment of what is to
 * be filled in, or hands a trial to code that is not here to be read, such as a callback. Its own functions are.
 */
export function mayReport(module: PythonModule, isTrial: (name: string) => boolean): boolean {
  const { text, body, environment } = module;
  if (/\breport\b/.test(text)) return true;
  const inStatement = (statement: Statement): boolean => {
    const read = statement.kind === 'assign' ? [statement.value] : expressionsOf(statement);
    return read.some(inExpression) || statementsOf(statement).some(inStatement);
  };
  const inExpression = (expression: Expression): boolean => {
    if (expression.kind === 'name') return isTrial(expression.name);
    if (expression.kind === 'lambda') return inExpression(expression.body);
    if (expression.kind === 'attribute' && expression.object.kind === 'name') return false;
    const callee = expression.kind === 'call' && expression.callee;
    const isOwn =
      callee && callee.kind === 'name' && environment.binding(callee.name)?.binding.kind === 'function';
    return childrenOf(expression).some(child => !(isOwn && child.kind === 'name') && inExpression(child));
  };
  return body.some(inStatement);
}
