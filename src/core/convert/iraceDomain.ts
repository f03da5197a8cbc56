import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import { choiceLabel } from '../space/values';
import { pythonFloat } from '../text/pythonNumber';
import { numberText } from '../text/numberText';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, type NumericDomain } from './numeric';

/** Type and domain: `r,log (1e-5, 0.1)`. */
export interface IraceDomain {
  readonly type: 'c' | 'o' | 'i' | 'r' | 'i,log' | 'r,log';
  readonly domain: string;
}

/** The ways to declare a domain for irace. */
export function* iraceDomains(domain: Domain): Iterable<Candidate<IraceDomain>> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
      return yield listed(
        'c',
        choicesOf(domain).map(({ value }) => value),
      );
    case 'ordinal':
      return yield ordered(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

/** irace refuses ordered numbers that do not increase. */
function ordered(values: readonly Value[]): Candidate<IraceDomain> {
  const numbers = values.map(value => pythonFloat(choiceLabel(value)));
  const isRefused =
    !numbers.includes(undefined) &&
    numbers.some((number, i) => i > 0 && (number ?? 0) < (numbers[i - 1] ?? 0));
  if (!isRefused) return listed('o', values);
  return { ...listed('c', values), loss: l10n.t('irace keeps no order of numbers but the increasing one.') };
}

function listed(type: 'c' | 'o', values: readonly Value[]): Candidate<IraceDomain> {
  // irace takes what stands between two quotes as it is; a quote cannot be among it.
  const isWritable = values.every(value => !/["\r\n]/.test(choiceLabel(value)));
  return {
    declaration: { type, domain: `(${values.map(item).join(', ')})` },
    means: isWritable ? evenly(values) : undefined,
  };
}

function* numeric(domain: NumericDomain): Iterable<Candidate<IraceDomain>> {
  const [low, high] = finiteBounds(domain);
  const type = domain.kind === 'integer' ? 'i' : 'r';
  const bounds = `(${numberText(low, 'json')}, ${numberText(high, 'json')})`;
  yield {
    declaration: { type, domain: bounds },
    means: numericDomain({ type: domain.kind, low, high }),
  };
  yield {
    declaration: { type: `${type},log`, domain: bounds },
    means: numericDomain({
      type: domain.kind,
      low,
      high,
      scale: 'log',
      // A log integer is a log-uniform real up to the next whole number, rounded down (irace, `R/generation.R`).
      step: type === 'i' ? { size: 1, origin: 'low', clamp: true, rounding: 'down' } : undefined,
    }),
  };
  const list = asList(domain);
  if (list) {
    yield listed(
      'o',
      list.map(({ value }) => value),
    );
  }
}

/** A value as it stands in a domain. */
export function item(value: Value): string {
  return typeof value === 'number' && Number.isFinite(value)
    ? numberText(value, 'json')
    : `"${choiceLabel(value)}"`;
}
