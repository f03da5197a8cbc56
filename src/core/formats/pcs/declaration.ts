import * as l10n from '@vscode/l10n';
import type { Declared } from '../../space/domain';
import { categoricalDomain, ordinalDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { drawnNumber } from '../configspace/drawn';
import { PcsError, Scanner, type Token } from './scanner';

export type Syntax = 'old' | 'new';

export interface Declaration {
  readonly syntax: Syntax;
  readonly parameter: Parameter;
  /** What stands behind it and is read by nobody. */
  readonly ignored?: Token | undefined;
}

const types = ['integer', 'real', 'categorical', 'ordinal'] as const;
type Type = (typeof types)[number];

/**
 * One parameter: `name {a, b} [a]` and `name [1, 9] [3]il`, or since the new syntax `name categorical {a, b} [a]`
 * and `name integer [1, 9] [3] log`.
 * @throws PcsError for anything else.
 */
export function readDeclaration(line: string, offset: number): Declaration {
  const scanner = new Scanner(line, offset);
  const name = scanner.needWord(l10n.t('The name of a parameter'));
  const word = scanner.word();
  const type = types.find(known => known === word?.text);
  if (word && type === undefined) {
    throw scanner.error(
      l10n.t('After the name comes integer, real, categorical or ordinal, or in the old syntax `[` or `{`.'),
    );
  }
  const isList =
    type === undefined ? scanner.rest.text.startsWith('{') : type === 'categorical' || type === 'ordinal';
  const read = isList ? readList(scanner, type) : readRange(scanner, type);
  const declaration = { start: name.range.start, end: scanner.end };
  const rest = scanner.rest;
  return {
    syntax: type === undefined ? 'old' : 'new',
    parameter: {
      name: name.text,
      ...read,
      tokens: { name: name.range, declaration, notation: word?.range, ...read.tokens },
    },
    ignored: rest.text === '' ? undefined : rest,
  };
}

type Read = Pick<Parameter, 'declared' | 'domain' | 'default'> & {
  readonly tokens: Pick<Parameter['tokens'], 'low' | 'high' | 'choices' | 'default'>;
};

function readList(scanner: Scanner, type: Type | undefined): Read {
  const start = scanner.rest.range.start;
  const items = readItems(scanner);
  const list: TextRange = { start, end: scanner.end };
  scanner.need('[');
  const given = scanner.needWord(l10n.t('The default'));
  scanner.need(']');
  const choices = items.map(({ text, range }) => ({ value: text, range }));
  const kind = type === 'ordinal' ? 'ordinal' : 'categorical';
  const declared: Declared = { notation: type ?? '', type: kind, scale: 'linear', bounds: 'values', choices };
  return {
    declared,
    domain: kind === 'ordinal' ? ordinalDomain(choices) : categoricalDomain(choices),
    default: given.text,
    tokens: { choices: list, default: given.range },
  };
}

/** `{a, b}`, its words. */
export function readItems(scanner: Scanner): Token[] {
  scanner.need('{');
  const items: Token[] = [];
  do items.push(scanner.needWord(l10n.t('A value')));
  while (scanner.has(','));
  scanner.need('}');
  return items;
}

const suffix = /[il]+/y;

function readRange(scanner: Scanner, type: Type | undefined): Read {
  scanner.need('[');
  const low = scanner.needNumber();
  scanner.need(',');
  const high = scanner.needNumber();
  scanner.need(']');
  scanner.need('[');
  const given = scanner.needNumber();
  scanner.need(']');
  const letters = type === undefined ? (scanner.token(suffix)?.text ?? '') : '';
  const log = type === undefined ? letters.includes('l') : scanner.has('log');
  const number = type === 'integer' || letters.includes('i') ? 'integer' : 'float';
  if (number === 'integer') for (const each of [low, high, given]) checkWhole(each, type, each === given);
  const declared: Declared = {
    notation: type ?? '',
    type: number,
    scale: log ? 'log' : 'linear',
    bounds: 'values',
    low: low.value,
    high: high.value,
  };
  return {
    declared,
    domain: drawnNumber({ type: number, lower: low.value, upper: high.value, log }),
    default: given.value,
    tokens: { low: low.range, high: high.range, default: given.range },
  };
}

/** The new syntax takes whole numbers without a point; the old one rounds bounds, but no default. */
function checkWhole(
  { text, value, range }: Token & { value: number },
  type: Type | undefined,
  isDefault: boolean,
): void {
  const right = type === 'integer' ? /^[-+]?\d+$/.test(text) : !isDefault || Number.isInteger(value);
  if (!right) throw new PcsError(range, l10n.t('An integer needs a whole number here, without a point.'));
}
