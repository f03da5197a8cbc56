import { anyOf } from '../../python/tests';
import type { Condition, Parameter } from '../../space/searchSpace';
import { isActive, parentsOf } from '../../space/conditions';
import { valueKey } from '../../space/values';
import type { Value } from '../../text/scalars';

/** The parameters of a space as they are met; one met twice is active in either place. */
export class ParameterList {
  readonly #byName = new Map<string, Parameter>();

  get parameters(): Parameter[] {
    return [...this.#byName.values()].map(parameter => ({
      ...parameter,
      condition: this.#simplified(parameter.condition),
    }));
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
    const condition = anyOf([earlier.condition, parameter.condition]);
    this.#byName.set(parameter.name, { ...earlier, condition });
    return face(earlier) === face(parameter) ? undefined : earlier;
  }

  /** Alternatives of one parent are one condition, and all of them together are the parent's own. */
  #simplified(condition: Condition | undefined): Condition | undefined {
    if (condition?.kind !== 'any') return condition;
    const [first] = condition.of;
    const parent = first?.kind === 'in' || first?.kind === 'notIn' ? first.parent : undefined;
    const choices = parent === undefined ? undefined : this.get(parent)?.declared.choices;
    if (parent === undefined || !choices) return condition;
    const isMet = (value: Value): boolean => isActive(condition, new Map([[parent, value]]));
    if (parentsOf(condition).length > 1) return condition;
    const values = choices.map(choice => choice.value).filter(isMet);
    return values.length === choices.length ? this.get(parent)?.condition : { kind: 'in', parent, values };
  }
}

/** What two declarations share exactly when they say the same. */
function face({ declared: { choices, ...declared } }: Parameter): string {
  return JSON.stringify([declared, choices?.map(({ value, weight }) => [valueKey(value), weight])]);
}
