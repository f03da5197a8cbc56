import * as l10n from '@vscode/l10n';
import { nearestWord } from '../../../text/nearestWord';
import { OverrideError, type CallNode } from './overrideNode';

/** Names other tools have for what Hydra calls an interval, and what is written in front of one. */
const intervals = new Map([
  ['uniform', ''],
  ['quniform', ''],
  ['float_uniform', ''],
  ['loguniform', 'tag(log, '],
  ['log_uniform', 'tag(log, '],
  ['log_uniform_values', 'tag(log, '],
  ['randint', 'int('],
  ['int_uniform', 'int('],
]);

/** The error for a function Hydra does not have, with what to write instead where it is known. */
export function unknownFunction(call: CallNode, known: readonly string[]): OverrideError {
  const { name, nameRange: range } = call;
  const wrapper = intervals.get(name.toLowerCase());
  if (wrapper !== undefined) {
    const opening = `${wrapper}interval`;
    const closing = wrapper === '' ? '' : ')';
    const message = l10n.t('Hydra has no function `{0}`; write `{1}`.', name, `${opening}(…)${closing}`);
    const end = { start: call.range.end, end: call.range.end };
    const edits = [
      { range, newText: opening },
      ...(closing === '' ? [] : [{ range: end, newText: closing }]),
    ];
    return new OverrideError('function', range, message, call.arguments.length === 2 ? edits : []);
  }
  const near = nearestWord(name, known);
  const message = near
    ? l10n.t('Hydra has no function `{0}`; did you mean `{1}`?', name, near)
    : l10n.t(
        'Hydra has no function `{0}`; it has {1}. A text with parentheses needs quotes.',
        name,
        known.join(', '),
      );
  return new OverrideError('function', range, message, near === undefined ? [] : [{ range, newText: near }]);
}
