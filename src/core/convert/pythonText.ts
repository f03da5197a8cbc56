import { numberText } from '../text/numberText';
import type { Value } from '../text/scalars';

/** A value as a Python literal. */
export function literal(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return text(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${text(key)}: ${literal(item)}`)
    .join(', ')}}`;
}

/** A number that stays a float although it may be whole: `1.0`. */
export function real(x: number): string {
  const digits = number(x);
  return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

/** A name for a variable: letters, digits and underscores, no keyword, none twice. */
export function identifiers(names: readonly string[], reserved: readonly string[]): string[] {
  const taken = new Set([...keywords, ...reserved]);
  return names.map(name => {
    const plain = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d|$)/, '_');
    let free = plain;
    for (let count = 2; taken.has(free); count++) free = `${plain}_${count}`;
    taken.add(free);
    return free;
  });
}

export function pythonComments(comments: readonly string[], indent = ''): string[] {
  return comments.flatMap(comment =>
    comment.split(/[\r\n\f\v\u0085\u2028\u2029]+/).map(line => `${indent}# ${line}`),
  );
}

function number(x: number): string {
  if (Number.isNaN(x)) return 'float("nan")';
  if (!Number.isFinite(x)) return x > 0 ? 'float("inf")' : 'float("-inf")';
  return numberText(x, 'json');
}

/** JSON's escapes are Python's; what an editor would show as nothing is escaped too. */
function text(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield'.split(
    ' ',
  );
