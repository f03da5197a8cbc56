import { entriesOf } from '../../python/entries';
import type { Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { itemsOf } from '../../python/items';
import { resolve } from '../../python/resolve';
import { numericDomain, ordinalDomain } from '../../space/domains';
import type { Parameter, Population, Stated } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { choiceOf, type Call } from '../python/call';
import type { Reading } from '../python/reading';
import { distributionOf } from './distributions';
import { readParameter } from './parameter';

/** Which parameters change on the way: a dictionary of distributions and lists, or of the bounds of PB2. */
export interface Mutations {
  readonly dictionary: Thunk;
  readonly areBounds: boolean;
}

export function mutationsOf(scheduler: Call): Mutations | undefined {
  const bounds = scheduler.thunk('hyperparam_bounds');
  const dictionary = bounds ?? scheduler.thunk('hyperparam_mutations');
  return dictionary && { dictionary, areBounds: bounds !== undefined };
}

/**
 * `PopulationBasedTraining(…)` and `PB2(…)` with the defaults of `ray/tune/schedulers/pbt.py`, which stand for the name
 * of the scheduler. Every trial is a member.
 */
export function populationOf(
  scheduler: Call,
  trials: Stated | undefined,
  stop: Thunk | undefined,
): Population {
  const { range } = scheduler.expression.callee;
  const stated = (name: string, usual: number): Stated => scheduler.number(name) ?? { value: usual, range };
  const mutations = mutationsOf(scheduler);
  return {
    name: scheduler.signature.name,
    size: trials,
    maxResource: stop && limitIn(stop, scheduler.text('time_attr') ?? 'time_total_s'),
    interval: stated('perturbation_interval', 60),
    quantile: stated('quantile_fraction', 0.25),
    resampleProbability: stated('resample_probability', 0.25),
    factors: factorsOf(scheduler),
    isSynchronous: scheduler.flag('synch'),
    changes: mutations && entriesIn(mutations.dictionary).map(({ name }) => name),
    range,
  };
}

/** The limit in the unit that members are compared by, or the only one. */
function limitIn(stop: Thunk, unit: string): Stated | undefined {
  const limits = (entriesOf(stop) ?? []).flatMap(({ name, value }) => {
    const number = evaluate(value);
    return typeof number === 'number' ? [{ name, value: number, range: value.expression.range }] : [];
  });
  const found =
    limits.find(({ name }) => name === unit) ?? limits.find(({ name }) => name === 'training_iteration');
  return found && { value: found.value, range: found.range };
}

function factorsOf(scheduler: Call): readonly [number, number] {
  const written = scheduler.thunk('perturbation_factors');
  const values = (written && itemsOf(written)) ?? [];
  const numbers = values.map(evaluate).filter(value => typeof value === 'number');
  const [up, down] = [Math.max(...numbers), Math.min(...numbers)];
  return up > 1 && down < 1 && down > 0 ? [up, down] : [1.2, 0.8];
}

interface Mutation {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly value: Thunk;
}

/** Nested dictionaries joined with dots, as the space has them. */
function entriesIn(mutations: Thunk, prefix = ''): Mutation[] {
  return (entriesOf(mutations) ?? []).flatMap(({ name, value, source }) => {
    if (name === undefined || !source.key) return [];
    const nested = entriesOf(value);
    return nested
      ? entriesIn(value, `${prefix}${name}.`)
      : [{ name: prefix + name, nameRange: source.key.range, value }];
  });
}

/** Distributions, and lists: of values whose neighbours are tried, or of the two bounds that PB2 moves between. */
export function readMutations(reading: Reading, { dictionary, areBounds }: Mutations): Parameter[] {
  return entriesIn(dictionary).flatMap(({ name, nameRange, value }): Parameter[] => {
    const { expression, environment } = resolve(value);
    const found = distributionOf(expression, environment);
    if (found) return [readParameter(reading, found, environment, name, nameRange)];
    const choices = itemsOf(value)?.map(item => choiceOf(item, reading));
    if (!choices) return [];
    const declaration = { start: nameRange.start, end: Math.max(nameRange.end, expression.range.end) };
    const tokens = { name: nameRange, declaration };
    const plain = { notation: '', scale: 'linear', bounds: 'values' } as const;
    const [low, high] = choices.map(choice => Number(choice.value));
    if (areBounds && low !== undefined && high !== undefined) {
      const domain = numericDomain({ type: 'float', low, high });
      return [{ name, declared: { ...plain, type: 'float', low, high }, domain, tokens }];
    }
    const declared = { ...plain, type: 'ordinal', choices } as const;
    return [
      { name, declared, domain: ordinalDomain(choices), tokens: { ...tokens, choices: expression.range } },
    ];
  });
}
