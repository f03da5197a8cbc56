import * as l10n from '@vscode/l10n';
import { element } from './casts';
import type { Bound as Given } from './bind';
import { OverrideError, type CallNode, type OverrideNode } from './overrideNode';
import { isNumber, type Bound, type ChoiceSweep, type Evaluated, type RangeSweep } from './sweep';

/** `choice(…)`: of one argument that is a comma list already it makes a full choice. */
export function choiceOf(call: CallNode, given: readonly Evaluated[]): Evaluated {
  const [first] = given;
  if (first === undefined) throw fault(call.range, l10n.t('`choice` needs something to choose from.'));
  if (given.length === 1 && first.kind === 'choice' && first.simple) return { ...first, simple: false };
  const items = given.map((item, i) => element(item, call.arguments[i]?.value.range ?? call.range));
  const empty = items.find(item => item.kind === 'primitive' && item.type === 'null');
  if (empty) {
    const message = l10n.t(
      '`choice` takes no `null`; without `choice`, as a plain list `a,null`, Hydra does.',
    );
    throw fault(empty.range, message);
  }
  return {
    kind: 'choice',
    items,
    simple: false,
    tags: new Set(),
    list: call.argumentsRange,
    word: call.nameRange,
  };
}

export function rangeOf(call: CallNode, named: ReadonlyMap<string, Evaluated>): RangeSweep {
  const first = bound(call, named, 'start');
  const stop = named.has('stop') ? bound(call, named, 'stop') : undefined;
  return {
    kind: 'range',
    start: stop ? first : { value: 0, type: 'int' },
    stop: stop ?? first,
    step: named.has('step') ? bound(call, named, 'step') : { value: 1, type: 'int' },
    shuffled: false,
    tags: new Set(),
    call,
  };
}

/** Hydra makes floats of the bounds of an interval, also of whole numbers. */
export function intervalOf(call: CallNode, named: ReadonlyMap<string, Evaluated>): Evaluated {
  return {
    kind: 'interval',
    start: { ...bound(call, named, 'start'), type: 'float' },
    end: { ...bound(call, named, 'end'), type: 'float' },
    tags: new Set(),
    call,
  };
}

export function tagged(call: CallNode, { named, rest }: Given): Evaluated {
  const all = [...rest, ...[named.get('sweep') ?? []].flat()];
  const sweep = all[all.length - 1];
  if (sweep?.kind !== 'choice' && sweep?.kind !== 'range' && sweep?.kind !== 'interval') {
    throw fault(call.range, l10n.t('The last argument of `tag` must be a choice, a range or an interval.'));
  }
  const tags = all.slice(0, -1).map(tag => {
    if (tag.kind === 'primitive' && typeof tag.value === 'string') return tag.value;
    throw fault(call.argumentsRange, l10n.t('The tags before the sweep must be words.'));
  });
  return { ...sweep, tags: new Set(tags) };
}

export function shuffled(call: CallNode, { named, rest }: Given): Evaluated {
  const only = named.get('list') ?? named.get('sweep') ?? (rest.length === 1 ? rest[0] : undefined);
  if (only === undefined) return simpleChoice(call, rest);
  if (only.kind === 'range') return { ...only, shuffled: true };
  if (only.kind === 'choice' || only.kind === 'list') return only;
  return { kind: 'list', items: [element(only, call.range)], range: call.range };
}

export function sorted(call: CallNode, { named, rest }: Given): Evaluated {
  const reversed = named.get('reverse');
  const down = reversed?.kind === 'primitive' && reversed.value === true;
  const only = named.get('list') ?? named.get('sweep') ?? (rest.length === 1 ? rest[0] : undefined);
  if (only?.kind === 'range') return sortedRange(only, down);
  if (only?.kind === 'list') return { ...only, items: inOrder(call, only.items, down) };
  if (only && only.kind !== 'choice') return element(only, call.range);
  const choice = only ?? simpleChoice(call, rest);
  return { ...choice, items: inOrder(call, choice.items, down) };
}

function sortedRange(range: RangeSweep, down: boolean): RangeSweep {
  const { start, stop, step } = range;
  const isDown = start.value > stop.value;
  if (start.value === stop.value || isDown === down) return range;
  const shift = down ? -Math.abs(step.value) : Math.abs(step.value);
  return {
    ...range,
    start: { ...stop, value: stop.value + shift, range: undefined },
    stop: { ...start, value: start.value + shift, range: undefined },
    step: { ...step, value: -step.value, range: undefined },
  };
}

function inOrder(call: CallNode, items: readonly OverrideNode[], down: boolean): OverrideNode[] {
  const values = items.map(item => (item.kind === 'primitive' ? item.value : null));
  const isText = values.every(value => typeof value === 'string');
  const isNumeric = values.every(value => typeof value === 'number' || typeof value === 'boolean');
  if (!isText && !isNumeric) {
    throw fault(
      call.argumentsRange,
      l10n.t('`sort` needs texts only or numbers only; Python cannot compare the two.'),
    );
  }
  const order = items.map((item, i) => ({ item, value: values[i] ?? 0 }));
  order.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) * (down ? -1 : 1));
  return order.map(({ item }) => item);
}

function simpleChoice(call: CallNode, given: readonly Evaluated[]): ChoiceSweep {
  if (given.length === 0) throw fault(call.range, l10n.t('`{0}` needs something to work on.', call.name));
  const items = given.map(item => element(item, call.range));
  return { kind: 'choice', items, simple: true, tags: new Set(), list: call.argumentsRange };
}

function bound(call: CallNode, named: ReadonlyMap<string, Evaluated>, name: string): Bound {
  const node = named.get(name);
  if (node && isNumber(node)) {
    if (Number.isFinite(node.value)) return { value: node.value, type: node.type, range: node.range };
    throw fault(
      node.range,
      l10n.t('`{0}` must be finite: nothing can be drawn from here to infinity.', name),
    );
  }
  const range = node && 'range' in node ? node.range : call.range;
  throw fault(range, l10n.t('`{0}` of `{1}` must be a number, without quotes.', name, call.name));
}

function fault(range: CallNode['range'], message: string): OverrideError {
  return new OverrideError('arguments', range, message);
}
