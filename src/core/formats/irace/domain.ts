import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { Declared, DeclaredChoice, Domain } from '../../space/domain';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { ParameterTokens } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { pythonFloat } from '../../text/pythonNumber';
import type { TextRange } from '../../text/range';
import type { ParameterLine } from './line';
import { constantOf, namesIn, type RExpression } from './rExpression';
import { parseArguments, parseR } from './rParser';
import { dynamic, ordinalOrder, tooFewDigits, unreadableLine } from './rules';
import { trimmed } from './sections';

/** How many decimals of a real parameter irace keeps, and whether the file itself says so. */
export interface Digits {
  readonly value: number;
  readonly isStated: boolean;
}

export interface Content {
  readonly declared: Declared;
  readonly domain?: Domain | undefined;
  readonly tokens: Pick<ParameterTokens, 'low' | 'high' | 'choices'>;
  /** The parameters on which dependent bounds rest. */
  readonly depends: readonly { readonly name: string; readonly range: TextRange }[];
  readonly findings: readonly Finding[];
}

export function readDomain(text: string, line: ParameterLine, name: string, digits: Digits): Content {
  return line.type === 'c' || line.type === 'o'
    ? readChoices(text, line, name)
    : readInterval(text, line, name, digits);
}

function readChoices(text: string, { type, domain: range }: ParameterLine, name: string): Content {
  const choices = choicesIn(text, range);
  const declared: Declared = {
    notation: type,
    type: type === 'o' ? 'ordinal' : 'categorical',
    scale: 'linear',
    bounds: 'values',
    choices,
  };
  const whole = { start: range.start - 1, end: range.end + 1 };
  return {
    declared,
    domain: type === 'o' ? ordinalDomain(choices) : categoricalDomain(choices),
    tokens: { choices: whole },
    depends: [],
    findings: type === 'o' ? outOfOrder(choices, whole, name) : [],
  };
}

/** Texts between quotes, or up to the next comma. They stay texts. */
function choicesIn(text: string, { start, end }: TextRange): DeclaredChoice[] {
  const choices: DeclaredChoice[] = [];
  for (const match of text.slice(start, end).matchAll(/"[^"]*"|[^,\s][^,]*/g)) {
    const at = start + match.index;
    const range = trimmed(text, { start: at, end: at + match[0].length });
    const written = text.slice(range.start, range.end);
    choices.push({ value: written.startsWith('"') ? written.replaceAll('"', '') : written, range });
  }
  return choices;
}

function outOfOrder(choices: readonly DeclaredChoice[], range: TextRange, parameter: string): Finding[] {
  const numbers = choices.map(({ value }) => pythonFloat(String(value)));
  const isSorted = numbers.every((number, i) => i === 0 || (number ?? 0) >= (numbers[i - 1] ?? 0));
  if (numbers.includes(undefined) || isSorted) return [];
  const message = l10n.t(
    '`{0}` is ordered and its values are numbers, yet not in increasing order; sort them.',
    parameter,
  );
  return [finding(ordinalOrder, range, message, { parameter })];
}

function readInterval(text: string, line: ParameterLine, name: string, digits: Digits): Content {
  const { type, domain: range } = line;
  const isInteger = type.startsWith('i');
  const isLog = type.endsWith(',log');
  const shape: Declared = {
    notation: type,
    type: isInteger ? 'integer' : 'float',
    scale: isLog ? 'log' : 'linear',
    bounds: 'values',
  };
  const bounds = parseArguments(text, range);
  const [first, second] = bounds ?? [];
  if (bounds?.length !== 2 || first === undefined || second === undefined) {
    const message = l10n.t('`{0}` wants a lower and an upper bound here.', name);
    const whole = { start: range.start - 1, end: range.end + 1 };
    const findings = [finding(unreadableLine, whole, message, { parameter: name })];
    return { declared: shape, tokens: {}, depends: [], findings };
  }
  const [lowerExpression, upperExpression] = [unquoted(text, first), unquoted(text, second)];
  const [low, high] = [lowerExpression, upperExpression].map(bound => bound && constantOf(bound));
  const declared = { ...shape, low, high };
  const tokens = { low: first.range, high: second.range };
  const depends = [lowerExpression, upperExpression].flatMap(bound => (bound ? namesIn(bound) : []));
  if (low === undefined || high === undefined) {
    const message = l10n.t(
      '`{0}`: a bound rests on other parameters and is known only when irace runs.',
      name,
    );
    const at = low === undefined ? first.range : second.range;
    return { declared, tokens, depends, findings: [finding(dynamic, at, message, { parameter: name })] };
  }
  return {
    declared,
    domain: isInteger ? integers(low, high, isLog) : reals(low, high, isLog, digits),
    tokens,
    depends,
    findings: isInteger
      ? []
      : [first, second].flatMap((bound, i) => roundedBound(bound.range, i === 0 ? low : high, name, digits)),
  };
}

/** A bound in quotes is an expression too. */
function unquoted(text: string, bound: RExpression): RExpression | undefined {
  if (bound.kind !== 'text') return bound;
  return parseR(text, { start: bound.range.start + 1, end: bound.range.end - 1 });
}

/** On a log scale irace draws from [low, high + 1) and rounds down (`transform_domain` of `parameters.R`). */
function integers(low: number, high: number, isLog: boolean): Domain | undefined {
  if (!isLog) return numericDomain({ type: 'integer', low, high });
  const step = { size: 1, origin: 'low', clamp: false, rounding: 'down' } as const;
  return numericDomain({ type: 'integer', low, high, scale: 'log', step });
}

/** A draw is rounded to so many decimals; where the bounds have more, the scenario must ask for more. */
function reals(low: number, high: number, isLog: boolean, { value: digits }: Digits): Domain | undefined {
  const scale = isLog ? 'log' : 'linear';
  const step = { size: Number(`1e-${digits}`), origin: 'zero', clamp: true } as const;
  const isRounded = digits < 15 && keeps(low, digits) && keeps(high, digits);
  return numericDomain({ type: 'float', low, high, scale, step: isRounded ? step : undefined });
}

/** `valid_real_bound` of `parameters.R`: whether a bound has no more than so many decimals. */
function keeps(bound: number, digits: number): boolean {
  const rounded = Number(bound.toFixed(digits));
  return Math.abs(rounded - bound) <= 1e-7 * Math.abs(bound);
}

function roundedBound(range: TextRange, bound: number, parameter: string, digits: Digits): Finding[] {
  if (keeps(bound, digits.value)) return [];
  const message = l10n.t(
    '`{0}`: irace keeps {1} decimals and refuses the bound {2}; set `digits` under `[global]` high enough for it.',
    parameter,
    formatNumber(digits.value),
    String(bound),
  );
  // Without it here, the scenario may set it.
  return [
    finding(tooFewDigits, range, message, { parameter, severity: digits.isStated ? 'error' : 'warning' }),
  ];
}
