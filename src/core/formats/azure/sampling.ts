import * as l10n from '@vscode/l10n';
import type {
  Budget,
  EarlyStopping,
  Method,
  MethodFamily,
  Objective,
  Parameter,
} from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { entry, type MapEntry, type MapNode, type SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { methodDomain } from '../rules';
import type { Job } from './jobs';
import { banditSlack, fewBayesianTrials } from './rules';

/** Words are compared as Azure's `StringTransformedEnum` does, without case and in camel or snake. */
export const plain = (text: string): string => text.toLowerCase().replaceAll('_', '');

const algorithms = ['random', 'grid', 'bayesian'] as const;

/** `sampling_algorithm`, a word or a mapping with a `type`; AutoML keeps it under `sweep`. */
export function readMethod(reader: FieldReader, settings: MapNode): Method | undefined {
  const at = entry(settings, 'sampling_algorithm');
  const isMap = at?.value.kind === 'map';
  const type = isMap ? reader.required(asMap(at.value), 'type', at.key.range) : at;
  const name = reader.oneOf(type, algorithms, { plain });
  if (!type || !name) return undefined;
  const rule = isMap
    ? reader.oneOf(entry(asMap(at.value), 'rule'), ['random', 'sobol'], { plain })
    : undefined;
  const families: Record<typeof name, MethodFamily> = {
    random: rule === 'sobol' ? 'quasiRandom' : 'random',
    grid: 'grid',
    bayesian: 'bayesian',
  };
  return { name, family: families[name], range: type.value.range };
}

/** Azure's documentation of the sampling methods: a grid of choices only; Bayesian over choice, uniform and quniform. */
export function checkMethod(
  reader: FieldReader,
  { name, family }: Method,
  parameters: readonly Parameter[],
): void {
  const taken = new Set(family === 'grid' ? ['choice'] : ['choice', 'uniform', 'quniform']);
  if (family !== 'grid' && family !== 'bayesian') return;
  for (const { name: parameter, declared, tokens } of parameters) {
    if (declared.notation === '' || taken.has(declared.notation)) continue;
    const message = l10n.t(
      '`{0}`: Azure ML’s {1} sampling takes {2} only, not {3}; use random sampling, or another expression.',
      parameter,
      name,
      [...taken].join(', '),
      declared.notation,
    );
    reader.report(methodDomain, tokens.notation ?? tokens.name, message, { parameter });
  }
}

/** The trial limits: `max_total_trials` of a sweep, `max_trials` of AutoML. */
export function readBudget(reader: FieldReader, { kind, node }: Job, settings: MapNode): Budget {
  const limits = asMap(entry(node, 'limits')?.value);
  const count = (key: string) =>
    reader.numberThat(
      entry(limits, key),
      value => Number.isInteger(value) && value > 0,
      l10n.t('a whole number above 0'),
    );
  return {
    trials: count(kind === 'sweep' ? 'max_total_trials' : 'max_trials'),
    parallelTrials: count('max_concurrent_trials'),
    earlyStopping: readTermination(reader, entry(settings, 'early_termination')),
  };
}

const policies = ['bandit', 'median_stopping', 'truncation_selection'] as const;
const policyKeys = ['type', 'evaluation_interval', 'delay_evaluation'];

function readTermination(reader: FieldReader, at: MapEntry | undefined): EarlyStopping | undefined {
  if (at?.value.kind !== 'map') return undefined;
  const node = at.value;
  const name = reader.oneOf(reader.required(node, 'type', at.key.range), policies, { plain });
  const field = (key: string, isRight: (value: number) => boolean, wanted: string) =>
    reader.numberThat(entry(node, key), isRight, wanted);
  const interval = field(
    'evaluation_interval',
    value => Number.isInteger(value) && value >= 1,
    l10n.t('a whole number from 1 on'),
  );
  const minResource = field(
    'delay_evaluation',
    value => Number.isInteger(value) && value >= 0,
    l10n.t('a whole number from 0 on'),
  );
  const timing = { minResource, interval, range: at.key.range };
  switch (name) {
    case undefined:
      return undefined;
    case 'bandit':
      reader.onlyKnown(node, [...policyKeys, 'slack_factor', 'slack_amount']);
      if (!entry(node, 'slack_factor') && !entry(node, 'slack_amount')) {
        const message = l10n.t(
          'A bandit policy needs `slack_factor` or `slack_amount`, the distance from the best trial that is forgiven; add one.',
        );
        reader.report(banditSlack, at.key.range, message);
      }
      return {
        name,
        family: 'bandit',
        ...timing,
        slackFactor: field('slack_factor', value => value >= 0, l10n.t('0 or more')),
        slackAmount: field('slack_amount', value => value >= 0, l10n.t('0 or more')),
      };
    case 'median_stopping':
      reader.onlyKnown(node, policyKeys);
      return { name, family: 'medianStopping', ...timing };
    case 'truncation_selection':
      reader.onlyKnown(node, [...policyKeys, 'truncation_percentage']);
      reader.required(node, 'truncation_percentage', at.key.range);
      return {
        name,
        family: 'truncation',
        ...timing,
        percentage: field(
          'truncation_percentage',
          value => value >= 1 && value <= 99,
          l10n.t('between 1 and 99'),
        ),
      };
  }
}

/** The documentation advises 20 trials for each parameter before Bayesian sampling pays. */
export function checkTrials(
  reader: FieldReader,
  method: Method | undefined,
  { trials }: Budget,
  parameters: readonly Parameter[],
): void {
  if (method?.family !== 'bayesian' || trials === undefined || trials.value >= 20 * parameters.length) return;
  const message = l10n.t(
    '{0} trials are few for Bayesian sampling of {1} parameters; Azure’s documentation advises 20 for each, {2} in all.',
    formatNumber(trials.value),
    formatNumber(parameters.length),
    formatNumber(20 * parameters.length),
  );
  reader.report(fewBayesianTrials, trials.range, message);
}

const goals = ['minimize', 'maximize'] as const;

/** `objective` of a sweep; AutoML names its metric at the top, and its image and text tasks maximise it. */
export function readObjective(
  reader: FieldReader,
  { kind, node }: Job,
  place: MapEntry,
): Objective | undefined {
  if (kind === 'automl') {
    const metric = entry(node, 'primary_metric');
    const name = reader.text(metric);
    return metric && name !== undefined
      ? { metric: name, goal: 'maximize', metricRange: metric.value.range }
      : undefined;
  }
  const at = reader.required(node, 'objective', place.key.range);
  if (at?.value.kind !== 'map') return undefined;
  reader.onlyKnown(at.value, ['goal', 'primary_metric']);
  const metric = reader.required(at.value, 'primary_metric', at.key.range);
  const goalField = reader.required(at.value, 'goal', at.key.range);
  const goal = reader.oneOf(goalField, goals, { plain });
  const name = reader.text(metric);
  if (!metric || !goalField || name === undefined || goal === undefined) return undefined;
  return { metric: name, goal, metricRange: metric.value.range, goalRange: goalField.value.range };
}

/** A node as a mapping, empty where it is something else. */
export function asMap(node: SourceNode | undefined): MapNode {
  return node?.kind === 'map'
    ? node
    : { kind: 'map', entries: [], range: node?.range ?? { start: 0, end: 0 } };
}
