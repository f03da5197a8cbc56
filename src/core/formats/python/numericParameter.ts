import * as l10n from '@vscode/l10n';
import type { Parameter, ParameterTokens } from '../../space/searchSpace';
import type { Expression } from '../../python/syntax';
import type { TextRange } from '../../text/range';
import { wrongValue } from '../rules';
import type { Call, NumberArgument } from './call';
import type { Reading } from './reading';

/** Where the method's own word stands: `suggest_float` of `trial.suggest_float`. */
export function notationRange(callee: Expression): TextRange {
  return callee.kind === 'attribute' ? callee.nameRange : callee.range;
}

/** The tokens of a declaration that is one call, its numbers and choices under these argument names. */
export function callTokens(
  call: Call,
  name: TextRange,
  names: Partial<Record<'low' | 'high' | 'step' | 'choices' | 'default', string>>,
): ParameterTokens {
  const range = (argument: string | undefined): TextRange | undefined =>
    argument === undefined ? undefined : call.range(argument);
  return {
    name,
    declaration: call.expression.range,
    notation: notationRange(call.expression.callee),
    low: range(names.low),
    high: range(names.high),
    step: range(names.step),
    choices: names.choices === undefined ? undefined : call.listRange(names.choices),
    default: range(names.default),
  };
}

/** A step of zero or less leads nowhere; every tool refuses it. */
export function checkStep(
  reading: Reading,
  step: NumberArgument | undefined,
  parameter: Parameter['name'],
): void {
  if (!step || step.value > 0) return;
  const message = l10n.t('`{0}`: the step must be above 0.', parameter);
  reading.report(wrongValue, step.range, message, { parameter });
}
