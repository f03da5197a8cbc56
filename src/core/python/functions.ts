import type { Environment, Thunk } from './environment';
import { scopeOf, type Scope } from './scope';
import type { Body, FunctionParameter, FunctionStatement, LambdaExpression } from './syntax';

/** The inside of a function: its body and the names it is read with. */
export interface Entered {
  readonly body: Body;
  readonly environment: Environment;
  /** What was called; the same object for every call. */
  readonly definition: FunctionStatement | LambdaExpression;
}

const scopes = new WeakMap<object, Scope>();

/** The inside of a function when nothing is known of its arguments. */
export function enterFunction(
  definition: FunctionStatement | LambdaExpression,
  around: Environment,
  bound?: ReadonlyMap<string, Thunk>,
): Entered {
  const body: Body =
    definition.kind === 'function' ? definition.body : [{ kind: 'return', value: definition.body }];
  const scope =
    scopes.get(definition) ??
    scopeOf(
      body,
      definition.parameters.map(({ name }) => name),
    );
  scopes.set(definition, scope);
  return { body, environment: around.enter(scope, bound), definition };
}

/** The inside of the module's own function that a call calls, its parameters bound to the arguments. */
export function enterCall({ expression, environment }: Thunk): Entered | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name') return undefined;
  const found = environment.binding(expression.callee.name);
  if (found?.binding.kind !== 'function') return undefined;
  const { definition } = found.binding;
  const around = found.environment;
  const bound = boundArguments(definition.parameters, { expression, environment }, around);
  return enterFunction(definition, around, bound);
}

/** What a call binds the parameters of a function to; defaults are read where the function is defined. */
export function boundArguments(
  parameters: readonly FunctionParameter[],
  { expression, environment }: Thunk,
  around: Environment,
): ReadonlyMap<string, Thunk> {
  const bound = new Map<string, Thunk>();
  if (expression.kind !== 'call') return bound;
  const rest = parameters.findIndex(({ isRest }) => isRest);
  const positional = expression.arguments.filter(({ name }) => name === undefined);
  const spread = positional.findIndex(({ value }) => value.kind === 'spread');
  parameters.forEach(({ name, initial, isRest }, i) => {
    if (isRest) return;
    const named = expression.arguments.findLast(argument => argument.name?.text === name);
    const mayBePositional = (rest < 0 || i < rest) && (spread < 0 || i < spread);
    const argument = named ?? (mayBePositional ? positional[i] : undefined);
    if (argument) bound.set(name, { expression: argument.value, environment });
    else if (initial && spread < 0) bound.set(name, { expression: initial, environment: around });
  });
  return bound;
}
