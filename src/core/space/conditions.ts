import type { Value } from '../text/scalars';
import type { Condition, Configuration, Parameter, RelationOperator, SearchSpace } from './searchSpace';
import { sameValue } from './values';

/** Whether a configuration meets a condition. A condition on a parameter that is itself inactive is never met. */
export function isActive(condition: Condition, configuration: Pick<Configuration, 'get'>): boolean {
  switch (condition.kind) {
    case 'in':
    case 'notIn': {
      const value = configuration.get(condition.parent);
      if (value === undefined) return false;
      return condition.values.some(listed => sameValue(listed, value)) === (condition.kind === 'in');
    }
    case 'below':
    case 'above': {
      const value: Value | undefined = configuration.get(condition.parent);
      if (typeof value !== 'number') return false;
      if (value === condition.bound) return condition.inclusive;
      return condition.kind === 'below' ? value < condition.bound : value > condition.bound;
    }
    case 'relation':
      return holds(condition.operator, configuration.get(condition.left), configuration.get(condition.right));
    case 'all':
      return condition.of.every(part => isActive(part, configuration));
    case 'any':
      return condition.of.some(part => isActive(part, configuration));
  }
}

/** Numbers and texts compare among themselves; nothing holds of an inactive parameter. */
function holds(operator: RelationOperator, left: Value | undefined, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (operator === '=') return sameValue(left, right);
  const comparable =
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string');
  if (!comparable) return false;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '>':
      return left > right;
  }
}

/** The parameters that are active given the values their conditions look at. */
export function activeParameters(space: SearchSpace, configuration: Configuration): Parameter[] {
  return space.parameters.filter(({ condition }) => !condition || isActive(condition, configuration));
}

/** Whether a configuration is one of the combinations that are never drawn. */
export function isForbidden(space: SearchSpace, configuration: Pick<Configuration, 'get'>): boolean {
  return space.forbidden.some(clause => isActive(clause, configuration));
}

/** The names a condition looks at, each once. */
export function parentsOf(condition: Condition | undefined): string[] {
  if (!condition) return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(parentsOf))];
    case 'relation':
      return [...new Set([condition.left, condition.right])];
    case 'in':
    case 'notIn':
    case 'below':
    case 'above':
      return [condition.parent];
  }
}

/** Parents before children, otherwise in file order. Parameters that wait for each other in a circle come last. */
export function topologicalOrder(space: SearchSpace): Parameter[] {
  const byName = new Map(space.parameters.map(parameter => [parameter.name, parameter]));
  const waitsFor = new Map<Parameter, number>();
  const children = new Map<Parameter, Parameter[]>();
  for (const parameter of space.parameters) {
    const parents = parentsOf(parameter.condition).flatMap(name => byName.get(name) ?? []);
    waitsFor.set(parameter, parents.length);
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), parameter]);
  }
  const order = space.parameters.filter(parameter => waitsFor.get(parameter) === 0);
  for (const parameter of order) {
    for (const child of children.get(parameter) ?? []) {
      const left = (waitsFor.get(child) ?? 0) - 1;
      waitsFor.set(child, left);
      if (left === 0) order.push(child);
    }
  }
  const placed = new Set(order);
  return [...order, ...space.parameters.filter(parameter => !placed.has(parameter))];
}
