import * as l10n from '@vscode/l10n';
import type { Parameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { FieldReader } from '../fieldReader';
import { exclusiveEnd, methodDomain } from '../rules';
import type { Drawer } from './drawn';
import type { IntervalSweep, RangeSweep, Sweep } from './overrides/sweep';
import { badArguments, floatInterval, mixedAxChoices, stopIncluded, unsupportedSweep } from './rules';
import type { ScalarText } from './scalarText';

/** What a sweeper does with a sweep that its author may not expect. */
export function checkSweep(
  reader: FieldReader,
  parameter: Parameter,
  sweep: Sweep,
  by: Drawer,
  source: ScalarText,
): void {
  switch (sweep.kind) {
    case 'choice':
      if (by.engine === 'ax') checkAxTypes(reader, parameter);
      return;
    case 'glob':
      if (by.engine !== 'basic') {
        const message = l10n.t('Only Hydra’s own sweeper takes `glob`; list the options with `choice(…)`.');
        reader.report(unsupportedSweep, at(parameter), message, { parameter: parameter.name });
      }
      return;
    case 'range':
      checkRange(reader, parameter, sweep, by);
      return;
    case 'interval':
      checkInterval(reader, parameter, sweep, by, source);
      return;
  }
}

function checkRange(reader: FieldReader, parameter: Parameter, sweep: RangeSweep, by: Drawer): void {
  const { name, domain, tokens } = parameter;
  const { start, stop, step, shuffled } = sweep;
  const down = start.value > stop.value;
  if (step.value === 0 || (step.value < 0 !== down && start.value !== stop.value)) {
    const message = l10n.t(
      '`{0}`: this range has no values; its step must lead from {1} to {2}.',
      name,
      formatNumber(start.value),
      formatNumber(stop.value),
    );
    reader.report(badArguments, tokens.step ?? at(parameter), message, { parameter: name });
  } else if (by.engine === 'optuna' && !shuffled && down) {
    const message = l10n.t('`{0}`: Optuna takes no range that goes down; start from the lower end.', name);
    reader.report(badArguments, tokens.low ?? at(parameter), message, { parameter: name });
  } else if (by.engine === 'optuna' && !shuffled) {
    if (by.grid) return checkLastLevel(reader, parameter, stop.value);
    if (domain === undefined || !divides(stop.value - start.value, step.value)) return;
    const message = l10n.t(
      '`{0}` takes {1} as well: the Optuna sweeper includes the stop of a range, which Hydra’s own sweeper leaves out.',
      name,
      formatNumber(stop.value),
    );
    reader.report(stopIncluded, tokens.high ?? at(parameter), message, { parameter: name });
  }
}

/** The Optuna sweeper lists one level too few for a `GridSampler`. */
export function checkLastLevel(reader: FieldReader, parameter: Parameter, high: number): void {
  const { name, domain, tokens } = parameter;
  const last =
    domain === undefined
      ? undefined
      : domain.kind === 'constant'
        ? domain.value
        : 'high' in domain
          ? domain.high
          : undefined;
  if (last === high) return;
  const message =
    typeof last === 'number'
      ? l10n.t(
          '`{0}` never takes {1}: for a GridSampler the Optuna sweeper stops one step earlier, at {2}.',
          name,
          formatNumber(high),
          formatNumber(last),
        )
      : l10n.t(
          '`{0}` has no value to try: for a GridSampler the Optuna sweeper stops one step before {1}.',
          name,
          formatNumber(high),
        );
  const severity = typeof last === 'number' ? 'warning' : 'error';
  reader.report(exclusiveEnd, tokens.high ?? at(parameter), message, { parameter: name, severity });
}

function checkInterval(
  reader: FieldReader,
  parameter: Parameter,
  { start, end, tags, call }: IntervalSweep,
  by: Drawer,
  source: ScalarText,
): void {
  const { name } = parameter;
  if (by.engine === 'basic') {
    const message = l10n.t(
      'Hydra’s own sweeper tries every combination and cannot list an `interval`; use `range(…)` or `choice(…)`, or override `hydra/sweeper` with optuna.',
    );
    reader.report(unsupportedSweep, at(parameter), message, { parameter: name });
    return;
  }
  const whole = start.type === 'int' && end.type === 'int';
  if (by.grid && (!whole || tags.has('log'))) {
    const message = l10n.t(
      '`{0}`: a GridSampler lists its values, and an interval has none to list; write `range(…)` with a step, or `choice(…)`.',
      name,
    );
    reader.report(methodDomain, at(parameter), message, { parameter: name });
    return;
  }
  if (by.grid && start.value <= end.value) checkLastLevel(reader, parameter, end.value);
  if (whole || !isCounted(name) || end.value - start.value < 2) return;
  const literal = [start, end].map(({ range }) => range && source.text.slice(range.start, range.end));
  if (!literal.every(number => number !== undefined && /^[-+]?\d+$/.test(number))) return;
  const message = l10n.t(
    '`{0}` gets real numbers such as {1}, because `interval` makes floats of its bounds; write `int(interval({2}, {3}))` for whole ones.',
    name,
    formatNumber((start.value + end.value) / 2 + 0.25),
    formatNumber(start.value),
    formatNumber(end.value),
  );
  const wrapped = source.edits([
    { range: { start: call.range.start, end: call.range.start }, newText: 'int(' },
    { range: { start: call.range.end, end: call.range.end }, newText: ')' },
  ]);
  const fixes = wrapped ? [{ title: l10n.t('Draw whole numbers'), edits: wrapped, safe: false }] : [];
  reader.report(floatInterval, at(parameter), message, { parameter: name, fixes });
}

/** Words of names whose values are counted. */
const counted =
  /(?:^|[^a-z])(?:n|num|number|layers?|depth|units?|hidden|sizes?|dims?|width|heads?|filters?|channels?|epochs?|steps?|batch|batchsize|estimators|trees|leaves|neighbou?rs|kernels?|blocks?|neurons|iterations|iters?|seed|degree|window|length|workers)(?:[^a-z]|$)/i;

function isCounted(name: string): boolean {
  return counted.test(name.slice(name.lastIndexOf('.') + 1));
}

/** `get_ax_choice_parameter_type`: one type for all, integers among floats aside. */
export function checkAxTypes(reader: FieldReader, { name, declared, tokens }: Parameter): void {
  const types = new Set(
    (declared.choices ?? []).map(({ value }) => (value === null ? 'null' : typeof value)),
  );
  if (types.size <= 1) return;
  const message = l10n.t('`{0}`: Ax takes choices of one type only, and these are of {1}.', name, types.size);
  reader.report(mixedAxChoices, tokens.choices ?? tokens.name, message, { parameter: name });
}

function at({ tokens }: Parameter) {
  return tokens.notation ?? tokens.name;
}

function divides(length: number, step: number): boolean {
  const count = length / step;
  return Math.abs(count - Math.round(count)) < 1e-8;
}
