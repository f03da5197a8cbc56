import * as l10n from '@vscode/l10n';
import { evaluate, isFloat } from '../../python/evaluate';
import type { Environment, Thunk } from '../../python/environment';
import { itemsOf } from '../../python/items';
import { resolve } from '../../python/resolve';
import type { Argument, CallExpression } from '../../python/syntax';
import type { DeclaredChoice } from '../../space/domain';
import type { Stated } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import { pythonFloat } from '../../text/pythonNumber';
import type { TextRange } from '../../text/range';
import type { Value } from '../../text/scalars';
import { stringNumber } from '../rules';
import { replacement, type Reading } from './reading';
import { callArguments, dynamicParameter } from './rules';

/** The parameters a function takes, in order. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Those it takes by name only. */
  readonly keywords?: readonly string[] | undefined;
  readonly required: readonly string[];
}

export interface NumberArgument extends Stated {
  /** Python's `float` rather than `int`. */
  readonly isFloat: boolean;
}

export interface ChoiceArgument extends DeclaredChoice {
  readonly thunk: Thunk;
  /** Whether the value is known; else it stands for the source text. */
  readonly isKnown: boolean;
}

/** A call with its arguments sorted by the parameters of the function it calls. */
export class Call {
  readonly #given = new Map<string, Argument>();
  /** Whether `*args` or `**kwargs` may hold more. */
  readonly isOpen: boolean;
  /** Arguments by position that the function takes by name only, or not at all. */
  readonly #surplus: { readonly argument: Argument; readonly name: string | undefined }[] = [];
  /** The arguments whose value is not known before the program runs. */
  readonly #dynamic: Argument[] = [];

  constructor(
    readonly reading: Reading,
    readonly expression: CallExpression,
    readonly environment: Environment,
    readonly signature: Signature,
  ) {
    const { parameters, keywords = [] } = signature;
    this.isOpen = expression.arguments.some(({ value }) => value.kind === 'spread');
    let next = 0;
    for (const argument of expression.arguments) {
      if (argument.value.kind === 'spread') next = Infinity;
      else {
        const position = argument.name ? -1 : next++;
        const name = argument.name?.text ?? parameters[position] ?? keywords[position - parameters.length];
        if (position >= parameters.length && position < Infinity) this.#surplus.push({ argument, name });
        if (name !== undefined) this.#given.set(name, argument);
      }
    }
  }

  /** Reports arguments the function does not take, and those it needs and lacks: both end in a TypeError. */
  checkArguments(parameter?: string): void {
    const { name, required } = this.signature;
    const parameters = [...this.signature.parameters, ...(this.signature.keywords ?? [])];
    const open = parameters.filter(candidate => !this.#given.has(candidate));
    for (const surplus of this.#surplus) this.#reportSurplus(surplus, parameter);
    for (const { name: word } of this.expression.arguments) {
      if (!word || parameters.includes(word.text)) continue;
      const meant = nearestWord(word.text, open);
      const message =
        meant === undefined
          ? l10n.t('`{0}` takes no argument `{1}`; remove it.', name, word.text)
          : l10n.t('`{0}` takes no argument `{1}`; did you mean `{2}`?', name, word.text, meant);
      const fixes =
        meant === undefined ? [] : [replacement(l10n.t('Rename it to {0}', meant), word.range, meant, true)];
      this.reading.report(callArguments, word.range, message, { parameter, fixes });
      if (meant !== undefined) open.splice(open.indexOf(meant), 1);
    }
    const missing = this.isOpen ? [] : required.filter(needed => open.includes(needed));
    if (missing.length === 0) return;
    const listed = missing.map(word => `\`${word}\``).join(', ');
    const message = l10n.t('`{0}` needs {1} as well.', name, listed);
    this.reading.report(callArguments, this.expression.callee.range, message, { parameter });
  }

  #reportSurplus(
    { argument, name: meant }: { readonly argument: Argument; readonly name: string | undefined },
    parameter: string | undefined,
  ): void {
    const { name } = this.signature;
    const { range } = argument;
    if (meant === undefined) {
      const message = l10n.t('`{0}` takes no more arguments than those before this one; remove it.', name);
      return void this.reading.report(callArguments, range, message, { parameter });
    }
    const message = l10n.t('`{0}` takes `{1}` only by its name; write `{1}=`.', name, meant);
    const start = { start: range.start, end: range.start };
    const fix = replacement(l10n.t('Write {0}=', meant), start, `${meant}=`, true);
    this.reading.report(callArguments, range, message, { parameter, fixes: [fix] });
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  thunk(name: string): Thunk | undefined {
    const argument = this.#given.get(name);
    return argument && { expression: argument.value, environment: this.environment };
  }

  /** Where an argument's value stands. */
  range(name: string): TextRange | undefined {
    return this.#given.get(name)?.value.range;
  }

  /** The value of an argument; undefined where it is absent or not known beforehand. */
  value(name: string): Value | undefined {
    const thunk = this.thunk(name);
    return thunk && evaluate(thunk);
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' ? value : undefined;
  }

  flag(name: string): boolean {
    const value = this.value(name);
    this.#remember(name, value);
    return value === true || (typeof value === 'number' && value !== 0);
  }

  /** A number; `None` is none. Text that looks like one is reported and taken for it. */
  number(name: string, parameter?: string): NumberArgument | undefined {
    const argument = this.#given.get(name);
    const thunk = this.thunk(name);
    if (!argument || !thunk) return undefined;
    const { range } = argument.value;
    const value = evaluate(thunk);
    this.#remember(name, value);
    if (typeof value === 'number') return { value, isFloat: isFloat(thunk), range };
    const meant = typeof value === 'string' ? pythonFloat(value) : undefined;
    if (meant === undefined) return undefined;
    const isLiteral = argument.value.kind === 'string';
    const written = String(value).trim();
    const message = l10n.t(
      'The quotes make `{0}` text, and {1} needs a number; write `{0}` without them.',
      written,
      this.reading.tool,
    );
    this.reading.report(stringNumber, range, message, {
      parameter,
      fixes: [isLiteral ? replacement(l10n.t('Write {0}', written), range, written, true) : undefined],
    });
    return { value: meant, isFloat: true, range };
  }

  /** The items of a list of choices; a choice that is no literal is called by its source text. */
  choices(name: string): readonly ChoiceArgument[] | undefined {
    const thunk = this.thunk(name);
    const items = thunk && itemsOf(thunk);
    this.#remember(name, items && true);
    return items?.map(item => choiceOf(item, this.reading));
  }

  /** Where a list of choices is written out, brackets included. */
  listRange(name: string): TextRange | undefined {
    const thunk = this.thunk(name);
    return thunk && resolve(thunk).expression.range;
  }

  /** Reports, for the arguments asked for so far, that some are known only when the program runs. */
  reportDynamic(parameter: string): boolean {
    const [first] = this.#dynamic;
    if (first === undefined) return false;
    const message = l10n.t(
      '`{0}`: `{1}` is known only when the program runs, so nothing can be said of what is drawn.',
      parameter,
      this.reading.source(first.value.range),
    );
    this.reading.report(dynamicParameter, first.value.range, message, { parameter });
    return true;
  }

  #remember(name: string, known: unknown): void {
    const argument = this.#given.get(name);
    if (argument && known === undefined) this.#dynamic.push(argument);
  }
}

export function choiceOf(thunk: Thunk, reading: Reading): ChoiceArgument {
  const value = evaluate(thunk);
  const { range } = thunk.expression;
  const isKnown = value !== undefined;
  return { value: isKnown ? value : reading.source(range), range, thunk, isKnown };
}
