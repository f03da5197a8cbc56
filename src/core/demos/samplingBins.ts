import { displayAxis, axisValue } from '../space/displayAxis';
import { cumulative, cumulativeBelow, density, levelCount, levelValues } from '../space/distribution';
import { isNumeric } from '../space/cumulative';
import { decadeOf } from '../space/decades';
import type { Domain, FloatDomain, IntegerDomain } from '../space/domain';
import { choiceLabel, sameValue } from '../space/values';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';
import type { Value } from '../text/scalars';

/** A bar of a histogram: a level by itself, or the values from `from` up to but excluding `to`. */
export interface Bin {
  readonly label: string;
  /** Both absent for a level by itself. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The share of draws that belong here. */
  readonly share: number;
  holds(value: Value): boolean;
}

const mostLevels = 16;

/** Bars for a domain, even on the axis that shows it: levels where they are few, half decades on a log axis. */
export function binsOf(domain: Domain): Bin[] {
  if (levelCount(domain) <= mostLevels || !isNumeric(domain)) return levelBins(domain);
  const edges = binEdges(domain);
  const last = edges.length - 2;
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? from;
    const [outer, inner] = [i === last, i === 0];
    return {
      label: `${formatNumber(from)} … ${formatNumber(to)}`,
      from,
      to,
      share: (outer ? 1 : cumulativeBelow(domain, to)) - (inner ? 0 : cumulativeBelow(domain, from)),
      holds: value => typeof value === 'number' && (inner || value >= from) && (outer || value < to),
    };
  });
}

function levelBins(domain: Domain): Bin[] {
  return levelValues(domain, 200).map(level => ({
    label: typeof level === 'number' ? formatNumber(level) : shorten(choiceLabel(level), 60),
    share: density(domain, level),
    holds: value => sameValue(level, value),
  }));
}

function binEdges(domain: FloatDomain | IntegerDomain): number[] {
  const axis = displayAxis(domain);
  if (!axis.log) return Array.from({ length: 11 }, (_, i) => axisValue(axis, i / 10));
  const perDecade = axis.high / axis.low > 1e6 ? 1 : 2;
  const inner: number[] = [];
  for (let i = perDecade * decadeOf(axis.low) + 1; 10 ** (i / perDecade) < axis.high * 0.999; i++) {
    // Half decades are written as people write them: 1, 3.16, 10.
    const edge = Number((10 ** (i / perDecade)).toPrecision(4));
    if (edge > axis.low * 1.001 && cumulative(domain, edge) < 1) inner.push(edge);
  }
  return [axis.low, ...inner, axis.high];
}
