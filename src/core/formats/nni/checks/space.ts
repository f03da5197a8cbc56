import * as l10n from '@vscode/l10n';
import { replaceToken } from '../../../text/edits/token';
import { finding, type Finding } from '../../../finding';
import { formatNumber } from '../../../text/formatNumber';
import { nearestWord } from '../../../text/nearestWord';
import type { Dialect } from '../../../text/scalars';
import { child, entry, type SourceNode } from '../../../text/source';
import { checkValues } from './values';
import { numbersOf } from '../numbers';
import { isEmptyRange } from '../parameter';
import {
  brokenNesting,
  emptyRange,
  exclusiveEnd,
  legacyType,
  unreadableEntry,
  unsupportedType,
} from '../rules';
import { legacyTypes, nniTypes } from '../types';
import { branchesOf, type Variable } from '../variable';

/** What `validate_search_space` would log about each entry, and what its tuners then stumble over. */
export function checkSpace(variables: readonly Variable[], dialect: Dialect, text: string): Finding[] {
  return variables.flatMap(variable => {
    if (variable.typeText === undefined || variable.value === undefined) return [incomplete(variable)];
    if (legacyTypes.includes(variable.typeText)) return [legacy(variable)];
    if (variable.type === undefined) return [unsupported(variable, text)];
    return [
      ...checkValues(variable, dialect),
      ...checkNesting(variable),
      ...(variable.type === 'randint' ? checkIntegers(variable, dialect, text) : []),
    ];
  });
}

function incomplete({ name, entry: { key, value }, typeText }: Variable): Finding {
  const message =
    value.kind !== 'map'
      ? l10n.t('`{0}` is no mapping; NNI needs its `_type` and `_value`.', name)
      : l10n.t(
          '`{0}` has no `{1}`, so NNI cannot read it; add one.',
          name,
          typeText === undefined ? '_type' : '_value',
        );
  return finding(unreadableEntry, key.range, message, { parameter: name });
}

function legacy({ name, typeText = '', entry: { value, key } }: Variable): Finding {
  const message =
    typeText === 'factor'
      ? l10n.t('`factor` is read by the OpEvo tuner alone, so no distribution is shown for `{0}`.', name)
      : l10n.t(
          '`{0}` belongs to architecture search before NNI 3, so no distribution is shown for `{1}`.',
          typeText,
          name,
        );
  return finding(legacyType, child(value, '_type')?.range ?? key.range, message, { parameter: name });
}

function unsupported({ name, typeText = '', entry: { value, key } }: Variable, text: string): Finding {
  const near = nearestWord(typeText, nniTypes);
  const range = child(value, '_type')?.range ?? key.range;
  const message = near
    ? l10n.t('NNI has no type `{0}`; did you mean `{1}`?', typeText, near)
    : l10n.t('NNI has no type `{0}`; it has {1}.', typeText, nniTypes.join(', '));
  const fixes = near
    ? [{ title: l10n.t('Write {0}', near), edits: [replaceToken(text, range, near)], safe: false }]
    : [];
  return finding(unsupportedType, range, message, { parameter: name, fixes });
}

/** A nested space is sampled only when every choice is a mapping with a `_name`; otherwise it is handed on as it is. */
function checkNesting(variable: Variable): Finding[] {
  const { name, type, value } = variable;
  if (type !== 'choice' || value?.kind !== 'list' || branchesOf(variable)) return [];
  const isMeantNested = value.items.some(item => entry(item, '_name') !== undefined || holdsVariable(item));
  const unnamed = value.items.find(item => entry(item, '_name') === undefined);
  if (!isMeantNested || !unnamed) return [];
  const message = l10n.t(
    'This choice of `{0}` has no `_name`, so NNI draws nothing inside any of them; make each a mapping with a `_name`.',
    name,
  );
  return [finding(brokenNesting, unnamed.range, message, { parameter: name })];
}

function holdsVariable(node: SourceNode): boolean {
  return node.kind === 'map' && node.entries.some(({ value }) => entry(value, '_type') !== undefined);
}

function checkIntegers(variable: Variable, dialect: Dialect, text: string): Finding[] {
  const { name, type, value } = variable;
  const [low, high] = numbersOf(variable, dialect);
  const end = value?.kind === 'list' ? value.items[1] : undefined;
  if (!type || low === undefined || high === undefined || !end) return [];
  const more = { parameter: name, fixes: [raiseEnd(end, high, text)] };
  if (isEmptyRange(type, low, high)) {
    const message = l10n.t(
      '`{0}` holds no integer: randint stops before its upper bound {1}; raise it.',
      name,
      formatNumber(high),
    );
    return [finding(emptyRange, end.range, message, more)];
  }
  if (!looksInclusive(low, high)) return [];
  const message = l10n.t(
    '`{0}` never tries {1}: randint stops before its upper bound; write {2} to include it.',
    name,
    formatNumber(high),
    formatNumber(high + 1),
  );
  return [finding(exclusiveEnd, end.range, message, more)];
}

function raiseEnd(
  end: SourceNode,
  high: number,
  text: string,
): { title: string; edits: ReturnType<typeof replaceToken>[]; safe: boolean } {
  const raised = String(Math.floor(high) + 1);
  return {
    title: l10n.t('Raise the bound to {0}', raised),
    edits: [replaceToken(text, end.range, raised)],
    safe: false,
  };
}

/** A count that starts at one or above and ends at a round number: somebody wrote the last value they wanted. */
function looksInclusive(low: number, high: number): boolean {
  if (!Number.isInteger(low) || !Number.isInteger(high) || low < 1 || high <= low + 1) return false;
  return high % 10 === 0 || (high >= 8 && Number.isInteger(Math.log2(high)));
}
