import type { Environment, Thunk } from './environment';
import { evaluate } from './evaluate';
import { destructure, itemsOf } from './items';
import { step } from './resolve';
import type { DictionaryEntry } from './syntax';

/** An entry of a dictionary. */
export interface Entry {
  /** The key, where it is a known text. */
  readonly name: string | undefined;
  readonly value: Thunk;
  readonly source: DictionaryEntry;
}

/**
 * The entries of a dictionary: of `{…}`, `dict(…)`, `{**other, …}`, `{… for …}`, or a name bound to one together
 * with what `name[key] = value` puts into it. Undefined for anything else.
 */
export function entriesOf(thunk: Thunk): readonly Entry[] | undefined {
  const { expression, environment } = thunk;
  return environment.descend(() => {
    const next = step(thunk);
    const own = next ? entriesOf(next) : literalEntries(thunk);
    if (own === undefined || expression.kind !== 'name') return own;
    return [...own, ...environment.additions(expression.name).flatMap(entry => entryOf(entry, environment))];
  });
}

function literalEntries({ expression, environment }: Thunk): readonly Entry[] | undefined {
  if (expression.kind === 'dictionary') {
    return expression.entries.flatMap(entry => entryOf(entry, environment));
  }
  if (expression.kind === 'comprehension') {
    const { key, element: value, target, iterable, isPlain, range } = expression;
    const items = isPlain && key ? itemsOf({ expression: iterable, environment }) : undefined;
    return items?.flatMap(item =>
      entryOf({ key, value, range }, environment.with(destructure(target, item))),
    );
  }
  if (expression.kind !== 'call') return undefined;
  const { callee } = expression;
  if (callee.kind !== 'name' || callee.name !== 'dict' || environment.binding('dict')) return undefined;
  return expression.arguments.flatMap(({ name, value, range }) => {
    if (!name) {
      const inner = value.kind === 'spread' ? value.value : value;
      return entriesOf({ expression: inner, environment }) ?? [];
    }
    const key = { kind: 'string', parts: [name.text], range: name.range } as const;
    return entryOf({ key, value, range }, environment);
  });
}

function entryOf(source: DictionaryEntry, environment: Environment): readonly Entry[] {
  const { key, value } = source;
  const thunk = { expression: value, environment };
  if (key === undefined) return entriesOf(thunk) ?? [];
  const name = evaluate({ expression: key, environment });
  return [{ name: typeof name === 'string' ? name : undefined, value: thunk, source }];
}
