import type { TextRange } from '../text/range';
import type { NumberExpression } from './syntax';

/** A numeric literal: `1e-4`, `1_000`, `0x1F`. Undefined for an imaginary one. */
export function numberLiteral(text: string, range: TextRange): NumberExpression | undefined {
  const digits = text.replaceAll('_', '');
  const isBased = /^0[xob]/i.test(digits);
  const value = Number(digits);
  if (digits === '' || Number.isNaN(value)) return undefined;
  return { kind: 'number', value, isFloat: !isBased && /[.e]/i.test(digits), range };
}

/** The prefix, quotes and content of a string literal. */
export interface StringShape {
  readonly isRaw: boolean;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** Where the content of the literal at `range` lies; an unclosed one goes on to its end. */
export function stringShape(text: string, { start, end }: TextRange): StringShape {
  const written = text.slice(start, end);
  const prefix = /^[A-Za-z]*/.exec(written)?.[0] ?? '';
  const quote = /^(?:"""|'''|"|')/.exec(written.slice(prefix.length))?.[0] ?? '';
  const contentStart = start + prefix.length + quote.length;
  const isClosed = quote !== '' && end - quote.length >= contentStart && written.endsWith(quote);
  return { isRaw: /r/i.test(prefix), contentStart, contentEnd: isClosed ? end - quote.length : end };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
]);

/** Resolves backslash escapes as Python does; what it does not know it leaves as written. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, hex?: string, short?: string, long?: string, octal?: string, other?: string) => {
      const digits = hex ?? short ?? long;
      if (digits !== undefined) return character(parseInt(digits, 16)) ?? whole;
      if (octal !== undefined) return character(parseInt(octal, 8)) ?? whole;
      if (other === undefined) return whole;
      return escapes.get(other) ?? (/[\\'"]/.test(other) ? other : whole);
    },
  );
}

function character(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
