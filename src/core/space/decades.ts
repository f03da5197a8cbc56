import { cumulativeBelow, isNumeric, quantile } from './cumulative';
import type { Domain } from './domain';

/** The share of draws that fall into [low, high); the last share includes its upper end. */
export interface DecadeShare {
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/**
 * The share of draws in each power of ten, ends cut to the domain's bounds. The tails of an unbounded prior, one
 * draw in a thousand on each side, count with the outermost decades. Empty for domains that are not all positive.
 */
export function decadeShares(domain: Domain): DecadeShare[] {
  if (!isNumeric(domain) || domain.low < 0 || (domain.low === 0 && domain.scale !== 'log')) return [];
  const from = domain.low > 0 ? domain.low : (quantile(domain, 0.001) ?? 0);
  const to = Number.isFinite(domain.high) ? domain.high : (quantile(domain, 0.999) ?? 0);
  if (!(from > 0 && to < Infinity)) return [];

  const inner: number[] = [];
  for (let power = decadeOf(from) + 1; powerOfTen(power) < to; power++) inner.push(powerOfTen(power));
  const edges = [domain.low, ...inner, domain.high];
  return edges.slice(1).map((high, i) => {
    const below = i === 0 ? 0 : cumulativeBelow(domain, edges[i] ?? 0);
    const upTo = i === inner.length ? 1 : cumulativeBelow(domain, high);
    return { low: edges[i] ?? 0, high, share: upTo - below };
  });
}

/** The exponent of the power of ten at or below x > 0. */
export function decadeOf(x: number): number {
  return Number(x.toExponential().split('e')[1]);
}

function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}
