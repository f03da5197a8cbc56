import * as l10n from '@vscode/l10n';
import { formatNumber } from '../../text/formatNumber';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import { removeEntry } from '../entryEdits';
import type { Hyperband } from './earlyTerminate';
import type { NumberField } from './numberField';
import { fix, type Reading } from './reading';
import { earlyTermination, ignoredSetting } from './rules';

const defaultEta = 3;

/** No sweep has more bands than this; W&B itself stops at a hundred. */
const mostBands = 100;

/** The iterations at which runs are compared when `max_iter` and `s` are given (`hyperband_stopping.py`), ascending. */
export function bandsBelow(maxIter: number, s: number, eta: number): number[] {
  const bands: number[] = [];
  let band = maxIter;
  for (let i = 0; i < Math.min(s, mostBands); i++) {
    band /= eta;
    if (!(band >= 1)) break;
    bands.unshift(Math.trunc(band));
  }
  return bands;
}

/** Whether there are bands at all, and whether everything written takes part in them. */
export function checkBands(reading: Reading, node: MapNode, at: MapEntry, hyperband: Hyperband): void {
  const { minIter, maxIter, s } = hyperband;
  const has = (key: string): boolean => entry(node, key) !== undefined;
  if (!has('min_iter') && !has('max_iter')) {
    const message = l10n.t(
      'Hyperband needs `min_iter`, or `max_iter` and `s`, to know when to compare runs.',
    );
    return reading.report(earlyTermination, at.key.range, message);
  }
  if (has('max_iter') && !has('s')) {
    const message = l10n.t('`max_iter` needs `s` beside it, the number of times runs are compared.');
    return reading.report(earlyTermination, entry(node, 'max_iter')?.key.range ?? at.key.range, message);
  }
  if (maxIter && s) return checkBelow(reading, node, maxIter, s, hyperband);
  if (minIter && s && !has('max_iter')) {
    const message = l10n.t('W&B ignores `s` beside `min_iter`; it counts only with `max_iter`.');
    ignored(reading, node, 's', message);
  }
}

function checkBelow(
  reading: Reading,
  node: MapNode,
  maxIter: NumberField,
  s: NumberField,
  { minIter, eta }: Hyperband,
): void {
  const reduction = eta?.value ?? defaultEta;
  if (!(reduction > 1) || !(maxIter.value >= 1) || !(s.value >= 1)) return;
  const bands = bandsBelow(maxIter.value, s.value, reduction);
  if (bands.length === 0) {
    const message = l10n.t(
      '`max_iter` {0} divided by `eta` {1} is below 1, so there is no iteration to compare runs at and W&B stops; raise `max_iter`.',
      formatNumber(maxIter.value),
      formatNumber(reduction),
    );
    return reading.report(earlyTermination, maxIter.range, message);
  }
  if (minIter === undefined) return;
  const message = l10n.t(
    'W&B ignores `min_iter` beside `max_iter`: runs are compared after {0} iterations; remove one of the two.',
    bands.map(formatNumber).join(', '),
  );
  ignored(reading, node, 'min_iter', message);
}

function ignored(reading: Reading, node: MapNode, key: string, message: string): void {
  const at = entry(node, key);
  if (at === undefined) return;
  const edit = removeEntry(reading.document.text, node, at);
  reading.report(ignoredSetting, at.key.range, message, {
    fixes: [fix(l10n.t('Remove {0}', key), edit, true)],
  });
}
