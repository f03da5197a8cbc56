import { entriesOf } from '../../python/entries';
import { resolve } from '../../python/resolve';
import type { Routine } from '../../python/routines';
import type { Objective } from '../../space/searchSpace';
import { Call } from '../python/call';
import type { Reading } from '../python/reading';

/**
 * The metric and its direction: `objectives={"loss": ObjectiveProperties(minimize=True)}`, `objective_name` with
 * `minimize`, or `configure_optimization(objective="-loss")`. Ax maximises unless told otherwise.
 */
export function objectiveOf(
  reading: Reading,
  experiment: Call,
  routines: readonly Routine[],
): Objective | undefined {
  return properties(reading, experiment) ?? byName(experiment) ?? configured(reading, routines);
}

function properties(reading: Reading, experiment: Call): Objective | undefined {
  const objectives = experiment.thunk('objectives');
  const entries = objectives ? entriesOf(objectives) : undefined;
  const [only] = entries ?? [];
  const key = only?.source.key;
  if (!only || !key || only.name === undefined || (entries?.length ?? 0) > 1) return undefined;
  const made = resolve(only.value);
  if (made.expression.kind !== 'call') return undefined;
  const signature = { name: 'ObjectiveProperties', parameters: ['minimize', 'threshold'], required: [] };
  const call = new Call(reading, made.expression, made.environment, signature);
  const minimize = call.value('minimize');
  if (typeof minimize !== 'boolean') return undefined;
  return {
    metric: only.name,
    goal: minimize ? 'minimize' : 'maximize',
    metricRange: key.range,
    goalRange: call.range('minimize'),
  };
}

function byName(experiment: Call): Objective | undefined {
  const metric = experiment.text('objective_name');
  const metricRange = experiment.range('objective_name');
  if (metric === undefined || !metricRange) return undefined;
  const goal = experiment.value('minimize') === true ? 'minimize' : 'maximize';
  return { metric, goal, metricRange, goalRange: experiment.range('minimize') };
}

function configured(reading: Reading, routines: readonly Routine[]): Objective | undefined {
  for (const { calls, environment } of routines) {
    for (const expression of calls) {
      const { callee } = expression;
      if (callee.kind !== 'attribute' || callee.name !== 'configure_optimization') continue;
      const signature = { name: callee.name, parameters: ['objective', 'outcome_constraints'], required: [] };
      const call = new Call(reading, expression, environment, signature);
      const match = /^\s*(-)?\s*(?:1(?:\.0)?\s*\*\s*)?([\w./]+)\s*$/.exec(call.text('objective') ?? '');
      const metricRange = call.range('objective');
      const metric = match?.[2];
      if (metric === undefined || !metricRange) return undefined;
      return { metric, goal: match?.[1] ? 'minimize' : 'maximize', metricRange, goalRange: metricRange };
    }
  }
  return undefined;
}
