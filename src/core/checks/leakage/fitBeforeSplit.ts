import type { CallExpression, Expression } from '../../python/syntax';
import { classOf, methodOf, positional, splitOf } from './calls';
import { namesRead, type Routine } from './routine';

/** Something fitted to rows that are split only afterwards. */
export interface EarlyFit {
  readonly fit: CallExpression;
  /** Its class: `StandardScaler`. */
  readonly fitted: string;
  readonly split: CallExpression;
  /** What splits: `train_test_split`. */
  readonly splitter: string;
}

interface Taint {
  readonly fit: CallExpression;
  readonly fitted: string;
}

/** What is known of names at the end of a routine. */
interface State {
  /** Data that something was fitted to whole. */
  readonly tainted: Map<string, Taint>;
  /** Objects that were fitted to whole data. */
  readonly fitted: Map<string, Taint>;
  /** What was split off. */
  readonly apart: Set<string>;
}

/**
 * Follows names from `….fit_transform(X)` (or `fit`, then `transform`) of a class to a split of what came out, through
 * the module's own code and from there into its functions. What was itself split off before, or is called training
 * data, is left alone.
 */
export function earlyFits(
  [module, ...functions]: readonly Routine[],
  isOfClass: (name: string) => boolean,
): EarlyFit[] {
  const found = new Map<CallExpression, EarlyFit>();
  const outside: State = { tainted: new Map(), fitted: new Map(), apart: new Set() };
  if (module) follow(module, outside, isOfClass, found);
  for (const routine of functions) {
    const isOutside = (name: string): boolean =>
      routine.environment.binding(name)?.environment === module?.environment;
    const inherited = (map: ReadonlyMap<string, Taint>): Map<string, Taint> =>
      new Map([...map].filter(([name]) => isOutside(name)));
    const state = {
      tainted: inherited(outside.tainted),
      fitted: inherited(outside.fitted),
      apart: new Set([...outside.apart].filter(isOutside)),
    };
    follow(routine, state, isOfClass, found);
  }
  return [...found.values()];
}

function follow(
  { steps, environment }: Routine,
  { tainted, fitted: fittedObjects, apart }: State,
  isOfClass: (name: string) => boolean,
  found: Map<CallExpression, EarlyFit>,
): void {
  const isApart = (data: Expression): boolean =>
    !isWholeTable(data) || [...namesRead(data)].some(name => apart.has(name) || /train|fold/i.test(name));
  for (const { binds, isFresh, reads, calls } of steps) {
    let made: Taint | undefined;
    let isSplit = false;
    for (const call of calls) {
      const split = splitOf(call, environment);
      if (split) {
        isSplit = true;
        for (const data of split.data.filter(isWholeTable)) {
          const taint = made ?? firstOf(namesRead(data), tainted);
          if (taint && !found.has(taint.fit)) {
            found.set(taint.fit, { ...taint, split: call, splitter: split.name });
          }
        }
        continue;
      }
      const method = methodOf(call);
      const [data] = positional(call);
      if (!method || !data || isApart(data)) continue;
      const object = method.object.kind === 'name' ? [method.object.name] : binds;
      if (/^(?:fit|fit_transform|fit_resample|fit_sample)$/.test(method.name)) {
        const fitted = classOf(method.object, environment);
        if (fitted === undefined || !isOfClass(fitted)) continue;
        if (method.name === 'fit') for (const name of object) fittedObjects.set(name, { fit: call, fitted });
        else made = { fit: call, fitted };
      } else if (method.name === 'transform') {
        made = firstOf(object, fittedObjects) ?? made;
      }
    }
    const inherited = made ?? firstOf(reads, tainted);
    for (const name of binds) {
      if (isSplit || [...reads].some(read => apart.has(read))) apart.add(name);
      if (inherited && !isSplit) tainted.set(name, inherited);
      else if (isFresh) tainted.delete(name);
    }
  }
}

/** Not a part of the rows: a name, `df.values`, `df[columns]`, or the result of a call on one. */
function isWholeTable(data: Expression): boolean {
  if (data.kind === 'attribute') return !/^i?loc$/.test(data.name) && isWholeTable(data.object);
  if (data.kind === 'subscript') return isColumns(data.index) && isWholeTable(data.object);
  if (data.kind !== 'call') return data.kind === 'name';
  const { callee } = data;
  if (callee.kind !== 'attribute') return data.arguments.every(({ value }) => isWholeTable(value));
  return !/^(?:head|tail|sample|query|take)$/.test(callee.name) && isWholeTable(callee.object);
}

function isColumns(index: Expression): boolean {
  if (index.kind === 'string') return true;
  if (index.kind === 'sequence') return index.items.every(isColumns);
  return index.kind === 'name' && /col|feat|num|cat|var/i.test(index.name);
}

function firstOf(names: Iterable<string>, tainted: ReadonlyMap<string, Taint>): Taint | undefined {
  for (const name of names) {
    const taint = tainted.get(name);
    if (taint) return taint;
  }
  return undefined;
}
