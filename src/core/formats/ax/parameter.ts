import * as l10n from '@vscode/l10n';
import { isFloat } from '../../python/evaluate';
import { itemsOf } from '../../python/items';
import type { Declared, Domain } from '../../space/domain';
import { categoricalDomain, constantDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { evaluateNumber } from '../../python/evaluate';
import type { Call, NumberArgument } from '../python/call';
import { nameOf } from '../python/names';
import { checkStep } from '../python/numericParameter';
import { replacement, type Reading } from '../python/reading';
import type { AxDeclaration } from './fields';
import { integersByAccident, mixedBounds } from './rules';

/** What a declaration of Ax says and draws; undefined where it has no name. */
export function readParameter(reading: Reading, { kind, call }: AxDeclaration): Parameter | undefined {
  const at = call.thunk('name');
  if (!at) {
    call.checkArguments();
    return undefined;
  }
  const name = nameOf(at, reading);
  call.checkArguments(name);
  const { range: declaration } = call.expression;
  const place = { name: call.range('name') ?? declaration, declaration };
  const notation = call.range('type') ?? undefined;
  switch (kind) {
    case 'fixed': {
      const value = call.value('value');
      const declared = { notation: 'fixed', type: 'constant', scale: 'linear', bounds: 'values' } as const;
      const domain = value === undefined ? undefined : constantDomain(value);
      return { name, declared, domain, tokens: { ...place, notation } };
    }
    case 'choice':
      return {
        ...choice(call, name),
        name,
        tokens: { ...place, notation, choices: call.listRange('values') },
      };
    case 'range': {
      const [low, high] = bounds(call, name);
      const { declared, domain } = numeric(reading, call, name, low, high);
      const isDynamic = call.reportDynamic(name);
      const tokens = {
        ...place,
        notation,
        low: low?.range,
        high: high?.range,
        step: call.range('step_size'),
      };
      return { name, declared, domain: isDynamic ? undefined : domain, tokens };
    }
  }
}

/** `bounds=[low, high]`, or `lower` and `upper`. */
function bounds(call: Call, name: string): [NumberArgument | undefined, NumberArgument | undefined] {
  if (!call.has('bounds')) return [call.number('lower', name), call.number('upper', name)];
  const list = call.thunk('bounds');
  const items = list && itemsOf(list);
  if (items?.length !== 2) {
    // Asked for as a number, it counts as known only when the program runs.
    if (!items) call.number('bounds', name);
    return [undefined, undefined];
  }
  const [low, high] = items.map((item): NumberArgument | undefined => {
    const value = evaluateNumber(item);
    const { range } = item.expression;
    return value === undefined ? undefined : { value, isFloat: isFloat(item), range };
  });
  return [low, high];
}

function numeric(
  reading: Reading,
  call: Call,
  name: string,
  low: NumberArgument | undefined,
  high: NumberArgument | undefined,
): { declared: Declared; domain: Domain | undefined } {
  const stated = statedType(call, reading);
  if (stated === undefined && low && high) checkInferred(reading, low, high, name);
  const type = stated ?? (low && high && !low.isFloat && !high.isFloat ? 'integer' : 'float');
  const scale = call.flag('log_scale') || call.text('scaling') === 'log' ? 'log' : 'linear';
  const step = call.number('step_size', name);
  checkStep(reading, step, name);
  const declared: Declared = {
    notation: 'range',
    type,
    scale,
    bounds: 'values',
    low: low?.value,
    high: high?.value,
    step: step?.value,
  };
  const domain = numericDomain({
    type,
    low: low?.value ?? NaN,
    high: high?.value ?? NaN,
    scale,
    step: step && { size: step.value, origin: 'low', clamp: false },
  });
  return { declared, domain };
}

/** `"value_type": "int"`, `parameter_type="float"` or `ParameterType.INT`. */
function statedType(call: Call, reading: Reading): 'integer' | 'float' | undefined {
  const range: TextRange | undefined = call.range('value_type') ?? call.range('parameter_type');
  const word = call.text('value_type') ?? call.text('parameter_type') ?? (range && reading.source(range));
  if (word === undefined) return undefined;
  return /\bint$/i.test(word) ? 'integer' : /\bfloat$/i.test(word) ? 'float' : undefined;
}

/** Without a type Ax goes by Python's type of the bounds, which must agree. */
function checkInferred(reading: Reading, low: NumberArgument, high: NumberArgument, name: string): void {
  const whole = [low, high].filter(bound => !bound.isFloat);
  const [first] = whole;
  if (whole.length === 1 && first) {
    const written = `${first.value}.0`;
    const message = l10n.t(
      '`{0}`: one bound is whole and the other is not, and Ax wants them of one type; write {1}.',
      name,
      written,
    );
    const isLiteral = Number.isInteger(first.value) && /^[-+]?\d+$/.test(reading.source(first.range));
    const fixes = isLiteral ? [replacement(l10n.t('Write {0}', written), first.range, written, true)] : [];
    reading.report(mixedBounds, first.range, message, { parameter: name, fixes });
  }
  if (whole.length < 2 || low.value !== 0 || high.value !== 1) return;
  const message = l10n.t(
    '`{0}`: both bounds are whole, so Ax draws only 0 or 1; write 0.0 and 1.0 for the numbers between.',
    name,
  );
  const edits = [
    { range: low.range, newText: '0.0' },
    { range: high.range, newText: '1.0' },
  ];
  const fixes = [{ title: l10n.t('Write 0.0 and 1.0'), edits, safe: false }];
  reading.report(integersByAccident, high.range, message, { parameter: name, fixes });
}

/** Numbers, and two alternatives of any kind, are ordered unless the declaration says otherwise. */
function choice(call: Call, name: string): { declared: Declared; domain: Domain | undefined } {
  const choices = call.choices('values');
  const stated = call.value('is_ordered');
  const isNumeric = choices?.every(({ value }) => typeof value === 'number') === true;
  const isOrdered = typeof stated === 'boolean' ? stated : isNumeric || choices?.length === 2;
  call.reportDynamic(name);
  const type = isOrdered ? 'ordinal' : 'categorical';
  return {
    declared: { notation: 'choice', type, scale: 'linear', bounds: 'values', choices },
    domain: choices && (isOrdered ? ordinalDomain(choices) : categoricalDomain(choices)),
  };
}
