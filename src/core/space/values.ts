import type { Value } from '../text/scalars';

/** Whether two values read from a file are the same value: lists in order, mappings in any order of keys. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    return a.every((item, i) => sameValue(item, b[i] as Value));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && sameValue(a[key] as Value, b[key] as Value))
  );
}

/** Text that two values share exactly when they are the same value: a key for maps and sets. */
export function valueKey(value: Value): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'number' ? `#${value}` : JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(valueKey).join()}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${valueKey(item)}`);
  return `{${entries.sort().join()}}`;
}

/** How a choice is shown: strings bare, everything else as JSON. */
export function choiceLabel(value: Value): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
