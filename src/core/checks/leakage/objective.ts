import type { Environment } from '../../python/environment';
import type { CallExpression, Expression } from '../../python/syntax';
import { calleeName, keyword, positional } from './calls';
import type { Routine } from './routine';

/** A function that a tuner runs once for each trial. */
export interface Objective {
  readonly routine: Routine;
  /** What it tells the tuner: returned or reported, with the number of the step that does. */
  readonly told: readonly { readonly step: number; readonly value: Expression }[];
}

/** Functions with a parameter `trial`, functions that report to Ray Tune, and what Hyperopt's `fmin` minimises. */
export function objectivesIn(routines: readonly Routine[]): Objective[] {
  const minimised = new Set(routines.flatMap(minimisedBy));
  return routines.flatMap(routine => {
    const { definition } = routine;
    if (!definition) return [];
    const isTried =
      definition.parameters.some(({ name }) => name === 'trial') || minimised.has(definition.name.text);
    const told = routine.steps.flatMap(({ kind, value, calls }, step) => [
      ...(kind === 'return' && value && isTried ? [{ step, value }] : []),
      ...calls.flatMap(call => reported(call, routine.environment)).map(each => ({ step, value: each })),
    ]);
    return told.length > 0 ? [{ routine, told }] : [];
  });
}

function minimisedBy({ steps, environment }: Routine): string[] {
  return steps.flatMap(({ calls }) =>
    calls.flatMap(call => {
      if (calleeName(call, environment) !== 'fmin') return [];
      const minimised = keyword(call, 'fn') ?? positional(call)[0];
      return minimised?.kind === 'name' ? [minimised.name] : [];
    }),
  );
}

/** `tune.report(loss=…)`, `session.report({…})`, `train.report({…})`. */
function reported(call: CallExpression, environment: Environment): Expression[] {
  const { callee } = call;
  if (callee.kind !== 'attribute' || callee.name !== 'report' || callee.object.kind !== 'name') return [];
  if (calleeName(call, environment) !== 'report') return [];
  if (!/^(?:tune|session|train)$/.test(callee.object.name)) return [];
  return call.arguments.map(({ value }) => value);
}
