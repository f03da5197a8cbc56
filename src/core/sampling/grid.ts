import { isActive, topologicalOrder } from '../space/conditions';
import { fromUnit, levelCount } from '../space/distribution';
import { levelsOf } from '../space/levels';
import type { Domain } from '../space/domain';
import { drawableParameters, type Configuration, type SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';
import { inOrderOf } from './configurations';

/** How many values a grid tries of each parameter. */
export type GridLevels = ReadonlyMap<string, number>;

/** Every value of what is countable, and `levels` values of what is continuous. */
export function fullGrid(space: SearchSpace, levels: number): GridLevels {
  return gridLevels(space, count => (Number.isFinite(count) ? count : levels));
}

/** At most `levels` values of everything. */
export function thinnedGrid(space: SearchSpace, levels: number): GridLevels {
  return gridLevels(space, count => Math.min(count, levels));
}

/** The finest even grid that `count` trials can afford: whichever parameter has fewest values gets the next one. */
export function balancedGrid(space: SearchSpace, count: number): GridLevels {
  const limits = fullGrid(space, Infinity);
  const levels = new Map([...limits.keys()].map(name => [name, 1]));
  let size = 1;
  for (;;) {
    let next: string | undefined;
    for (const [name, tried] of levels) {
      const affordable = (size / tried) * (tried + 1) <= count + 1e-9;
      const fewest = next === undefined || tried < (levels.get(next) ?? 0);
      if (affordable && fewest && tried < (limits.get(name) ?? 1)) next = name;
    }
    if (next === undefined) return levels;
    const tried = levels.get(next) ?? 1;
    size = (size / tried) * (tried + 1);
    levels.set(next, tried + 1);
  }
}

/**
 * The configurations of a grid, each once: parents vary slower than children and earlier parameters slower than later
 * ones, as nested loops over the file would. Inactive parameters are absent; forbidden combinations are included.
 */
export function* gridConfigurations(space: SearchSpace, levels: GridLevels): Generator<Configuration, void> {
  const axes = topologicalOrder(space).flatMap(({ name, domain, condition }) =>
    domain ? [{ name, condition, values: gridAxis(domain, levels.get(name) ?? 1) }] : [],
  );
  const chosen = new Map<string, Value>();
  // The index into each axis, undefined where its parameter is inactive.
  const position: (number | undefined)[] = [];
  for (;;) {
    for (const { name, condition, values } of axes.slice(position.length)) {
      const active = !condition || isActive(condition, chosen);
      position.push(active ? 0 : undefined);
      if (active) chosen.set(name, values[0] ?? null);
    }
    yield inOrderOf(space.parameters, chosen);
    let advanced = false;
    while (!advanced) {
      const axis = axes[position.length - 1];
      if (!axis) return;
      const next = (position.pop() ?? Infinity) + 1;
      chosen.delete(axis.name);
      if (next >= axis.values.length) continue;
      position.push(next);
      chosen.set(axis.name, axis.values[next] ?? null);
      advanced = true;
    }
  }
}

/**
 * The values a grid of `count` tries: all of a countable domain or an even choice that keeps both ends; of a continuous
 * one evenly spaced quantiles, ends included where there are ends.
 */
export function gridAxis(domain: Domain, count: number): Value[] {
  const available = levelCount(domain);
  const n = Math.max(1, Math.min(count, available));
  const even = (i: number): number => (n === 1 ? 0.5 : i / (n - 1));
  return Array.from({ length: n }, (_, i): Value => {
    switch (domain.kind) {
      case 'constant':
        return domain.value;
      case 'categorical':
      case 'ordinal':
        return domain.choices[Math.floor(even(i) * (available - 1))]?.value ?? null;
      case 'float':
      case 'integer': {
        const levels = levelsOf(domain);
        const unbounded = !Number.isFinite(domain.low) || !Number.isFinite(domain.high);
        if (!levels || unbounded) return fromUnit(domain, unbounded ? (i + 0.5) / n : even(i));
        return levels.value(levels.first + Math.round(even(i) * (available - 1)));
      }
    }
  });
}

function gridLevels(space: SearchSpace, of: (levelCount: number) => number): GridLevels {
  return new Map(drawableParameters(space).map(({ name, domain }) => [name, of(levelCount(domain))]));
}
