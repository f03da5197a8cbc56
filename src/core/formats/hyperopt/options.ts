import { entriesOf } from '../../python/entries';
import type { Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { itemsOf } from '../../python/items';
import { resolve } from '../../python/resolve';
import type { DeclaredChoice } from '../../space/domain';
import type { Value } from '../../text/scalars';
import type { Call } from '../python/call';
import type { Reading } from '../python/reading';
import { declarationsIn } from './expressions';

/** An alternative of `hp.choice` or `hp.pchoice`. */
export interface Option extends DeclaredChoice {
  readonly thunk: Thunk;
  /** Whether parameters are drawn inside it. */
  readonly isNested: boolean;
}

/** The alternatives, undefined where the list is known only when the program runs. */
export function optionsOf(reading: Reading, call: Call): readonly Option[] | undefined {
  const isWeighted = call.signature.name === 'pchoice';
  const list = call.thunk(isWeighted ? 'p_options' : 'options');
  const items = list && itemsOf(list);
  if (!items) return undefined;
  const pairs = items.map(item => {
    const [weight, option] = isWeighted ? (itemsOf(item) ?? []) : [undefined, item];
    return { weight: weight && evaluate(weight), option: option ?? item };
  });
  const nested = pairs.map(({ option }) => declarationsIn(option).size > 0);
  const tags = pairs.map(({ option }) => (nested.includes(true) ? tagOf(option) : evaluate(option)));
  const isTelling = new Set(tags.map(tag => JSON.stringify(tag))).size === tags.length;
  return pairs.map(({ weight, option }, i): Option => {
    const isNested = nested[i] === true;
    const tag = isTelling || !nested.includes(true) ? tags[i] : undefined;
    return {
      // Hyperopt itself reports the number of the alternative.
      value: tag ?? (nested.includes(true) ? i : reading.source(option.expression.range)),
      weight: typeof weight === 'number' ? weight : undefined,
      range: option.expression.range,
      thunk: option,
      isNested,
    };
  });
}

/** What an alternative among nested ones is called: its value, or the first text in its dictionary or tuple. */
function tagOf(option: Thunk): Value | undefined {
  const value = evaluate(option);
  if (value !== undefined && (typeof value !== 'object' || value === null)) return value;
  const isSequence = resolve(option).expression.kind === 'sequence';
  const parts = entriesOf(option)?.map(entry => entry.value) ?? (isSequence ? itemsOf(option) : undefined);
  return parts?.map(evaluate).find(part => typeof part === 'string');
}
