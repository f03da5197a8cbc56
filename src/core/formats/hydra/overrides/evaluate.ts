import * as l10n from '@vscode/l10n';
import { cast, element, type Cast } from './casts';
import { bind, type Signature } from './bind';
import { OverrideError, type CallNode, type OverrideNode } from './overrideNode';
import { choiceOf, intervalOf, rangeOf, shuffled, sorted, tagged } from './functions';
import type { Evaluated } from './sweep';
import { unknownFunction } from './unknownFunction';

/**
 * What an override stands for: the sweep it asks for, or the element it sets. Functions are those of Hydra 1.3 and
 * `json_str` and `extend_list` of its main branch.
 * @throws OverrideError where Hydra does.
 */
export function evaluateOverride(elements: readonly OverrideNode[]): Evaluated {
  const [first, ...others] = elements;
  if (first === undefined) {
    throw new OverrideError('syntax', { start: 0, end: 0 }, l10n.t('Nothing stands here.'));
  }
  if (others.length === 0) return evaluate(first);
  const items = elements.map(item => element(evaluate(item), item.range));
  const end = items[items.length - 1]?.range.end ?? first.range.end;
  return { kind: 'choice', items, simple: true, tags: new Set(), list: { start: first.range.start, end } };
}

const signatures: ReadonlyMap<string, Signature> = new Map([
  ['choice', { parameters: [], required: 0, variadic: true }],
  ['range', { parameters: ['start', 'stop', 'step'], required: 1, variadic: false }],
  ['interval', { parameters: ['start', 'end'], required: 2, variadic: false }],
  ['tag', { parameters: ['sweep'], required: 0, variadic: true }],
  ['sort', { parameters: ['sweep', 'list', 'reverse'], required: 0, variadic: true }],
  ['shuffle', { parameters: ['sweep', 'list'], required: 0, variadic: true }],
  ['glob', { parameters: ['include', 'exclude'], required: 1, variadic: false }],
  ['extend_list', { parameters: [], required: 0, variadic: true }],
  ...['int', 'float', 'str', 'bool', 'json_str'].map((name): [string, Signature] => [
    name,
    { parameters: ['value'], required: 0, variadic: true },
  ]),
]);

function evaluate(node: OverrideNode): Evaluated {
  switch (node.kind) {
    case 'primitive':
      return node;
    case 'list':
      return { ...node, items: node.items.map(item => element(evaluate(item), item.range)) };
    case 'dict':
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => ({
          key,
          value: element(evaluate(value), value.range),
        })),
      };
    case 'call':
      return evaluateCall(node);
  }
}

function evaluateCall(call: CallNode): Evaluated {
  const signature = signatures.get(call.name);
  if (signature === undefined) throw unknownFunction(call, [...signatures.keys()]);
  const given = bind(call, signature, ({ value }) => evaluate(value));
  switch (call.name) {
    case 'choice':
      return choiceOf(call, given.rest);
    case 'range':
      return rangeOf(call, given.named);
    case 'interval':
      return intervalOf(call, given.named);
    case 'tag':
      return tagged(call, given);
    case 'sort':
      return sorted(call, given);
    case 'shuffle':
      return shuffled(call, given);
    case 'glob':
      return { kind: 'glob', call };
    case 'extend_list':
      return { kind: 'list', items: given.rest.map(item => element(item, call.range)), range: call.range };
    default:
      return cast(call, call.name as Cast, castArgument(call, given.named.get('value'), given.rest));
  }
}

/** Several arguments of a cast are a comma list. */
function castArgument(call: CallNode, value: Evaluated | undefined, rest: readonly Evaluated[]): Evaluated {
  const [first, ...others] = rest;
  if (value !== undefined && first === undefined) return value;
  if (first === undefined || value !== undefined) {
    throw new OverrideError('arguments', call.range, l10n.t('`{0}` needs one argument.', call.name));
  }
  if (others.length === 0) return first;
  const items = rest.map(item => element(item, call.range));
  return { kind: 'choice', items, simple: true, tags: new Set(), list: call.argumentsRange };
}
