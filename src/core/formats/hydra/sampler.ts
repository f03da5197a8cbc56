import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import type { Method } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { child } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { removedSampler, samplerOverride } from './rules';
import { optionOf, samplers } from './samplers';
import type { Sweeper } from './sweeper';

/** The sampler that is asked for: by a `_target_`, else by the defaults, else TPE. */
export function readSampler(reader: FieldReader, sweeper: Sweeper): Method {
  const target = child(sweeper.at('sampler')?.value, '_target_');
  const choice = sweeper.defaults.get('hydra/sweeper/sampler');
  if (choice) checkRemoved(reader, choice.option, choice.entry.value.range, 'motpe', 'tpe');
  if (target?.kind !== 'scalar') {
    const option = choice?.option ?? 'tpe';
    const sampler = samplers.get(option);
    const range = choice?.entry.value.range ?? sweeper.engineRange;
    return { name: sampler?.target ?? option, family: sampler?.family ?? 'other', range };
  }
  checkRemoved(reader, target.text, target.range, 'MOTPESampler', 'TPESampler');
  const option = optionOf(target.text);
  if (option !== undefined) checkInherited(reader, sweeper, option, target.range);
  return {
    name: target.text.slice(target.text.lastIndexOf('.') + 1),
    family: (option === undefined ? undefined : samplers.get(option))?.family ?? 'other',
    range: target.range,
  };
}

function checkRemoved(reader: FieldReader, text: string, range: TextRange, old: string, now: string): void {
  if (text !== old && !text.endsWith(`.${old}`)) return;
  const message = l10n.t(
    'Optuna 4 has no `{0}` any more; `{1}` does the same, with several objectives too.',
    old,
    now,
  );
  const edit = { range: { start: range.end - old.length, end: range.end }, newText: now };
  const plain = reader.document.text.slice(edit.range.start, edit.range.end) === old;
  reader.report(removedSampler, range, message, {
    fixes: plain ? [{ title: l10n.t('Use {0}', now), edits: [edit], safe: false }] : [],
  });
}

/**
 * The sweeper's defaults choose `sampler: tpe`, and a `_target_` alone replaces the class but keeps the settings of
 * TPE, which every other class refuses.
 */
function checkInherited(reader: FieldReader, sweeper: Sweeper, option: string, range: TextRange): void {
  const choice = sweeper.defaults.get('hydra/sweeper');
  if (option === 'tpe' || choice === undefined || sweeper.defaults.has('hydra/sweeper/sampler')) return;
  const message = l10n.t(
    '`{0}` is given the settings of the default, TPE, and refuses them; add `override hydra/sweeper/sampler: {1}` to the defaults.',
    samplers.get(option)?.target ?? option,
    option,
  );
  reader.report(samplerOverride, range, message, { fixes: addDefault(reader, choice.entry.range, option) });
}

/** One more item of the defaults, below the one that chooses the sweeper. */
function addDefault({ document: { text } }: FieldReader, item: TextRange, option: string): Fix[] {
  const start = text.lastIndexOf('\n', item.start) + 1;
  const lead = /^[ ]*- +(?:override +)?\/?hydra\/sweeper(?= *:)/.exec(text.slice(start, item.end))?.[0];
  const end = text.indexOf('\n', item.end);
  if (lead === undefined || end < 0) return [];
  const lineBreak = text.charAt(end - 1) === '\r' ? '\r\n' : '\n';
  const edit = { range: { start: end + 1, end: end + 1 }, newText: `${lead}/sampler: ${option}${lineBreak}` };
  return [{ title: l10n.t('Add the sampler to the defaults'), edits: [edit], safe: false }];
}
