import * as l10n from '@vscode/l10n';
import type {
  Budget,
  EarlyStopping,
  Method,
  MethodFamily,
  Objective,
  Population,
  Stated,
} from '../../space/searchSpace';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import { fix, written, type FieldReader } from '../fieldReader';
import { wrongValue } from '../rules';
import { retiredSearcher } from './rules';

const families = {
  single: 'other',
  random: 'random',
  grid: 'grid',
  adaptive_asha: 'hyperband',
  async_halving: 'hyperband',
  pbt: 'population',
  custom: 'other',
  adaptive: 'hyperband',
  adaptive_simple: 'hyperband',
  sync_halving: 'hyperband',
} as const satisfies Record<string, MethodFamily>;

type SearcherName = keyof typeof families;
const names = Object.keys(families) as SearcherName[];

const retired: readonly SearcherName[] = ['adaptive', 'adaptive_simple', 'sync_halving', 'pbt', 'custom'];

/** `searcher.json` of its schemas, which admits no other key, and what older and newer versions of it add. */
const keys = (
  'name metric smaller_is_better max_trials max_length max_time time_metric max_concurrent_trials max_rungs ' +
  'num_rungs bracket_rungs divisor mode stop_once source_trial_id source_checkpoint_uuid budget train_stragglers ' +
  'population_size length_per_round num_rounds replace_function explore_function unit'
).split(' ');

export interface Searcher {
  readonly method: Method | undefined;
  readonly objective: Objective | undefined;
  readonly budget: Budget;
}

export function readSearcher(reader: FieldReader, at: MapEntry, node: MapNode): Searcher {
  reader.onlyKnown(node, keys);
  const field = entry(node, 'name');
  const name = reader.oneOf(field, names);
  const place = field?.value.range ?? at.key.range;
  if (name) checkRetired(reader, name, place);
  const needsTrials = name === 'random' || name === 'adaptive_asha' || name === 'async_halving';
  if (needsTrials) reader.required(node, 'max_trials', at.key.range);
  const count = (key: string) =>
    reader.numberThat(
      entry(node, key),
      value => Number.isInteger(value) && value >= 1,
      l10n.t('a whole number from 1 on'),
    );
  const concurrent = reader.numberThat(
    entry(node, 'max_concurrent_trials'),
    value => Number.isInteger(value) && value >= 0,
    l10n.t('a whole number from 0 on'),
  );
  return {
    method: name && { name, family: families[name], range: place },
    objective: readObjective(reader, at, node),
    budget: {
      trials: count('max_trials'),
      parallelTrials: concurrent && concurrent.value > 0 ? concurrent : undefined,
      earlyStopping: name && families[name] === 'hyperband' ? readHalving(reader, name, node, at) : undefined,
      population: name === 'pbt' ? readPopulation(reader, node, at) : undefined,
    },
  };
}

function checkRetired(reader: FieldReader, name: SearcherName, range: MapEntry['range']): void {
  if (!retired.includes(name)) return;
  const message = l10n.t('Determined has retired `{0}`; use `adaptive_asha` or `random` instead.', name);
  const fixes =
    name === 'adaptive_simple'
      ? [fix(l10n.t('Use {0}', 'adaptive_asha'), [{ range, newText: 'adaptive_asha' }], false)]
      : [];
  reader.report(retiredSearcher, range, message, { fixes });
}

/** Defaults of the schemas: a divisor of 4 and 5 rungs. Resources are in the unit of `max_length` or `time_metric`. */
function readHalving(reader: FieldReader, name: SearcherName, node: MapNode, at: MapEntry): EarlyStopping {
  const mode = reader.oneOf(entry(node, 'mode'), ['aggressive', 'standard', 'conservative']);
  const divisor = reader.numberThat(entry(node, 'divisor'), value => value > 1, l10n.t('above 1'));
  const rungs = reader.numberThat(
    entry(node, 'max_rungs') ?? entry(node, 'num_rungs'),
    value => Number.isInteger(value) && value >= 1,
    l10n.t('a whole number from 1 on'),
  );
  const length = entry(node, 'max_length')?.value;
  const whole = length?.kind === 'map' ? length.entries.at(-1) : entry(node, 'max_length');
  const place = entry(node, 'name')?.value.range ?? at.key.range;
  return {
    name,
    family: 'hyperband',
    maxResource: reader.number(entry(node, 'max_time') ?? whole),
    reductionFactor: divisor ?? { value: 4, range: place },
    rungsBelow: rungs ? { ...rungs, value: rungs.value - 1 } : { value: 4, range: place },
    mode: mode ?? (name === 'adaptive_asha' ? 'standard' : undefined),
    range: at.key.range,
  };
}

/** `length_per_round` of each of `num_rounds` rounds, all members waiting for each other. */
function readPopulation(reader: FieldReader, node: MapNode, at: MapEntry): Population {
  const rounds = reader.number(entry(node, 'num_rounds'));
  const length = entry(node, 'length_per_round');
  const whole = length?.value.kind === 'map' ? length.value.entries.at(-1) : length;
  const interval = reader.number(whole);
  const inner = (key: string, name: string): Stated | undefined => {
    const function_ = entry(node, key)?.value;
    return function_?.kind === 'map' ? reader.number(entry(function_, name)) : undefined;
  };
  const factor = inner('explore_function', 'perturb_factor')?.value;
  return {
    name: 'pbt',
    size: reader.number(entry(node, 'population_size')),
    maxResource: rounds && interval && { ...rounds, value: rounds.value * interval.value },
    interval,
    quantile: inner('replace_function', 'truncate_fraction'),
    resampleProbability: inner('explore_function', 'resample_probability'),
    factors: factor !== undefined && factor > 0 && factor < 1 ? [1 + factor, 1 - factor] : undefined,
    isSynchronous: true,
    range: at.key.range,
  };
}

/** A metric is minimised unless `smaller_is_better` says otherwise. */
function readObjective(reader: FieldReader, at: MapEntry, node: MapNode): Objective | undefined {
  const metric = reader.required(node, 'metric', at.key.range);
  const name = reader.text(metric);
  const smaller = entry(node, 'smaller_is_better');
  const value = smaller?.value.kind === 'scalar' ? reader.value(smaller.value) : undefined;
  if (smaller && typeof value !== 'boolean' && value !== null) {
    const range = written(smaller.value.range) ? smaller.value.range : smaller.key.range;
    reader.report(wrongValue, range, l10n.t('`smaller_is_better` must be true or false.'));
  }
  if (!metric || name === undefined) return undefined;
  return {
    metric: name,
    goal: value === false ? 'maximize' : 'minimize',
    metricRange: metric.value.range,
    goalRange: typeof value === 'boolean' ? smaller?.value.range : undefined,
  };
}
