import * as l10n from '@vscode/l10n';
import { isFloat } from '../../python/evaluate';
import { categoricalDomain, constantDomain, ordinalDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { sameValue } from '../../space/values';
import type { TextRange } from '../../text/range';
import { wrongValue } from '../rules';
import type { Call, ChoiceArgument, Signature } from '../python/call';
import { callTokens, notationRange } from '../python/numericParameter';
import type { Reading } from '../python/reading';
import { readNumeric } from './numeric';
import { choiceTypes } from './rules';

const parents = ['parent_name', 'parent_values'];
const numeric = ['name', 'min_value', 'max_value', 'step', 'sampling', 'default', ...parents];

/** `keras_tuner/engine/hyperparameters/hyperparameters.py`. */
export const declarations: ReadonlyMap<string, Signature> = new Map(
  [
    { name: 'Int', parameters: numeric, required: ['name', 'min_value', 'max_value'] },
    { name: 'Float', parameters: numeric, required: ['name', 'min_value', 'max_value'] },
    {
      name: 'Choice',
      parameters: ['name', 'values', 'ordered', 'default', ...parents],
      required: ['name', 'values'],
    },
    { name: 'Boolean', parameters: ['name', 'default', ...parents], required: ['name'] },
    { name: 'Fixed', parameters: ['name', 'value', ...parents], required: ['name', 'value'] },
  ].map(signature => [signature.name, signature]),
);

/** What a call of `hp.Int` or a sibling declares, whenever it is reached. */
export function readDeclaration(reading: Reading, call: Call, name: string): Omit<Parameter, 'condition'> {
  call.checkArguments(name);
  const nameRange = call.range('name') ?? notationRange(call.expression.callee);
  const known = call.value('default');
  const initial = { ...(known !== undefined && known !== null && { default: known }) };
  switch (call.signature.name) {
    case 'Choice':
      return { ...choice(reading, call, name, nameRange), ...initial };
    case 'Boolean': {
      const declared = {
        notation: 'Boolean',
        type: 'categorical',
        scale: 'linear',
        bounds: 'values',
      } as const;
      const domain = categoricalDomain([{ value: false }, { value: true }]);
      return {
        name,
        declared,
        domain,
        ...initial,
        tokens: callTokens(call, nameRange, { default: 'default' }),
      };
    }
    case 'Fixed': {
      const value = call.value('value');
      const declared = { notation: 'Fixed', type: 'constant', scale: 'linear', bounds: 'values' } as const;
      const domain = value === undefined ? undefined : constantDomain(value);
      return { name, declared, domain, tokens: callTokens(call, nameRange, {}) };
    }
    default: {
      const { declared, domain } = readNumeric(reading, call, name);
      const isDynamic = call.reportDynamic(name);
      const names = { low: 'min_value', high: 'max_value', step: 'step', default: 'default' };
      const tokens = callTokens(call, nameRange, names);
      return { name, declared, domain: isDynamic ? undefined : domain, ...initial, tokens };
    }
  }
}

/** Numbers are ordered unless `ordered=False`. */
function choice(
  reading: Reading,
  call: Call,
  name: string,
  nameRange: TextRange,
): Omit<Parameter, 'condition' | 'default'> {
  const choices = call.choices('values');
  const isOrdered =
    choices?.every(({ value }) => typeof value === 'number') === true && call.value('ordered') !== false;
  call.reportDynamic(name);
  checkTypes(reading, choices ?? [], name);
  checkDefault(reading, call, choices, name);
  const domain = choices && (isOrdered ? ordinalDomain(choices) : categoricalDomain(choices));
  return {
    name,
    declared: {
      notation: 'Choice',
      type: isOrdered ? 'ordinal' : 'categorical',
      scale: 'linear',
      bounds: 'values',
      choices,
    },
    domain,
    tokens: callTokens(call, nameRange, { choices: 'values', default: 'default' }),
  };
}

/** "A `Choice` can contain only one type of value", and only int, float, str or bool. */
function checkTypes(reading: Reading, choices: readonly ChoiceArgument[], name: string): void {
  const typed = choices.filter(({ isKnown }) => isKnown).map(item => ({ item, type: typeOf(item) }));
  const [first] = typed;
  const refused = typed.find(({ type }) => type === undefined);
  if (refused) {
    const message = l10n.t(
      '`{0}`: Keras Tuner takes only text, numbers and truth values as choices, not `{1}`.',
      name,
      reading.source(refused.item.range),
    );
    return void reading.report(choiceTypes, refused.item.range, message, { parameter: name });
  }
  const other = typed.find(({ type }) => type !== first?.type);
  if (!first || !other) return;
  const message = l10n.t(
    '`{0}`: Keras Tuner wants choices of one type, and `{1}` is {2} while `{3}` is {4}.',
    name,
    reading.source(other.item.range),
    other.type ?? '',
    reading.source(first.item.range),
    first.type ?? '',
  );
  reading.report(choiceTypes, other.item.range, message, { parameter: name });
}

/** Python's name for the type. */
function typeOf({ value, thunk }: ChoiceArgument): string | undefined {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value !== 'number') return undefined;
  return isFloat(thunk) ? 'float' : 'int';
}

function checkDefault(
  reading: Reading,
  call: Call,
  choices: readonly ChoiceArgument[] | undefined,
  name: string,
): void {
  const value = call.value('default');
  const range = call.range('default');
  if (value === undefined || value === null || !range || !choices) return;
  if (!choices.every(({ isKnown }) => isKnown)) return;
  if (choices.some(choice => sameValue(choice.value, value))) return;
  const message = l10n.t('`{0}`: the default {1} is not among the choices.', name, reading.source(range));
  reading.report(wrongValue, range, message, { parameter: name });
}
