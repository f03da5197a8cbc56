import type { Value } from '../text/scalars';
import type { Environment } from './environment';
import { evaluate, isFloat } from './evaluate';
import type { Argument } from './syntax';

/** What `str(value)` gives, where it is short and certain. */
export function pythonText(value: Value | undefined, isFloatNumber: boolean): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return 'None';
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (Number.isInteger(value)) return isFloatNumber ? undefined : String(value);
  // Outside this range Python and JavaScript write exponents differently.
  return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e16 ? String(value) : undefined;
}

/** `template.format(…)` with plain fields: `{}`, `{0}` and `{name}`. */
export function formatted(
  template: string,
  given: readonly Argument[],
  environment: Environment,
): string | undefined {
  const positional = given.filter(({ name }) => name === undefined);
  let next = 0;
  let isKnown = true;
  const text = template.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field?: string) => {
    if (field === undefined) return whole.charAt(0);
    const argument =
      field === ''
        ? positional[next++]
        : /^\d+$/.test(field)
          ? positional[Number(field)]
          : given.find(({ name }) => name?.text === field);
    const thunk = argument && { expression: argument.value, environment };
    const value = thunk && pythonText(evaluate(thunk), isFloat(thunk));
    isKnown &&= value !== undefined;
    return value ?? '';
  });
  return isKnown ? text : undefined;
}
