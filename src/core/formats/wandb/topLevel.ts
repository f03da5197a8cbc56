import * as l10n from '@vscode/l10n';
import { nearestWord } from '../../text/nearestWord';
import { scalarValue } from '../../text/scalars';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import { removeEntry } from '../entryEdits';
import { unknownEntries } from './entries';
import { fix, listed, type Reading } from './reading';
import { unknownKey, wrongType } from './rules';

/** Top-level keys whose value must be text, and the others, from `schema.json`. */
const textKeys = 'apiVersion description program job image_uri entity project name'.split(' ');
const otherKeys =
  'kind controller method command run_cap metric metrics scheduler early_terminate parameters'.split(' ');
export const sweepKeys: readonly string[] = [...textKeys, ...otherKeys];
const keys = new Set(sweepKeys);

/** What people write for them. */
const synonyms = new Map([
  ['run', 'run_cap'],
  ['runs', 'run_cap'],
  ['count', 'run_cap'],
  ['maxruns', 'run_cap'],
  ['numruns', 'run_cap'],
  ['trials', 'run_cap'],
  ['maxtrials', 'run_cap'],
  ['earlystop', 'early_terminate'],
  ['earlystopping', 'early_terminate'],
  ['script', 'program'],
  ['algorithm', 'method'],
  ['strategy', 'method'],
  ['objective', 'metric'],
]);

export function checkTopLevel(reading: Reading, root: MapNode): void {
  for (const at of unknownEntries(root, keys)) reportUnknown(reading, root, at);
  for (const key of textKeys) {
    const at = entry(root, key);
    if (at !== undefined) checkText(reading, at);
  }
  checkEnumeration(reading, root, 'kind', ['sweep']);
  const controller = entry(root, 'controller')?.value;
  if (controller?.kind === 'map') checkEnumeration(reading, controller, 'type', ['local', 'cloud']);
  const command = entry(root, 'command');
  if (command !== undefined && command.value.kind !== 'list') {
    reading.report(
      wrongType,
      command.key.range,
      l10n.t('`command` must be a list, one item for each word of it.'),
    );
  }
}

function reportUnknown(reading: Reading, root: MapNode, at: MapEntry): void {
  const word = at.key.text;
  const free = [...keys].filter(key => !entry(root, key));
  const synonym = synonyms.get(word.toLowerCase().replace(/[^a-z]/g, ''));
  const meant = synonym !== undefined && free.includes(synonym) ? synonym : nearestWord(word, free);
  if (meant !== undefined) {
    const message = l10n.t(
      'W&B has no setting `{0}` and refuses the sweep; did you mean `{1}`?',
      word,
      meant,
    );
    const edit = { range: at.key.range, newText: reading.word(meant) };
    const fixes = [fix(l10n.t('Rename it to {0}', meant), edit, false)];
    return reading.report(unknownKey, at.key.range, message, { fixes });
  }
  const message = l10n.t('W&B has no setting `{0}` and refuses the sweep; remove it.', word);
  const fixes = [fix(l10n.t('Remove {0}', word), removeEntry(reading.document.text, root, at), false)];
  reading.report(unknownKey, at.key.range, message, { fixes });
}

function checkText(reading: Reading, { key, value }: MapEntry): void {
  if (value.kind === 'scalar' && typeof scalarValue(value, 'pyyaml') === 'string') return;
  const isEmpty = value.kind === 'scalar' && value.text === '';
  const message = isEmpty
    ? l10n.t('`{0}` is empty, and W&B wants text; write it or remove the key.', key.text)
    : l10n.t('`{0}` must be text; put quotes around it.', key.text);
  const quoted =
    value.kind === 'scalar' && !isEmpty ? { range: value.range, newText: `"${value.text}"` } : undefined;
  reading.report(wrongType, isEmpty ? key.range : value.range, message, {
    fixes: [fix(l10n.t('Put quotes around it'), quoted, true)],
  });
}

/** A text that must be one of a few words. */
export function checkEnumeration(
  reading: Reading,
  map: MapNode,
  key: string,
  words: readonly string[],
): void {
  const at = entry(map, key);
  if (at === undefined) return;
  const { value } = at;
  const isText = value.kind === 'scalar' && typeof scalarValue(value, 'pyyaml') === 'string';
  const word = value.kind === 'scalar' ? value.text : '';
  if (isText && words.includes(word)) return;
  const nearest = nearestWord(word, words);
  const message = words.includes(word)
    ? l10n.t('`{0}` must be text, and without quotes `{1}` is not; put quotes around it.', key, word)
    : l10n.t('`{0}` must be one of {1}.', key, listed(words));
  const range = value.range.start < value.range.end ? value.range : at.key.range;
  const edit =
    nearest && range === value.range
      ? { range, newText: words.includes(word) ? `"${word}"` : reading.word(nearest) }
      : undefined;
  reading.report(wrongType, range, message, { fixes: [fix(l10n.t('Write {0}', nearest ?? ''), edit, true)] });
}
