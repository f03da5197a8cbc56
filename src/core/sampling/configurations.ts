import { isActive, topologicalOrder } from '../space/conditions';
import { fromUnit, toUnit } from '../space/distribution';
import {
  drawableParameters,
  type Configuration,
  type DrawableParameter,
  type SearchSpace,
} from '../space/searchSpace';
import type { Value } from '../text/scalars';

/** The parameters that have more than one value, in file order: the axes of the unit cube. */
export function varyingParameters(space: SearchSpace): DrawableParameter[] {
  return drawableParameters(space).filter(({ domain }) => domain.kind !== 'constant');
}

/**
 * How a point of the unit cube, one coordinate for each varying parameter in file order, becomes a configuration.
 * Inactive parameters are absent; the others stand in file order. Forbidden combinations are not looked at.
 */
export function configurationMapping(space: SearchSpace): (point: Float64Array) => Configuration {
  const axes = new Map(varyingParameters(space).map(({ name }, i) => [name, i]));
  const parameters = drawableParameters(space);
  const conditional = parameters.some(({ condition }) => condition);
  const order = conditional ? topologicalOrder(space).flatMap(onlyDrawable) : parameters;
  return point => {
    const drawn = new Map<string, Value>();
    for (const { name, domain, condition } of order) {
      if (condition && !isActive(condition, drawn)) continue;
      drawn.set(name, fromUnit(domain, point[axes.get(name) ?? -1] ?? 0.5));
    }
    return conditional ? inOrderOf(parameters, drawn) : drawn;
  };
}

/** The entries of a configuration in the order of the given parameters. */
export function inOrderOf(
  parameters: readonly { readonly name: string }[],
  configuration: Configuration,
): Configuration {
  const ordered = new Map<string, Value>();
  for (const { name } of parameters) {
    const value = configuration.get(name);
    if (value !== undefined) ordered.set(name, value);
  }
  return ordered;
}

/** Where configurations stand in the unit cube of the given parameters, all of which they must have. */
export function unitPoints(
  configurations: readonly Configuration[],
  parameters: readonly DrawableParameter[],
): Float64Array[] {
  return configurations.map(configuration =>
    Float64Array.from(parameters, ({ name, domain }) => toUnit(domain, configuration.get(name) ?? null)),
  );
}

function onlyDrawable(parameter: SearchSpace['parameters'][number]): DrawableParameter[] {
  const { domain } = parameter;
  return domain ? [{ ...parameter, domain }] : [];
}
