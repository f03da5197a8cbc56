import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { formatNumber } from '../../../text/formatNumber';
import { numberText } from '../../../text/numberText';
import { pythonFloat } from '../../../text/pythonNumber';
import type { Dialect } from '../../../text/scalars';
import type { SourceNode } from '../../../text/source';
import { misreadBound, misreadChoices } from '../../pyYamlScalars';
import { isNumber, numbersOf } from '../numbers';
import { wrongValue } from '../rules';
import { arity, isNormal, isQuantised } from '../types';
import { branchesOf, type Variable } from '../variable';

/** Whether `_value` is a list of as many numbers as its type takes, with a positive sigma and q. */
export function checkValues(variable: Variable, dialect: Dialect): Finding[] {
  const { name, type, value } = variable;
  if (!type || !value) return [];
  if (value.kind !== 'list') {
    return [
      finding(wrongValue, value.range, l10n.t('`_value` of `{0}` must be a list.', name), {
        parameter: name,
      }),
    ];
  }
  const expected = arity(type);
  if (expected === undefined) return checkChoices(variable, dialect);
  if (value.items.length !== expected) {
    const message = l10n.t(
      '`{0}` takes {1} values, {2}, and `{3}` has {4}.',
      type,
      formatNumber(expected),
      `[${wanted(variable).join(', ')}]`,
      name,
      formatNumber(value.items.length),
    );
    return [finding(wrongValue, value.range, message, { parameter: name })];
  }
  return [
    ...value.items.flatMap(item => notNumber(item, variable, dialect)),
    ...(isNormal(type) ? notPositive(variable, 1, dialect) : []),
    ...(isQuantised(type) ? notPositive(variable, 2, dialect) : []),
  ];
}

/** The parts of a nested choice are variables of their own. */
function checkChoices(variable: Variable, dialect: Dialect): Finding[] {
  const { value, name } = variable;
  if (dialect !== 'pyyaml' || value?.kind !== 'list' || branchesOf(variable)) return [];
  return value.items.flatMap(item => misreadChoices(item, 'NNI', name));
}

function wanted({ type }: Variable): string[] {
  if (!type) return [];
  return [...(isNormal(type) ? ['mu', 'sigma'] : ['low', 'high']), ...(isQuantised(type) ? ['q'] : [])];
}

function notNumber(item: SourceNode, { name }: Variable, dialect: Dialect): Finding[] {
  if (isNumber(item, dialect)) return [];
  const misread =
    item.kind === 'scalar' && dialect === 'pyyaml' ? misreadBound(item, 'NNI', name) : undefined;
  if (misread) return [misread];
  const number = item.kind === 'scalar' ? pythonFloat(item.text) : undefined;
  const message = l10n.t('`{0}` needs a number here, without quotes.', name);
  const fixes =
    number === undefined
      ? []
      : [
          {
            title: l10n.t('Write {0}', numberText(number, dialect)),
            edits: [{ range: item.range, newText: numberText(number, dialect) }],
            safe: true,
          },
        ];
  return [finding(wrongValue, item.range, message, { parameter: name, fixes })];
}

function notPositive(variable: Variable, index: number, dialect: Dialect): Finding[] {
  const number = numbersOf(variable, dialect)[index];
  const range = variable.value?.kind === 'list' ? variable.value.items[index]?.range : undefined;
  if (number === undefined || number > 0 || !range) return [];
  const message = l10n.t(
    '`{0}` of `{1}` is {2} and must be positive.',
    wanted(variable)[index] ?? '',
    variable.name,
    formatNumber(number),
  );
  return [finding(wrongValue, range, message, { parameter: variable.name })];
}
