import * as l10n from '@vscode/l10n';
import type { Declared, Domain } from '../../space/domain';
import { categoricalDomain, numericDomain } from '../../space/domains';
import type { Condition, Parameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { TextRange } from '../../text/range';
import { wrongValue } from '../rules';
import { declaredByKind, drawnByKind, hyperoptKinds, isNormalKind } from '../hyperoptKinds';
import type { Call, NumberArgument } from '../python/call';
import { callTokens, checkStep } from '../python/numericParameter';
import type { Reading } from '../python/reading';
import { emptyRange } from '../python/rules';
import { optionsOf, type Option } from './options';
import { badProbabilities } from './rules';

/** A declared parameter, and the alternatives where it chooses among them. */
export interface Declaration {
  readonly parameter: Parameter;
  readonly options: readonly Option[];
}

/** @param isWhole whether the draw is made an integer: `scope.int(hp.quniform(…))`. */
export function readDeclaration(
  reading: Reading,
  call: Call,
  label: string,
  condition: Condition | undefined,
  isWhole: boolean,
): Declaration {
  call.checkArguments(label);
  const nameRange = call.range('label') ?? call.expression.callee.range;
  const { name: notation } = call.signature;
  if (notation === 'choice' || notation === 'pchoice') {
    const options = optionsOf(reading, call);
    const list = notation === 'choice' ? 'options' : 'p_options';
    if (!options && call.has(list)) call.choices(list);
    call.reportDynamic(label);
    if (notation === 'pchoice' && options) checkProbabilities(reading, options, label);
    const choices = options?.map(({ value, weight, range }) => ({ value, weight, range }));
    const parameter: Parameter = {
      name: label,
      declared: { notation, type: 'categorical', scale: 'linear', bounds: 'values', choices },
      domain: choices && categoricalDomain(choices),
      condition,
      tokens: callTokens(call, nameRange, { choices: list }),
    };
    return { parameter, options: options ?? [] };
  }
  const { declared, domain } = numeric(reading, call, label, nameRange, isWhole);
  const isDynamic = call.reportDynamic(label);
  const isNormal = call.signature.parameters.includes('mu');
  const tokens = callTokens(call, nameRange, isNormal ? { step: 'q' } : tokenNames(call));
  return {
    parameter: { name: label, declared, domain: isDynamic ? undefined : domain, condition, tokens },
    options: [],
  };
}

/** `randint(label, upper)` has its upper bound where the others have the lower one. */
function tokenNames(call: Call) {
  const isUpperOnly = call.signature.name === 'randint' && !call.has('high');
  return isUpperOnly ? { high: 'low' } : { low: 'low', high: 'high', step: 'q' };
}

function numeric(
  reading: Reading,
  call: Call,
  label: string,
  nameRange: TextRange,
  isWhole: boolean,
): { declared: Declared; domain: Domain | undefined } {
  const { name: notation } = call.signature;
  if (notation === 'randint') return randint(reading, call, label);
  const kind = hyperoptKinds.find(each => each === notation) ?? 'quniform';
  const [first, second] = isNormalKind(kind) ? ['mu', 'sigma'] : ['low', 'high'];
  const q = call.number('q', label);
  checkStep(reading, q, label);
  const [low, high] = [call.number(first, label), call.number(second, label)];
  if (isNormalKind(kind)) checkDeviation(reading, high, label);
  const isInteger = isWhole || notation === 'uniformint';
  const numbers = {
    first: low?.value,
    second: high?.value,
    q: notation === 'uniformint' ? 1 : q?.value,
  };
  const declared = declaredByKind(kind, numbers);
  const domain = drawnByKind(kind, numbers);
  if (!isInteger) return { declared, domain };
  return {
    declared: { ...declared, notation, type: 'integer', step: q?.value },
    domain: domain?.kind === 'float' ? numericDomain({ ...domain, type: 'integer' }) : domain,
  };
}

/** `randint(label, upper)` draws from 0, `randint(label, low, high)` from low; the upper end is left out. */
function randint(
  reading: Reading,
  call: Call,
  label: string,
): { declared: Declared; domain: Domain | undefined } {
  const [first, second] = [call.number('low', label), call.number('high', label)];
  const [low, high] = call.has('high') ? [first?.value, second?.value] : [0, first?.value];
  const end = second ?? first;
  const declared = { notation: 'randint', type: 'integer', scale: 'linear', bounds: 'values' } as const;
  if (low !== undefined && low === high && end) {
    const message = l10n.t(
      '`{0}`: the upper end is left out, so there is nothing between {1} and {2}; write {3} to draw {1}.',
      label,
      formatNumber(low),
      formatNumber(high),
      formatNumber(high + 1),
    );
    reading.report(emptyRange, end.range, message, { parameter: label });
    return { declared, domain: undefined };
  }
  const domain = numericDomain({ type: 'integer', low: low ?? NaN, high: (high ?? NaN) - 1 });
  return { declared: { ...declared, low, high }, domain };
}

function checkDeviation(reading: Reading, sigma: NumberArgument | undefined, label: string): void {
  if (!sigma || sigma.value >= 0) return;
  const message = l10n.t('`{0}`: `sigma` is a standard deviation and cannot be negative.', label);
  reading.report(wrongValue, sigma.range, message, { parameter: label });
}

/** numpy's multinomial refuses probabilities above one; below one the last alternative takes what is left. */
function checkProbabilities(reading: Reading, options: readonly Option[], label: string): void {
  const weights = options.flatMap(({ weight }) => weight ?? []);
  if (weights.length < options.length || options.length === 0) return;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) <= 1e-6 && weights.every(weight => weight >= 0)) return;
  const [first] = options;
  if (!first) return;
  const message = l10n.t('`{0}`: the probabilities add up to {1} instead of 1.', label, formatNumber(total));
  reading.report(badProbabilities, first.range, message, { parameter: label });
}
