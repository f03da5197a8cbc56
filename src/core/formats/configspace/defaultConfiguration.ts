import { isActive, topologicalOrder } from '../../space/conditions';
import { fromUnit } from '../../space/distribution';
import type { Configuration, Parameter, SearchSpace } from '../../space/searchSpace';
import type { Value } from '../../text/scalars';

/** The configuration that ConfigSpace makes of the defaults, and refuses a space for that forbids it. */
export function defaultConfiguration(space: SearchSpace): Configuration {
  const configuration = new Map<string, Value>();
  for (const parameter of topologicalOrder(space)) {
    const value = parameter.default ?? unstatedDefault(parameter);
    const { condition } = parameter;
    if (value !== undefined && (!condition || isActive(condition, configuration))) {
      configuration.set(parameter.name, value);
    }
  }
  return configuration;
}

/** The first clause that forbids the defaults. */
export function forbiddenDefaultOf(space: SearchSpace): number | undefined {
  const configuration = defaultConfiguration(space);
  const index = space.forbidden.findIndex(clause => isActive(clause, configuration));
  return index < 0 ? undefined : index;
}

function unstatedDefault({ domain, declared }: Parameter): Value | undefined {
  switch (domain?.kind) {
    case undefined:
      return undefined;
    case 'constant':
      return domain.value;
    case 'categorical':
    case 'ordinal':
      return declared.choices?.[0]?.value;
    case 'float':
    case 'integer':
      return fromUnit(domain, 0.5);
  }
}
