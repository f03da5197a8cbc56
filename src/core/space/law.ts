import { betaCumulative, betaDensity, betaQuantile } from '../numeric/beta';
import { normalCumulative, normalDensity, normalQuantile } from '../numeric/normal';
import type { FloatDomain, IntegerDomain, Prior, Scale } from './domain';
import { levelsOf } from './levels';

/** A continuous distribution on the real line: what is drawn before any rounding to levels. */
export interface Law {
  cumulative(x: number): number;
  quantile(p: number): number;
  density(x: number): number;
}

const known = new WeakMap<FloatDomain | IntegerDomain, Law>();

/**
 * The law a numeric domain draws from before quantisation. Levels that start at `low` are the cells of a law that
 * reaches half a step beyond both ends, so that they are equally likely under a uniform prior and a log-uniform
 * integer k has mass ln((k + ½)/(k − ½)) (Optuna's `IntDistribution(log=True)`).
 */
export function lawOf(domain: FloatDomain | IntegerDomain): Law {
  const cached = known.get(domain);
  if (cached) return cached;
  const [low, high] = lawBounds(domain);
  const axis = axisOf(domain.scale, domain.mirror ?? low + high);
  const shape = shapeOf(domain.prior, axis.position(low), axis.position(high));
  const law: Law = {
    cumulative: x => (x < low ? 0 : x >= high ? shape.total : shape.cumulative(axis.position(x))),
    quantile: p =>
      p <= 0 ? low : p >= 1 ? high : Math.min(high, Math.max(low, axis.value(shape.quantile(p)))),
    density: x => (x < low || x > high ? 0 : shape.density(axis.position(x)) * axis.slope(x)),
  };
  known.set(domain, law);
  return law;
}

function lawBounds(domain: FloatDomain | IntegerDomain): [number, number] {
  const levels = levelsOf(domain);
  if (!levels || !domain.step || domain.step.origin === 'zero') return [domain.low, domain.high];
  const { size, rounding = 'nearest' } = domain.step;
  if (rounding === 'equal') return [domain.low, levels.value(levels.last)];
  const below = rounding === 'down' ? 0 : size / 2;
  const low = domain.low - below;
  // A log axis cannot reach below zero: there the first cell starts at the first level itself.
  const starts = domain.scale === 'linear' || low > 0 ? low : domain.low;
  const high = levels.value(levels.last) + (size - below);
  // Nor can a reversed one reach its mirror.
  return [starts, domain.mirror === undefined || high < domain.mirror ? high : domain.high];
}

/** An increasing map from values to positions along the scale. */
interface Axis {
  position(x: number): number;
  value(position: number): number;
  /** d position / dx. */
  slope(x: number): number;
}

function axisOf(scale: Scale, mirror: number): Axis {
  switch (scale) {
    case 'linear':
      return { position: x => x, value: t => t, slope: () => 1 };
    case 'log':
      return { position: Math.log, value: Math.exp, slope: x => 1 / x };
    case 'reverseLog':
      return {
        position: x => -Math.log(mirror - x),
        value: t => mirror - Math.exp(-t),
        slope: x => 1 / (mirror - x),
      };
  }
}

/** The prior along the scale, restricted to [from, to]. */
interface Shape extends Law {
  /** 1, or NaN when the prior has no mass between the bounds. */
  readonly total: number;
}

function shapeOf(prior: Prior, from: number, to: number): Shape {
  const span = to - from;
  const fraction = (t: number): number =>
    Number.isFinite(span) ? (t - from) / span : (t / 2 - from / 2) / (to / 2 - from / 2);
  const at = (fraction: number): number =>
    Number.isFinite(span) ? from + fraction * span : from * (1 - fraction) + to * fraction;
  switch (prior.kind) {
    case 'uniform':
      return { total: 1, cumulative: fraction, quantile: at, density: () => 1 / span };
    case 'beta': {
      const { alpha, beta } = prior;
      return {
        total: 1,
        cumulative: t => betaCumulative(fraction(t), alpha, beta),
        quantile: p => at(betaQuantile(p, alpha, beta)),
        density: t => betaDensity(fraction(t), alpha, beta) / span,
      };
    }
    case 'normal':
      return truncatedNormal(prior.mean, prior.standardDeviation, from, to);
  }
}

/** Computed from the tail in which the bounds lie, where the probabilities keep their digits. */
function truncatedNormal(mean: number, deviation: number, from: number, to: number): Shape {
  const sign = from > mean ? -1 : 1;
  const tail = (t: number): number => normalCumulative((sign * (t - mean)) / deviation);
  const start = tail(from);
  const mass = tail(to) - start;
  return {
    // Below this, what is left of the tail has too few digits to draw from.
    total: Math.abs(mass) > 1e-280 ? 1 : NaN,
    cumulative: t => (tail(t) - start) / mass,
    quantile: p => mean + sign * deviation * normalQuantile(start + p * mass),
    density: t => normalDensity((t - mean) / deviation) / deviation / Math.abs(mass),
  };
}
