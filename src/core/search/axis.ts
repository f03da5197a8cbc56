import { fromUnit, levelCount, levelValues, toUnit } from '../space/distribution';
import type { FloatDomain, IntegerDomain } from '../space/domain';
import type { DrawableParameter, SearchSpace } from '../space/searchSpace';
import { drawableParameters } from '../space/searchSpace';
import type { Point } from '../surrogate/hyperparameters';

/** A parameter with an order and a distance: one side of the cube in which a surrogate works. */
export type Axis = DrawableParameter & { readonly domain: FloatDomain | IntegerDomain };

/** The numeric parameters with more than one value, those that are always active first. */
export function axesOf(space: SearchSpace): Axis[] {
  const axes = drawableParameters(space).filter(
    (parameter): parameter is Axis =>
      parameter.domain.kind === 'float' || parameter.domain.kind === 'integer',
  );
  return [
    ...axes.filter(({ condition }) => condition === undefined),
    ...axes.filter(({ condition }) => condition !== undefined),
  ];
}

/** The space of these parameters alone, as if they were always active. */
export function spaceOf(space: SearchSpace, axes: readonly Axis[]): SearchSpace {
  return { ...space, parameters: axes.map(axis => ({ ...axis, condition: undefined })), forbidden: [] };
}

/** The value at a position on the axis, 0 to 1. */
export function valueAt({ domain }: Axis, u: number): number {
  return Number(fromUnit(domain, u));
}

/** The nearest point whose coordinates stand for values that the parameters can take. */
export function snapTo(axes: readonly Axis[]): (point: Point) => Point {
  const snaps = axes.map(({ domain }) =>
    domain.step === undefined ? (u: number) => u : (u: number) => toUnit(domain, fromUnit(domain, u)),
  );
  return point => point.map((u, d) => (snaps[d] as (u: number) => number)(u));
}

/**
 * At most `count` ascending positions along an axis: every level where there are few enough, else evenly spaced from
 * end to end or at the centres of equal cells. An unbounded prior ends at its 0.5 % and 99.5 % quantiles.
 */
export function positionsAlong(axis: Axis, count: number, placement: 'ends' | 'centres'): number[] {
  const { domain } = axis;
  if (levelCount(domain) <= count) {
    return levelValues(domain, count).map(value => toUnit(domain, value));
  }
  const [first, last] = Number.isFinite(domain.low) && Number.isFinite(domain.high) ? [0, 1] : [0.005, 0.995];
  const even = Array.from({ length: count }, (_, i) =>
    placement === 'centres' ? (i + 0.5) / count : first + ((last - first) * i) / (count - 1),
  );
  const snap = snapTo([axis]);
  const snapped = even.map(u => snap([u])[0] as number);
  return snapped.filter((u, i) => i === 0 || u > (snapped[i - 1] as number));
}
