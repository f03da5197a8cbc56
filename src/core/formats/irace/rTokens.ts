import type { TextRange } from '../../text/range';

export interface RToken {
  readonly kind: 'number' | 'text' | 'name' | 'symbol';
  /** Of a text without its quotes. */
  readonly text: string;
  readonly range: TextRange;
}

const patterns: readonly (readonly [RToken['kind'], RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?L?/y],
  ['text', /"[^"]*"|'[^']*'/y],
  ['name', /[A-Za-z.][\w.]*/y],
  ['symbol', /%[^%\s]*%|<=|>=|==|!=|&&|\|\||[-+*/^:<>!&|(),]/y],
];

/** Longer expressions than a person writes are not read. */
const mostTokens = 2000;

/** The tokens of a stretch of R; undefined where something is none. */
export function tokenise(source: string, { start, end }: TextRange): RToken[] | undefined {
  const tokens: RToken[] = [];
  const spaces = /\s*/y;
  const skip = (from: number): number => {
    spaces.lastIndex = from;
    return from + (spaces.exec(source)?.[0].length ?? 0);
  };
  for (let at = skip(start); at < end;) {
    const token = tokenAt(source, at);
    if (token === undefined || token.range.end > end || tokens.length === mostTokens) return undefined;
    tokens.push(token);
    at = skip(token.range.end);
  }
  return tokens;
}

function tokenAt(source: string, at: number): RToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(source) ?? [];
    if (found === undefined) continue;
    const text = kind === 'text' ? found.slice(1, -1) : found;
    return { kind, text, range: { start: at, end: at + found.length } };
  }
  return undefined;
}
