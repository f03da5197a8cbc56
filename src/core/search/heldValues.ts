import { isActive } from '../space/conditions';
import { fromUnit } from '../space/distribution';
import type { Domain } from '../space/domain';
import type { Configuration, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { drawableParameters } from '../space/searchSpace';
import type { Value } from '../text/scalars';

/** Every drawable parameter but the searched ones at its median, or its first choice where it has no order. */
export function heldValues(space: SearchSpace, searched: readonly DrawableParameter[]): Configuration {
  const names = new Set(searched.map(({ name }) => name));
  return new Map(
    drawableParameters(space)
      .filter(({ name }) => !names.has(name))
      .map(({ name, domain }) => [name, typicalValue(domain)]),
  );
}

function typicalValue(domain: Domain): Value {
  switch (domain.kind) {
    case 'constant':
      return domain.value;
    case 'categorical':
      return domain.choices[0]?.value ?? null;
    case 'ordinal':
    case 'float':
    case 'integer':
      return fromUnit(domain, 0.5);
  }
}

/** Only what is active in the combination; dropping a parent drops its children too. */
export function withoutInactive(space: SearchSpace, configuration: Configuration): Configuration {
  const conditions = new Map(space.parameters.map(({ name, condition }) => [name, condition]));
  const active = new Map(
    [...configuration].filter(([name]) => {
      const condition = conditions.get(name);
      return condition === undefined || isActive(condition, configuration);
    }),
  );
  return active.size === configuration.size ? active : withoutInactive(space, active);
}
