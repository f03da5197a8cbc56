import * as l10n from '@vscode/l10n';
import { entriesOf } from '../../python/entries';
import type { PlacedCall } from './study';
import { qualifiedName } from '../../python/qualifiedName';
import type { Parameter } from '../../space/searchSpace';
import { sameValue } from '../../space/values';
import { formatNumber } from '../../text/formatNumber';
import { Call, choiceOf, type ChoiceArgument } from '../python/call';
import { itemsOf } from '../../python/items';
import type { Reading } from '../python/reading';
import { gridSampler } from './rules';

/**
 * `GridSampler(search_space)` takes every parameter from its own lists: one that is not there stops the study, and a
 * value outside the suggested range is used all the same.
 */
export function checkGrid(
  reading: Reading,
  { call, environment }: PlacedCall,
  parameters: readonly Parameter[],
): void {
  if (!qualifiedName(call.callee, environment)?.endsWith('.GridSampler')) return;
  const signature = { name: 'GridSampler', parameters: ['search_space', 'seed'], required: ['search_space'] };
  const grid = new Call(reading, call, environment, signature).thunk('search_space');
  const entries = grid && entriesOf(grid);
  if (!grid || !entries || entries.some(({ name }) => name === undefined)) return;
  for (const { name, tokens } of parameters) {
    if (entries.some(entry => entry.name === name) || name.includes('{')) continue;
    const message = l10n.t(
      '`{0}` is suggested but not in the grid, and Optuna stops at it; give it a list in `search_space`.',
      name,
    );
    reading.report(gridSampler, tokens.name, message, { parameter: name });
  }
  for (const { name, value } of entries) {
    const parameter = parameters.find(candidate => candidate.name === name);
    if (!parameter) continue;
    for (const item of itemsOf(value) ?? []) checkValue(reading, parameter, choiceOf(item, reading));
  }
}

function checkValue(
  reading: Reading,
  { name, declared }: Parameter,
  { value, range, isKnown }: ChoiceArgument,
): void {
  const { low, high, choices } = declared;
  const isOutside =
    typeof value === 'number' && low !== undefined && high !== undefined
      ? value < low || value > high
      : isKnown && choices !== undefined && !choices.some(choice => sameValue(choice.value, value));
  if (!isOutside) return;
  const message =
    typeof value === 'number' && low !== undefined && high !== undefined
      ? l10n.t(
          '`{0}`: the grid has {1}, outside the suggested {2} … {3}, and Optuna uses it all the same; widen the range or drop the value.',
          name,
          formatNumber(value),
          formatNumber(low),
          formatNumber(high),
        )
      : l10n.t('`{0}`: the grid has {1}, which is not among the choices.', name, reading.source(range));
  reading.report(gridSampler, range, message, { parameter: name, severity: 'warning' });
}
