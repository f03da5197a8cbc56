import type { Thunk } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { Routine } from '../../python/routines';
import type { Method, MethodFamily } from '../../space/searchSpace';
import { Call, type NumberArgument } from '../python/call';
import type { Reading } from '../python/reading';

/** A run of Hyperopt. */
export interface Minimisation {
  readonly space: Thunk | undefined;
  readonly trials: NumberArgument | undefined;
  readonly method: Method | undefined;
}

const parameters = ['fn', 'space', 'algo', 'max_evals', 'timeout', 'loss_threshold', 'trials', 'rstate'];

/** Every `fmin(…)` of a module. */
export function minimisationsOf(reading: Reading, routines: readonly Routine[]): Minimisation[] {
  return routines.flatMap(({ calls, environment }) =>
    calls.flatMap((expression): Minimisation[] => {
      if (!/^(?:hyperopt\.(?:fmin\.)?)?fmin$/.test(qualifiedName(expression.callee, environment) ?? '')) {
        return [];
      }
      const call = new Call(reading, expression, environment, { name: 'fmin', parameters, required: [] });
      return [{ space: call.thunk('space'), trials: call.number('max_evals'), method: methodOf(call) }];
    }),
  );
}

const families: ReadonlyMap<string, MethodFamily> = new Map([
  ['tpe', 'parzen'],
  ['atpe', 'parzen'],
  ['rand', 'random'],
  ['random', 'random'],
  ['anneal', 'other'],
  ['mix', 'other'],
]);

/** `tpe.suggest`, or `partial(tpe.suggest, …)`. */
function methodOf(call: Call): Method | undefined {
  const range = call.range('algo');
  const thunk = call.thunk('algo');
  if (!range || !thunk) return undefined;
  const { expression, environment } = resolve(thunk);
  const inner = expression.kind === 'call' ? expression.arguments[0]?.value : expression;
  const name = inner && /(\w+)\.suggest$/.exec(qualifiedName(inner, environment) ?? '')?.[1];
  return name === undefined ? undefined : { name, family: families.get(name) ?? 'other', range };
}
