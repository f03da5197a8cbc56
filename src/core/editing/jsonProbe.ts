import { createScanner } from 'jsonc-parser';
import { parseJson } from '../text/parseJson';
import { marker, type Probe } from './probe';

/** What of a JSON text stands before the caret. */
interface Before {
  /** The token that is being written; empty where none is. */
  readonly start: number;
  readonly end: number;
  /** Whether a key is due, not a value. */
  readonly isKey: boolean;
  readonly isString: boolean;
}

/** Replaces the token at the caret so that it is a whole property or value. */
export function jsonProbe(text: string, offset: number): Probe | undefined {
  const before = tokenAt(text, offset);
  if (before === undefined) return undefined;
  const { start, end, isKey, isString } = before;
  const keyed = /^\s*:/.test(text.slice(end, end + 100));
  const word = isKey && !keyed ? `"${marker}":0` : `"${marker}"`;
  const inner = isString ? start + 1 : start;
  const isClosed = isString && end > inner && text.charAt(end - 1) === '"';
  return {
    document: parseJson(text.slice(0, start) + word + text.slice(end)),
    written: {
      range: { start: inner, end: keyed && isClosed ? end - 1 : end },
      quote: isString ? '"' : '',
      keyed,
      inset: 0,
    },
  };
}

function tokenAt(text: string, offset: number): Before | undefined {
  const scanner = createScanner(text, false);
  const open: string[] = [];
  let afterColon = false;
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const isKey = open.at(-1) === '{' && !afterColon;
    if (start >= offset) return { start: offset, end: offset, isKey, isString: false };
    const first = text.charAt(start);
    switch (first) {
      case '{':
      case '[':
        open.push(first);
        afterColon = false;
        continue;
      case '}':
      case ']':
        open.pop();
        afterColon = false;
        continue;
      case ':':
        afterColon = true;
        continue;
      case ',':
        afterColon = false;
        continue;
      case '/':
        if (end >= offset) return undefined;
        continue;
    }
    if (/\s/.test(first)) continue;
    const isString = first === '"';
    const isClosed = isString && end - start > 1 && text.charAt(end - 1) === '"';
    // Behind a closed string nothing is being written.
    if (end === offset && isClosed) return undefined;
    if (end >= offset) return { start, end, isKey, isString };
    if (!isKey) afterColon = false;
  }
}
