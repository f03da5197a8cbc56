import * as l10n from '@vscode/l10n';
import { OverrideError, type CallNode } from './overrideNode';
import type { Evaluated } from './sweep';

/** The arguments of a call, given to the parameters of its function as Python gives them. */
export interface Bound {
  readonly named: ReadonlyMap<string, Evaluated>;
  /** What a variadic function was given by position. */
  readonly rest: readonly Evaluated[];
}

export interface Signature {
  /** In order; those of a variadic function are given by name only. */
  readonly parameters: readonly string[];
  readonly required: number;
  readonly variadic: boolean;
}

/** @throws OverrideError where Python would raise a TypeError. */
export function bind(
  call: CallNode,
  { parameters, required, variadic }: Signature,
  evaluate: (argument: CallNode['arguments'][number]) => Evaluated,
): Bound {
  const named = new Map<string, Evaluated>();
  const rest: Evaluated[] = [];
  call.arguments.forEach((argument, index) => {
    const { range } = argument.value;
    const fail = (message: string): OverrideError => new OverrideError('arguments', range, message);
    if (argument.name === undefined && call.arguments[index - 1]?.name !== undefined) {
      throw fail(l10n.t('An argument without a name cannot follow one with a name.'));
    }
    const name = argument.name ?? (variadic ? undefined : parameters[index]);
    if (name === undefined && variadic) {
      rest.push(evaluate(argument));
    } else if (name === undefined) {
      throw fail(l10n.t('`{0}` takes {1}, and nothing more.', call.name, listed(parameters)));
    } else if (!parameters.includes(name)) {
      throw fail(l10n.t('`{0}` takes no `{1}`; it takes {2}.', call.name, name, listed(parameters)));
    } else if (named.has(name)) {
      throw fail(l10n.t('`{0}` is given twice.', name));
    } else {
      named.set(name, evaluate(argument));
    }
  });
  const missing = parameters.slice(0, required).filter(name => !named.has(name));
  if (missing.length > 0) {
    const message = l10n.t('`{0}` needs {1} as well.', call.name, listed(missing));
    throw new OverrideError('arguments', call.range, message);
  }
  return { named, rest };
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? l10n.t('nothing') : words.map(word => `\`${word}\``).join(', ');
}
