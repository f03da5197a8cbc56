import { categoricalDomain } from '../space/domains';
import { density, levelCount, levelValues, quantile } from '../space/distribution';
import type { Domain, FloatDomain, IntegerDomain } from '../space/domain';
import type { Value } from '../text/scalars';

export type NumericDomain = FloatDomain | IntegerDomain;

/** Longer lists of values than this say less than bounds do. */
const listed = 64;

/** The bounds, and where there are none what holds 99 % of the draws. */
export function finiteBounds(domain: NumericDomain): readonly [number, number] {
  const at = (share: number): number => Number((quantile(domain, share) ?? NaN).toPrecision(3));
  const low =
    Number.isFinite(domain.low) && !(domain.low === 0 && domain.scale === 'log') ? domain.low : at(0.005);
  return [low, Number.isFinite(domain.high) ? domain.high : at(0.995)];
}

/** The values of a quantised domain with their probabilities, where there are few enough to list. */
export function asList(
  domain: NumericDomain,
): readonly { readonly value: number; readonly weight: number }[] | undefined {
  if (levelCount(domain) > listed) return undefined;
  return levelValues(domain, listed)
    .filter(value => typeof value === 'number')
    .map(value => ({ value: tidy(value), weight: density(domain, value) }));
}

/** A choice between values, all equally likely. */
export function evenly(values: readonly Value[]): Domain | undefined {
  return categoricalDomain(values.map(value => ({ value })));
}

/** Whether all weights are the same. */
export function isEven(choices: readonly { readonly weight: number }[]): boolean {
  const first = choices[0]?.weight ?? 0;
  return choices.every(({ weight }) => Math.abs(weight - first) <= 1e-9);
}

/** Without what binary fractions leave behind in the last digits: 0.3 for 0.30000000000000004. */
export function tidy(x: number): number {
  const short = Number(x.toPrecision(12));
  return Math.abs(short - x) <= 1e-14 * Math.abs(x) ? short : x;
}
