import { entriesOf } from './entries';
import type { Thunk } from './environment';
import { evaluate } from './evaluate';
import { enterCall } from './functions';
import { itemsOf } from './items';

/**
 * Follows names, `space["key"]` and calls of functions that return one expression to the expression they stand for.
 * Stops at what is not known before the program runs.
 */
export function resolve(thunk: Thunk): Thunk {
  const next = step(thunk);
  return (next && thunk.environment.descend(() => resolve(next))) ?? thunk;
}

/** One step of `resolve`. */
export function step({ expression, environment }: Thunk): Thunk | undefined {
  if (expression.kind === 'name') return environment.lookup(expression.name);
  if (expression.kind === 'call') return returned({ expression, environment });
  if (expression.kind !== 'subscript') return undefined;
  const object = { expression: expression.object, environment };
  const key = evaluate({ expression: expression.index, environment });
  if (typeof key === 'string') return entriesOf(object)?.findLast(({ name }) => name === key)?.value;
  return typeof key === 'number' ? itemsOf(object)?.at(key) : undefined;
}

/** What a call of one of the module's own functions gives, where it has a single `return`. */
function returned(thunk: Thunk): Thunk | undefined {
  const entered = enterCall(thunk);
  const returns = entered?.body.filter(({ kind }) => kind === 'return') ?? [];
  const [only] = returns;
  if (!entered || only?.kind !== 'return' || !only.value || returns.length > 1) return undefined;
  return { expression: only.value, environment: entered.environment };
}
