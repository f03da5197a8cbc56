import { axisPosition, axisValue, type DisplayAxis } from '../space/displayAxis';
import { density } from '../space/distribution';
import type { FloatDomain, IntegerDomain } from '../space/domain';
import { lawOf } from '../space/law';
import { levelsOf } from '../space/levels';

/** A point of the curve: both from 0 to 1, `height` relative to the highest. */
export interface CurvePoint {
  readonly position: number;
  readonly height: number;
}

const resolution = 60;

/** The density per unit of the displayed axis, so that a uniform density over decades is a ramp on a log axis. */
export function densityCurve(domain: FloatDomain | IntegerDomain, axis: DisplayAxis): CurvePoint[] {
  const law = lawOf(domain);
  const points = Array.from({ length: resolution + 1 }, (_, i) => {
    const position = i / resolution;
    const x = Math.min(axis.high, Math.max(axis.low, axisValue(axis, position)));
    return { position, height: law.density(x) * (axis.log ? x : 1) };
  });
  return relative(points);
}

/** The mass of each level, where there are few enough to tell apart. */
export function levelBars(domain: FloatDomain | IntegerDomain, axis: DisplayAxis): CurvePoint[] | undefined {
  const levels = levelsOf(domain);
  if (!levels) return undefined;
  const first = Number.isFinite(levels.first) ? levels.first : levels.nearest(axis.low);
  const last = Number.isFinite(levels.last) ? levels.last : levels.nearest(axis.high);
  if (last - first > resolution) return undefined;
  return relative(
    Array.from({ length: last - first + 1 }, (_, i) => {
      const x = levels.value(first + i);
      return { position: axisPosition(axis, x), height: density(domain, x) };
    }),
  );
}

/** Heights relative to the highest finite one; an infinite density stands as high as the picture. */
function relative(points: readonly CurvePoint[]): CurvePoint[] {
  const highest = Math.max(...points.map(({ height }) => (Number.isFinite(height) ? height : 0)));
  return points.map(({ position, height }) => ({
    position,
    height: Math.min(1, height / (highest || 1)) || 0,
  }));
}
