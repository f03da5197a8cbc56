import { entriesOf, type Entry } from '../../python/entries';
import type { Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { itemsOf } from '../../python/items';
import { resolve } from '../../python/resolve';
import type { Expression } from '../../python/syntax';
import { constantDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { nameOf } from '../python/names';
import type { Reading } from '../python/reading';
import { distributionOf } from './distributions';
import { readParameter } from './parameter';

/** The distributions of a configuration: a dictionary, or a list in one. A bare distribution is none. */
export function distributionsIn(thunk: Thunk): ReadonlySet<Expression> {
  const found = new Set<Expression>();
  for (const value of membersOf(thunk)) collect(value, found);
  return found;
}

function collect(thunk: Thunk, found: Set<Expression>): void {
  const { expression, environment } = resolve(thunk);
  if (distributionOf(expression, environment)) found.add(expression);
  else if (gridEntry(thunk)) found.add(expression);
  else environment.descend(() => membersOf(thunk).forEach(value => collect(value, found)));
}

function membersOf(thunk: Thunk): readonly Thunk[] {
  return entriesOf(thunk)?.map(({ value }) => value) ?? sequenceItems(thunk);
}

function holdsDistribution(thunk: Thunk): boolean {
  const found = new Set<Expression>();
  collect(thunk, found);
  return found.size > 0;
}

/**
 * The parameters of a configuration in order, nested dictionaries and lists joined with dots. What is the same in
 * every trial is a constant.
 */
export function readConfiguration(reading: Reading, thunk: Thunk, prefix = ''): Parameter[] {
  const entries = entriesOf(thunk) ?? [];
  const parameters = thunk.environment.descend(() =>
    entries.flatMap(entry => readEntry(reading, entry, prefix)),
  );
  return [...new Map((parameters ?? []).map(parameter => [parameter.name, parameter])).values()];
}

function readEntry(reading: Reading, { name: known, value, source }: Entry, prefix: string): Parameter[] {
  if (!source.key) return [];
  const key = { expression: source.key, environment: value.environment };
  const name = prefix + (known ?? (holdsDistribution(value) ? nameOf(key, reading) : ''));
  return readValue(reading, value, name, source.key.range);
}

function readValue(
  reading: Reading,
  value: Thunk,
  name: string,
  nameRange: Parameter['tokens']['name'],
): Parameter[] {
  const { expression, environment } = resolve(value);
  const found = distributionOf(expression, environment);
  if (found) return [readParameter(reading, found, environment, name, nameRange)];
  const grid = gridEntry(value);
  if (grid) return [gridParameter(reading, grid, name, nameRange)];
  if (holdsDistribution(value)) {
    if (entriesOf(value)) return readConfiguration(reading, value, `${name}.`);
    return sequenceItems(value).flatMap((item, i) => readValue(reading, item, `${name}.${i}`, nameRange));
  }
  const constant = evaluate(value);
  if (constant === undefined || name === '') return [];
  const declared = { notation: '', type: 'constant', scale: 'linear', bounds: 'values' } as const;
  const declaration = { start: nameRange.start, end: Math.max(nameRange.end, value.expression.range.end) };
  return [{ name, declared, domain: constantDomain(constant), tokens: { name: nameRange, declaration } }];
}

/** `{"grid_search": […]}`, which is what `tune.grid_search([…])` returns. */
function gridEntry(value: Thunk): Entry | undefined {
  const entries = entriesOf(value);
  return entries?.length === 1 && entries[0]?.name === 'grid_search' ? entries[0] : undefined;
}

function gridParameter(
  reading: Reading,
  { value }: Entry,
  name: string,
  nameRange: Parameter['tokens']['name'],
): Parameter {
  const { range } = value.expression;
  const values = { kind: 'call', callee: value.expression, argumentsRange: range, range } as const;
  const call = { ...values, arguments: [{ value: value.expression, range }] };
  const distribution = {
    name: 'grid_search',
    shape: 'choices',
    scale: 'linear',
    isQuantised: false,
    parameters: ['values'],
    required: ['values'],
  } as const;
  return readParameter(reading, { call, distribution }, value.environment, name, nameRange);
}

function sequenceItems(thunk: Thunk): readonly Thunk[] {
  const { expression } = resolve(thunk);
  return expression.kind === 'sequence' ? (itemsOf(thunk) ?? []) : [];
}
