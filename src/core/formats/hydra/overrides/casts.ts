import * as l10n from '@vscode/l10n';
import { pythonFloat, pythonInt } from '../../../text/pythonNumber';
import { OverrideError, type CallNode, type PrimitiveNode } from './overrideNode';
import { isNumber, type Bound, type Evaluated } from './sweep';

export type Cast = 'int' | 'float' | 'str' | 'bool' | 'json_str';

/**
 * What a cast makes of its argument, element by element in lists, mappings and sweeps
 * (`hydra/_internal/grammar/grammar_functions.py`).
 * @throws OverrideError where Hydra does.
 */
export function cast(call: CallNode, to: Cast, value: Evaluated): Evaluated {
  switch (value.kind) {
    case 'primitive':
      return castPrimitive(value, to);
    case 'list':
      return { ...value, items: value.items.map(item => element(cast(call, to, item), item.range)) };
    case 'dict':
      return {
        ...value,
        entries: value.entries.map(({ key, value: item }) => ({
          key,
          value: element(cast(call, to, item), item.range),
        })),
      };
    case 'choice':
      return {
        ...value,
        // Hydra drops the tags of a choice and of a range here, and keeps those of an interval.
        tags: new Set(),
        items: value.items.map(item => element(cast(call, to, item), item.range)),
      };
    case 'interval':
      if (to !== 'int' && to !== 'float') throw notCast(call, 'interval', to);
      return { ...value, start: castBound(value.start, to), end: castBound(value.end, to) };
    case 'range':
      if (to !== 'int' && to !== 'float') throw notCast(call, 'range', to);
      return {
        ...value,
        tags: new Set(),
        shuffled: false,
        start: castBound(value.start, to),
        stop: castBound(value.stop, to),
        step: castBound(value.step, to),
      };
    case 'glob':
    case 'call':
      throw notCast(call, 'glob', to);
  }
}

/** A choice holds elements, never a sweep. */
export function element(value: Evaluated, range: CallNode['range']) {
  switch (value.kind) {
    case 'primitive':
    case 'list':
    case 'dict':
    case 'call':
      return value;
    case 'choice':
    case 'range':
    case 'interval':
    case 'glob':
      throw new OverrideError('arguments', range, l10n.t('A sweep cannot stand inside another one.'));
  }
}

function castBound({ value, range }: Bound, to: 'int' | 'float'): Bound {
  return { value: to === 'int' ? Math.trunc(value) : value, type: to, range };
}

function castPrimitive(node: PrimitiveNode, to: Cast): PrimitiveNode {
  const { value, range } = node;
  const fail = (): OverrideError =>
    new OverrideError('arguments', range, l10n.t('`{0}` is nothing that `{1}` can take.', String(value), to));
  const number = (read: (text: string) => number | undefined): number => {
    if (isNumber(node)) return node.value;
    if (typeof value === 'boolean') return Number(value);
    const found = typeof value === 'string' ? read(value) : undefined;
    if (found === undefined) throw fail();
    return found;
  };
  switch (to) {
    case 'int': {
      const whole = Math.trunc(number(pythonInt));
      if (!Number.isFinite(whole)) throw fail();
      return { ...node, value: whole, type: 'int' };
    }
    case 'float':
      return { ...node, value: number(pythonFloat), type: 'float' };
    case 'bool': {
      if (typeof value !== 'string') return { ...node, value: Boolean(value), type: 'bool' };
      if (!/^(?:true|false)$/i.test(value)) throw fail();
      return { ...node, value: value.toLowerCase() === 'true', type: 'bool' };
    }
    case 'str':
    case 'json_str':
      if (value === null) throw fail();
      return { ...node, value: to === 'str' ? String(value) : JSON.stringify(value), type: 'text' };
  }
}

function notCast(call: CallNode, what: string, to: Cast): OverrideError {
  return new OverrideError('arguments', call.nameRange, l10n.t('`{0}` cannot be cast to `{1}`.', what, to));
}
