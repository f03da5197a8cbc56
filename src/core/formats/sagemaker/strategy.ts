import * as l10n from '@vscode/l10n';
import type {
  Budget,
  EarlyStopping,
  Method,
  MethodFamily,
  Objective,
  Parameter,
} from '../../space/searchSpace';
import type { MapNode } from '../../text/source';
import { fix, type FieldReader } from '../fieldReader';
import { methodDomain } from '../rules';
import type { TuningJob } from './job';
import { earlyStoppingType } from './rules';

const families = {
  Bayesian: 'bayesian',
  Random: 'random',
  Hyperband: 'hyperband',
  Grid: 'grid',
} as const satisfies Record<string, MethodFamily>;

const names = Object.keys(families) as (keyof typeof families)[];

export function readMethod(
  reader: FieldReader,
  { config }: TuningJob,
  place: MapNode['range'],
): Method | undefined {
  const at = reader.required(config, 'strategy', place);
  const name = reader.oneOf(at, names);
  return at && name && { name, family: families[name], range: at.value.range };
}

/** The grid takes categories only ("Grid search" of the developer guide). */
export function checkMethod(
  reader: FieldReader,
  method: Method | undefined,
  parameters: readonly Parameter[],
): void {
  if (method?.family !== 'grid') return;
  for (const { name, declared, tokens } of parameters) {
    if (declared.type !== 'float' && declared.type !== 'integer') continue;
    const message = l10n.t(
      '`{0}`: SageMaker’s grid takes categories only; list its values as one, or use another strategy.',
      name,
    );
    reader.report(methodDomain, tokens.name, message, { parameter: name });
  }
}

export function readBudget(
  reader: FieldReader,
  { config, isChart }: TuningJob,
  method: Method | undefined,
  place: MapNode['range'],
): Budget {
  const field = isChart ? undefined : reader.required(config, 'resourceLimits', place);
  const limits = isChart ? config : field?.value.kind === 'map' ? field.value : undefined;
  if (limits) reader.required(limits, 'maxParallelTrainingJobs', field?.key.range ?? place);
  const count = (key: string) =>
    reader.numberThat(
      reader.field(limits, key),
      value => Number.isInteger(value) && value >= 1,
      l10n.t('a whole number from 1 on'),
    );
  return {
    trials: count('maxNumberOfTrainingJobs'),
    parallelTrials: count('maxParallelTrainingJobs'),
    earlyStopping: readStopping(reader, config, method),
  };
}

/** `Auto` stops below the median of the averages so far; Hyperband has rungs of its own and wants it off. */
function readStopping(
  reader: FieldReader,
  config: MapNode,
  method: Method | undefined,
): EarlyStopping | undefined {
  const at = reader.field(config, 'trainingJobEarlyStoppingType');
  const type = reader.oneOf(at, ['Off', 'Auto']);
  const strategy = reader.field(config, 'strategyConfig');
  const hyperband = reader.field(strategy?.value, 'hyperbandStrategyConfig')?.value;
  const resource = (key: string) =>
    reader.numberThat(
      reader.field(hyperband, key),
      value => Number.isInteger(value) && value >= 1,
      l10n.t('a whole number from 1 on'),
    );
  if (method?.name === 'Hyperband') {
    if (at && type === 'Auto') {
      const message = l10n.t(
        'Hyperband stops jobs itself, and SageMaker wants `{0}` Off beside it.',
        at.key.text,
      );
      const edit = { range: at.value.range, newText: reader.word('Off') };
      reader.report(earlyStoppingType, at.value.range, message, {
        fixes: [fix(l10n.t('Write {0}', 'Off'), [edit], true)],
      });
    }
    return {
      name: 'Hyperband',
      family: 'hyperband',
      minResource: resource('minResource'),
      maxResource: resource('maxResource'),
      range: strategy?.key.range ?? method.range,
    };
  }
  return at && type === 'Auto' ? { name: type, family: 'medianStopping', range: at.key.range } : undefined;
}

export function readObjective(reader: FieldReader, { config }: TuningJob): Objective | undefined {
  const at = reader.field(config, 'hyperParameterTuningJobObjective');
  if (at?.value.kind !== 'map') return undefined;
  const type = reader.required(at.value, 'type', at.key.range);
  const metric = reader.required(at.value, 'metricName', at.key.range);
  const goal = reader.oneOf(type, ['Minimize', 'Maximize']);
  const name = reader.text(metric);
  if (!type || !metric || name === undefined || goal === undefined) return undefined;
  return {
    metric: name,
    goal: goal === 'Minimize' ? 'minimize' : 'maximize',
    metricRange: metric.value.range,
    goalRange: type.value.range,
  };
}
