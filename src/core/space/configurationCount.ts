import { isActive, parentsOf } from './conditions';
import { levelCount, levelValues } from './distribution';
import { drawableParameters, type DrawableParameter, type SearchSpace } from './searchSpace';

/** More values of a parent than this are not gone through one by one. */
const mostParentValues = 10_000;

/**
 * How many different configurations a space has, inactive parameters left out: Infinity with a continuous parameter.
 * Undefined where a product over branches cannot tell: with forbidden combinations, with a condition on several
 * parameters, and where nothing can be drawn for some parameter.
 */
export function configurationCount(space: SearchSpace): number | undefined {
  const drawable = drawableParameters(space);
  if (space.forbidden.length > 0 || drawable.length < space.parameters.length) return undefined;
  const names = new Set(drawable.map(({ name }) => name));
  const children = new Map<string, DrawableParameter[]>();
  const roots: DrawableParameter[] = [];
  for (const parameter of drawable) {
    const [parent, ...others] = parentsOf(parameter.condition);
    if (parent === undefined) roots.push(parameter);
    else if (others.length > 0 || !names.has(parent)) return undefined;
    else children.set(parent, [...(children.get(parent) ?? []), parameter]);
  }
  // What hangs on no root hangs on a circle.
  const reached = roots.flatMap(root => below(root, children));
  return reached.length < drawable.length ? undefined : product(roots, children);
}

function below(
  parameter: DrawableParameter,
  children: ReadonlyMap<string, readonly DrawableParameter[]>,
): DrawableParameter[] {
  return [parameter, ...(children.get(parameter.name) ?? []).flatMap(child => below(child, children))];
}

function product(
  parameters: readonly DrawableParameter[],
  children: ReadonlyMap<string, readonly DrawableParameter[]>,
): number | undefined {
  let total = 1;
  for (const parameter of parameters) {
    const count = branches(parameter, children);
    if (count === undefined) return undefined;
    total *= count;
  }
  return total;
}

/** The sum over a parameter's values of what its children make of them. */
function branches(
  { name, domain }: DrawableParameter,
  children: ReadonlyMap<string, readonly DrawableParameter[]>,
): number | undefined {
  const count = levelCount(domain);
  const own = children.get(name) ?? [];
  if (own.length === 0 || !Number.isFinite(count)) return count;
  if (count > mostParentValues) return undefined;
  let total = 0;
  for (const value of levelValues(domain, count)) {
    const chosen = new Map([[name, value]]);
    const active = own.filter(({ condition }) => condition && isActive(condition, chosen));
    const under = product(active, children);
    if (under === undefined) return undefined;
    total += under;
  }
  return total;
}
