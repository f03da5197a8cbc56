import * as l10n from '@vscode/l10n';
import type {
  Budget,
  EarlyStopping,
  Method,
  MethodFamily,
  Objective,
  Parameter,
} from '../../space/searchSpace';
import type { MapEntry } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { methodDomain } from '../rules';
import type { Study } from './study';

/** Those of the services, and of the open-source Vizier, which takes others' too. */
const families: Readonly<Record<string, MethodFamily>> = {
  ALGORITHM_UNSPECIFIED: 'bayesian',
  DEFAULT: 'bayesian',
  GRID_SEARCH: 'grid',
  SHUFFLED_GRID_SEARCH: 'grid',
  RANDOM_SEARCH: 'random',
  QUASI_RANDOM_SEARCH: 'quasiRandom',
  GAUSSIAN_PROCESS_BANDIT: 'bayesian',
  GP_UCB_PE: 'bayesian',
  CMA_ES: 'evolution',
  EAGLE_STRATEGY: 'evolution',
  NSGA2: 'evolution',
};

export function readMethod(reader: FieldReader, { node }: Study): Method | undefined {
  const at = reader.field(node, 'algorithm');
  const name = reader.text(at);
  if (!at || name === undefined) return undefined;
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  return { name, family: family ?? 'other', range: at.value.range };
}

/** "To use grid search, all parameters must be INTEGER, CATEGORICAL, or DISCRETE" (`StudySpec.Algorithm`). */
export function checkMethod(
  reader: FieldReader,
  method: Method | undefined,
  parameters: readonly Parameter[],
): void {
  if (method?.name !== 'GRID_SEARCH') return;
  for (const { name, declared, tokens } of parameters) {
    if (declared.type !== 'float') continue;
    const message = l10n.t(
      '`{0}`: grid search takes integers, categories and discrete values only; list its values, or use random search.',
      name,
    );
    reader.report(methodDomain, tokens.notation ?? tokens.name, message, { parameter: name });
  }
}

export function readBudget(reader: FieldReader, { kind, node, limits }: Study): Budget {
  const count = (key: string) =>
    reader.numberThat(
      reader.field(limits, key),
      value => Number.isInteger(value) && value >= 1,
      l10n.t('a whole number from 1 on'),
    );
  const isLegacy = kind === 'legacy';
  return {
    trials: count(isLegacy ? 'maxTrials' : 'maxTrialCount'),
    parallelTrials: count(isLegacy ? 'maxParallelTrials' : 'parallelTrialCount'),
    earlyStopping: isLegacy
      ? stopping(reader, reader.field(node, 'enableTrialEarlyStopping'))
      : (stopping(reader, reader.field(node, 'medianAutomatedStoppingSpec')) ??
        stopping(reader, reader.field(node, 'decayCurveStoppingSpec')) ??
        stopping(reader, reader.field(node, 'defaultStoppingSpec'))),
  };
}

function stopping(reader: FieldReader, at: MapEntry | undefined): EarlyStopping | undefined {
  if (at === undefined) return undefined;
  if (at.value.kind === 'scalar' && reader.value(at.value) === false) return undefined;
  const name = at.key.text;
  return { name, family: /^median/i.test(name) ? 'medianStopping' : 'other', range: at.key.range };
}

/** A goal left out is to maximise. Of several metrics the first. */
export function readObjective(reader: FieldReader, { kind, node, parameters }: Study): Objective | undefined {
  const metrics = kind === 'spec' ? reader.required(node, 'metrics', parameters.key.range)?.value : undefined;
  const first = metrics?.kind === 'list' ? metrics.items[0] : metrics;
  const from = kind === 'legacy' ? node : first;
  if (from?.kind !== 'map') return undefined;
  const goalField = reader.field(from, 'goal');
  const goal = reader.oneOf(goalField, ['MAXIMIZE', 'MINIMIZE', 'GOAL_TYPE_UNSPECIFIED']);
  const metric = reader.field(from, kind === 'legacy' ? 'hyperparameterMetricTag' : 'metricId');
  const name = reader.text(metric);
  if (!metric || name === undefined) return undefined;
  return {
    metric: name,
    goal: goal === 'MINIMIZE' ? 'minimize' : 'maximize',
    metricRange: metric.value.range,
    goalRange: goal === 'GOAL_TYPE_UNSPECIFIED' ? undefined : goalField?.value.range,
  };
}
