import * as l10n from '@vscode/l10n';
import type { Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { resolve } from '../../python/resolve';
import type { Reading } from './reading';
import { dynamicParameter } from './rules';

/**
 * The text of a name. Where parts of it are known only when the program runs they stay as written, in braces
 * (`units_{i}`), and that is reported: one parameter then stands for all it names.
 */
export function nameOf(thunk: Thunk, reading: Reading): string {
  const known = evaluate(thunk);
  if (typeof known === 'string') return known;
  const name = pattern(thunk, reading);
  const message = l10n.t(
    '`{0}`: the name is known only when the program runs, so this stands for every parameter it names.',
    name,
  );
  reading.report(dynamicParameter, thunk.expression.range, message, { parameter: name });
  return name;
}

function pattern(thunk: Thunk, reading: Reading): string {
  const { expression, environment } = resolve(thunk);
  if (expression.kind === 'string') {
    return expression.parts
      .map(part => {
        const known = typeof part === 'string' ? part : evaluate({ expression: part, environment });
        return typeof known === 'string' || typeof known === 'number'
          ? String(known)
          : `{${typeof part === 'string' ? part : reading.source(part.range)}}`;
      })
      .join('');
  }
  if (
    expression.kind === 'call' &&
    expression.callee.kind === 'attribute' &&
    expression.callee.name === 'format'
  ) {
    const template = evaluate({ expression: expression.callee.object, environment });
    if (typeof template === 'string') return template;
  }
  return `{${reading.source(thunk.expression.range)}}`;
}
