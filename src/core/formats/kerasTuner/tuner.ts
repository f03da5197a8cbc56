import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { Routine } from '../../python/routines';
import type { Budget, Goal, Method, MethodFamily, Objective } from '../../space/searchSpace';
import { Call } from '../python/call';
import { definitionOf } from '../python/definitionOf';
import { notationRange } from '../python/numericParameter';
import type { Reading } from '../python/reading';

/** A tuner as it is constructed, and the function it builds models with. */
export interface Tuner {
  readonly builds: object | undefined;
  readonly objective: Objective | undefined;
  readonly method: Method;
  readonly budget: Budget;
}

const families: ReadonlyMap<string, MethodFamily> = new Map([
  ['RandomSearch', 'random'],
  ['GridSearch', 'grid'],
  ['BayesianOptimization', 'bayesian'],
  ['Hyperband', 'hyperband'],
]);

const parameters: Readonly<Record<string, readonly string[]>> = {
  Hyperband: ['hypermodel', 'objective', 'max_epochs', 'factor', 'hyperband_iterations'],
};

/** Every tuner of a module. */
export function tunersOf(reading: Reading, routines: readonly Routine[]): Tuner[] {
  return routines.flatMap(({ calls, environment }) =>
    calls.flatMap((expression): Tuner[] => {
      const path = qualifiedName(expression.callee, environment) ?? '';
      const name = /^keras_tuner\.(?:.*\.)?(\w+)$/.exec(path)?.[1] ?? '';
      const family = families.get(name);
      if (family === undefined) return [];
      const call = new Call(reading, expression, environment, {
        name,
        parameters: parameters[name] ?? ['hypermodel', 'objective', 'max_trials'],
        required: [],
      });
      const model = call.thunk('hypermodel');
      const range = notationRange(expression.callee);
      return [
        {
          builds: model && definitionOf(model.expression, model.environment, 'build'),
          objective: objectiveOf(reading, call),
          method: { name, family, range },
          budget: {
            trials: call.number('max_trials'),
            earlyStopping:
              name === 'Hyperband'
                ? {
                    name,
                    family: 'hyperband',
                    maxResource: call.number('max_epochs'),
                    reductionFactor: call.number('factor'),
                    range,
                  }
                : undefined,
          },
        },
      ];
    }),
  );
}

/** `"val_accuracy"`, whose direction the tuner infers, or `Objective("val_f1", direction="max")`. */
function objectiveOf(reading: Reading, call: Call): Objective | undefined {
  const metric = call.text('objective');
  const metricRange = call.range('objective');
  if (metric !== undefined && metricRange) {
    const goal = inferredGoal(metric);
    return goal && { metric, goal, metricRange };
  }
  const thunk = call.thunk('objective');
  const made = thunk && resolve(thunk);
  if (made?.expression.kind !== 'call') return undefined;
  const signature = { name: 'Objective', parameters: ['name', 'direction'], required: [] };
  const objective = new Call(reading, made.expression, made.environment, signature);
  const name = objective.text('name');
  const nameRange = objective.range('name');
  const direction = objective.text('direction');
  if (name === undefined || !nameRange || (direction !== 'min' && direction !== 'max')) return undefined;
  return {
    metric: name,
    goal: direction === 'max' ? 'maximize' : 'minimize',
    metricRange: nameRange,
    goalRange: objective.range('direction'),
  };
}

/** `metrics_tracking.infer_metric_direction` for the losses and metrics of Keras; undefined for others. */
function inferredGoal(metric: string): Goal | undefined {
  const name = metric.replace(/^val_/, '').replace(/^weighted_/, '');
  if (/(?:^|_)(?:loss|error|mse|mae|mape|msle|crossentropy|divergence|hinge)$/i.test(name)) return 'minimize';
  return /acc|auc|precision|recall|iou|similarity|positives|f1/i.test(name) ? 'maximize' : undefined;
}
