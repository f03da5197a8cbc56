import { anyOf } from '../../python/tests';
import type { Condition, Parameter } from '../../space/searchSpace';
import { valueKey } from '../../space/values';

/** The parameters of a space as they are met; one met twice is active in either place. */
export class ParameterList {
  readonly #byName = new Map<string, Parameter>();

  get parameters(): Parameter[] {
    return [...this.#byName.values()];
  }

  get(name: string): Parameter | undefined {
    return this.#byName.get(name);
  }

  /** Adds a parameter. The one of that name met before, when it is declared otherwise; it stays. */
  add(parameter: Parameter): Parameter | undefined {
    const earlier = this.#byName.get(parameter.name);
    if (earlier === undefined) {
      this.#byName.set(parameter.name, parameter);
      return undefined;
    }
    const condition = without(anyOf([earlier.condition, parameter.condition]));
    this.#byName.set(parameter.name, { ...earlier, condition });
    return face(earlier) === face(parameter) ? undefined : earlier;
  }
}

/** A condition that always holds, "x is a, or x is not a", is none. */
function without(condition: Condition | undefined): Condition | undefined {
  if (condition?.kind !== 'any') return condition;
  const key = (part: Condition, kind: string): string => JSON.stringify({ ...part, kind });
  const negated = new Set(condition.of.flatMap(part => (part.kind === 'notIn' ? [key(part, 'in')] : [])));
  return condition.of.some(part => part.kind === 'in' && negated.has(key(part, 'in')))
    ? undefined
    : condition;
}

/** What two declarations share exactly when they say the same. */
function face({ declared: { choices, ...declared } }: Parameter): string {
  return JSON.stringify([declared, choices?.map(({ value, weight }) => [valueKey(value), weight])]);
}
