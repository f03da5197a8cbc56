import { isActive, isForbidden, parentsOf, topologicalOrder } from '../space/conditions';
import { drawableParameters, type Condition, type SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';
import { gridAxis, type GridLevels } from './grid';

/** Combinations of values that are gone through before a grid counts as too entangled, and values of a parent. */
const mostSteps = 200_000;
const mostParentValues = 10_000;

/**
 * How many configurations a grid has, exactly and without going through them: inactive parameters are left out and
 * forbidden combinations are not counted. Only parameters that a condition or a forbidden combination looks at are
 * gone through, and their values only as far as those tell them apart. Undefined for an infinite grid, and where even
 * that would take too long.
 */
export function gridSize(space: SearchSpace, levels: GridLevels): bigint | undefined {
  let size = 1n;
  for (const part of independentParts(space)) {
    const own = partSize(part, levels);
    if (own === undefined) return undefined;
    size *= own;
  }
  return size;
}

/** Parameters in groups that no condition and no forbidden combination connects. */
function independentParts(space: SearchSpace): SearchSpace[] {
  const parameters = drawableParameters(space);
  const groups = new Map(parameters.map(({ name }) => [name, new Set([name])]));
  const connect = (names: readonly string[]): void => {
    const [first, ...others] = names.flatMap(name => groups.get(name) ?? []);
    for (const other of others) {
      if (!first || other === first) continue;
      for (const name of other) {
        first.add(name);
        groups.set(name, first);
      }
    }
  };
  for (const { name, condition } of parameters) connect([name, ...parentsOf(condition)]);
  for (const clause of space.forbidden) connect(parentsOf(clause));
  return [...new Set(groups.values())].map(group => ({
    ...space,
    parameters: parameters.filter(({ name }) => group.has(name)),
    forbidden: space.forbidden.filter(clause => parentsOf(clause).some(name => group.has(name))),
  }));
}

function partSize(part: SearchSpace, levels: GridLevels): bigint | undefined {
  const conditions = [...part.parameters.flatMap(({ condition }) => condition ?? []), ...part.forbidden];
  const looked = new Set(conditions.flatMap(parentsOf));
  const axes: Axis[] = [];
  for (const { name, domain, condition } of topologicalOrder(part)) {
    if (!domain) continue;
    const count = levels.get(name) ?? 1;
    if (!Number.isFinite(count)) return undefined;
    if (looked.has(name) && count > mostParentValues) return undefined;
    const kinds = looked.has(name)
      ? kindsOf(name, gridAxis(domain, count), conditions)
      : [{ value: null, count: BigInt(count) }];
    axes.push({ name, condition, kinds });
  }
  let steps = 0;
  const chosen = new Map<string, Value>();
  const sizeFrom = (index: number): bigint => {
    if (steps++ > mostSteps) return 0n;
    const axis = axes[index];
    if (!axis) return isForbidden(part, chosen) ? 0n : 1n;
    if (axis.condition && !isActive(axis.condition, chosen)) return sizeFrom(index + 1);
    let size = 0n;
    for (const { value, count } of axis.kinds) {
      if (looked.has(axis.name)) chosen.set(axis.name, value);
      size += count * sizeFrom(index + 1);
    }
    chosen.delete(axis.name);
    return size;
  };
  const size = sizeFrom(0);
  return steps > mostSteps ? undefined : size;
}

interface Axis {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly kinds: readonly Kind[];
}

/** Values that no condition tells apart, one of them for all. */
interface Kind {
  readonly value: Value;
  readonly count: bigint;
}

function kindsOf(name: string, values: readonly Value[], conditions: readonly Condition[]): Kind[] {
  const tests = conditions.flatMap(atoms).filter(atom => parentsOf(atom).includes(name));
  const kinds = new Map<string, Kind>();
  values.forEach((value, i) => {
    // What is compared with another parameter is a kind of its own.
    const key = tests
      .map(test => (test.kind === 'relation' ? i : isActive(test, new Map([[name, value]])) ? 't' : 'f'))
      .join();
    const kind = kinds.get(key);
    kinds.set(key, { value: kind?.value ?? value, count: (kind?.count ?? 0n) + 1n });
  });
  return [...kinds.values()];
}

function atoms(condition: Condition): Condition[] {
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(atoms) : [condition];
}
