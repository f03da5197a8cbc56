import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import { numberText } from '../text/numberText';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, type NumericDomain } from './numeric';
import type { Yaml } from './yamlText';

/** The ways to write a domain in Hydra's override grammar. */
export function* hydraSweeps(domain: Domain, grid: boolean): Iterable<Candidate<Yaml>> {
  switch (domain.kind) {
    case 'constant':
      if (isElement(domain.value)) yield { declaration: fixed(domain.value), means: domain };
      return;
    case 'categorical':
    case 'ordinal':
      return yield* choice(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain, grid);
  }
}

/** A text that the override grammar would not read as itself is quoted for it. */
function fixed(value: Value): Yaml {
  return typeof value === 'string' ? element(value) : (value as Exclude<Value, object>);
}

function* choice(values: readonly Value[], loss?: string): Iterable<Candidate<Yaml>> {
  if (!values.every(isElement)) return;
  const items = values.map(element);
  // `choice` takes no null, a bare list does.
  const isBare = values.includes(null) && values.length > 1;
  yield {
    declaration: isBare ? items.join(',') : `choice(${items.join(', ')})`,
    means: values.length === 1 && values[0] === null ? undefined : evenly(values),
    loss,
  };
}

/** With the grid sampler ranges lose their last value, so there everything is listed. */
function* numeric(domain: NumericDomain, grid: boolean): Iterable<Candidate<Yaml>> {
  const { kind, step } = domain;
  const [low, high] = finiteBounds(domain);
  const list = asList(domain)?.map(({ value }) => value);
  if (grid && list) return yield* choice(list);
  const number = kind === 'integer' ? String : real;
  const bounds = `${number(low)}, ${number(high)}`;
  // An interval is one of floats until it is cast.
  const cast = (sweep: string): string => (kind === 'integer' ? `int(${sweep})` : sweep);
  yield { declaration: cast(`interval(${bounds})`), means: numericDomain({ type: kind, low, high }) };
  yield {
    declaration: cast(`tag(log, interval(${bounds}))`),
    means: numericDomain({ type: kind, low, high, scale: 'log' }),
  };
  if (step) {
    yield {
      declaration: `range(${bounds}, ${number(step.size)})`,
      means: numericDomain({ type: kind, low, high, step: { size: step.size, origin: 'low', clamp: true } }),
    };
  }
  if (list) yield* choice(list, l10n.t('Written as choices, between which Optuna sees no order.'));
}

/** A choice sweep takes text, numbers, booleans and null. */
function isElement(value: Value): boolean {
  return typeof value !== 'object' || value === null;
}

function element(value: Value): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? numberText(value, 'json') : numberWord(value);
  }
  if (typeof value !== 'string') return String(value);
  const isBare = /^[A-Za-z_][\w/.@-]*$/.test(value) && !/^(?:true|false|null|inf|nan)$/i.test(value);
  if (isBare) return value;
  const escaped = value.replace(/\\(?=\\*(?:'|\$\{|$))/g, '\\\\').replace(/'|\$\{/g, '\\$&');
  return `'${escaped}'`;
}

function numberWord(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

function real(x: number): string {
  const text = numberText(x, 'json');
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
