import { entriesOf } from './entries';
import type { Environment, Thunk } from './environment';
import { evaluate } from './evaluate';
import { step } from './resolve';
import type { CallExpression, Expression } from './syntax';

/** Longer lists are not looked at item by item. */
export const mostItems = 1000;

/**
 * The items of a list, tuple, set, `range(…)`, `enumerate(…)`, dictionary, its views, or comprehension, as far as
 * they are known before the program runs.
 */
export function itemsOf(thunk: Thunk): readonly Thunk[] | undefined {
  const { environment } = thunk;
  return environment.descend(() => {
    const next = step(thunk);
    const items = next ? itemsOf(next) : literalItems(thunk);
    return items && items.length > mostItems ? undefined : items;
  });
}

function literalItems(thunk: Thunk): readonly Thunk[] | undefined {
  const { expression, environment } = thunk;
  const within = (inner: Expression): Thunk => ({ expression: inner, environment });
  if (expression.kind === 'sequence') {
    const all = expression.items.map(item =>
      item.kind === 'spread' ? itemsOf(within(item.value)) : [within(item)],
    );
    return all.every(items => items !== undefined) ? all.flat() : undefined;
  }
  if (expression.kind === 'dictionary') return viewItems(expression, 'keys', environment);
  if (expression.kind === 'comprehension') {
    const { key, element, target, iterable, isPlain } = expression;
    if (!isPlain || key) return undefined;
    return itemsOf(within(iterable))?.map(item => ({
      expression: element,
      environment: environment.with(destructure(target, item)),
    }));
  }
  if (expression.kind === 'binary' && expression.operator === '+') {
    const [left, right] = [itemsOf(within(expression.left)), itemsOf(within(expression.right))];
    return left && right && [...left, ...right];
  }
  return expression.kind === 'call' ? callItems(expression, environment) : undefined;
}

function callItems(call: CallExpression, environment: Environment): readonly Thunk[] | undefined {
  const { callee, range } = call;
  const within = (expression: Expression): Thunk => ({ expression, environment });
  const given = call.arguments.filter(({ name }) => name === undefined).map(({ value }) => within(value));
  const [first] = given;
  if (callee.kind === 'attribute') {
    return given.length === 0 ? viewItems(callee.object, callee.name, environment) : undefined;
  }
  if (callee.kind !== 'name' || !first || environment.binding(callee.name)) return undefined;
  const number = (value: number) => ({ kind: 'number', value, isFloat: false, range }) as const;
  switch (callee.name) {
    case 'range':
      return rangeItems(given.map(evaluate))?.map(value => within(number(value)));
    case 'list':
    case 'tuple':
      return itemsOf(first);
    case 'enumerate':
      return itemsOf(first)?.map((item, i) => pair(number(i), item));
    default:
      return undefined;
  }
}

/** The keys of a dictionary, or its `.items()`, `.keys()` and `.values()`. */
function viewItems(object: Expression, view: string, environment: Environment): readonly Thunk[] | undefined {
  if (view !== 'items' && view !== 'keys' && view !== 'values') return undefined;
  return entriesOf({ expression: object, environment })?.flatMap(({ source: { key }, value }) => {
    if (!key) return [];
    if (view === 'values') return [value];
    return view === 'items' ? [pair(key, value)] : [{ expression: key, environment: value.environment }];
  });
}

function pair(first: Expression, { expression, environment }: Thunk): Thunk {
  const items = [first, expression];
  return { expression: { kind: 'sequence', items, range: first.range }, environment };
}

function rangeItems(numbers: readonly unknown[]): number[] | undefined {
  if (!numbers.every(number => Number.isInteger(number))) return undefined;
  const [a, b, c = 1] = numbers as number[];
  if (a === undefined) return undefined;
  const [start, stop] = b === undefined ? [0, a] : [a, b];
  const count = c === 0 ? 0 : Math.max(0, Math.ceil((stop - start) / c));
  return count > mostItems ? undefined : Array.from({ length: count }, (_, i) => start + i * c);
}

/** What `target = value` or `for target in …` binds: a name, or the names of a tuple. */
export function destructure(target: Expression, value: Thunk): ReadonlyMap<string, Thunk> {
  if (target.kind === 'name') return new Map([[target.name, value]]);
  if (target.kind !== 'sequence') return new Map();
  const items = itemsOf(value);
  if (items?.length !== target.items.length) return new Map();
  const parts = target.items.map((item, i): ReadonlyMap<string, Thunk> => {
    const part = items[i];
    return part ? destructure(item, part) : new Map<string, Thunk>();
  });
  return new Map(parts.flatMap(part => [...part]));
}
