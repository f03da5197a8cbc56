import type { Environment } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { CallExpression, Expression } from '../../python/syntax';

/** The last part of the full name of what is called: `StandardScaler` for `preprocessing.StandardScaler()`. */
export function calleeName(call: CallExpression, environment: Environment): string | undefined {
  return qualifiedName(call.callee, environment)?.split('.').at(-1);
}

/** The method of a call `object.method(…)`. */
export function methodOf({ callee }: CallExpression): { object: Expression; name: string } | undefined {
  return callee.kind === 'attribute' ? callee : undefined;
}

/** The class an expression is an instance of, where it is constructed in place or by a name bound once. */
export function classOf(expression: Expression, environment: Environment): string | undefined {
  const constructed = constructionOf(expression, environment);
  return constructed && calleeName(constructed.call, constructed.environment);
}

/** The call that makes what an expression stands for; `Scaler().fit(X)` is made by `Scaler()`. */
export function constructionOf(
  expression: Expression,
  environment: Environment,
): { call: CallExpression; environment: Environment } | undefined {
  const made = resolve({ expression, environment });
  const call = made.expression;
  if (call.kind !== 'call') return undefined;
  const { callee } = call;
  return callee.kind === 'attribute' && callee.name === 'fit'
    ? constructionOf(callee.object, made.environment)
    : { call, environment: made.environment };
}

/** The value of an argument by its keyword. */
export function keyword(call: CallExpression, name: string): Expression | undefined {
  return call.arguments.findLast(argument => argument.name?.text === name)?.value;
}

/** The arguments without a keyword. */
export function positional(call: CallExpression): readonly Expression[] {
  return call.arguments.flatMap(({ name, value }) => (name ? [] : [value]));
}

/** Whether keywords may stand in `**options` that are not known here. */
export function hasSpread(call: CallExpression): boolean {
  return call.arguments.some(({ value }) => value.kind === 'spread');
}

const crossValidations = /^(?:cross_val_score|cross_validate|cross_val_predict)$/;
const splitters =
  /^(?:Repeated|Stratified|Group|RepeatedStratified|StratifiedGroup)?KFold$|^(?:Stratified|Group)?ShuffleSplit$|^TimeSeriesSplit$|^Leave(?:OneOut|OneGroupOut)$/;

/** A call that splits rows for validation: its name and the data it splits. */
export function splitOf(
  call: CallExpression,
  environment: Environment,
): { readonly name: string; readonly data: readonly Expression[] } | undefined {
  const name = calleeName(call, environment);
  const data = call.arguments.flatMap(({ name: word, value }) =>
    word === undefined || /^(?:X|y)$/.test(word.text) ? [value] : [],
  );
  if (name === 'train_test_split') return { name, data };
  if (name !== undefined && crossValidations.test(name)) return { name, data: data.slice(1) };
  const method = methodOf(call);
  if (method?.name !== 'split') return undefined;
  const splitter = classOf(method.object, environment);
  return splitter !== undefined && splitters.test(splitter) ? { name: splitter, data } : undefined;
}
