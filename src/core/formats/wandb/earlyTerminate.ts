import * as l10n from '@vscode/l10n';
import type { EarlyStopping, Stated } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import { scalarValue } from '../../text/scalars';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import { checkBands } from './bands';
import { unknownEntries } from './entries';
import { numberField, type NumberField } from './numberField';
import { fix, listed, type Reading } from './reading';
import { earlyTermination, unknownKey, wrongType } from './rules';

export const hyperbandKeys: readonly string[] = ['type', 'min_iter', 'max_iter', 's', 'eta', 'strict'];

/** The numbers of `early_terminate`, absent where they are unwritten or unreadable. */
export interface Hyperband {
  readonly minIter: NumberField | undefined;
  readonly maxIter: NumberField | undefined;
  readonly s: NumberField | undefined;
  readonly eta: NumberField | undefined;
}

/**
 * Hyperband stopping as in `hyperband_stopping.py`. Iterations count how often the metric was logged. `max_iter`
 * with `s` wins over `min_iter`, and what is ignored is left out here too.
 */
export function readEarlyTerminate(reading: Reading, root: MapNode): EarlyStopping | undefined {
  const at = entry(root, 'early_terminate');
  if (at === undefined) return undefined;
  const refuse = (message: string): undefined => {
    reading.report(earlyTermination, at.key.range, message);
  };
  const node = at.value;
  if (node.kind !== 'map') {
    return refuse(l10n.t('`early_terminate` must be a mapping with `type: hyperband`.'));
  }
  checkType(reading, node, at);
  checkKeys(reading, node);
  if (entry(root, 'metric') === undefined && entry(root, 'metrics') === undefined) {
    refuse(l10n.t('Hyperband compares runs by the `metric`, and this sweep has none; add one.'));
  }
  const hyperband: Hyperband = {
    minIter: numberField(reading, node, 'min_iter'),
    maxIter: numberField(reading, node, 'max_iter'),
    s: numberField(reading, node, 's'),
    eta: numberField(reading, node, 'eta'),
  };
  checkNumbers(reading, hyperband);
  checkBands(reading, node, at, hyperband);
  const byMaximum = hyperband.maxIter !== undefined;
  return {
    name: 'hyperband',
    family: 'hyperband',
    minResource: byMaximum ? undefined : stated(hyperband.minIter),
    maxResource: stated(hyperband.maxIter),
    reductionFactor: stated(hyperband.eta),
    rungsBelow: byMaximum ? stated(hyperband.s) : undefined,
    range: at.key.range,
  };
}

function stated(field: NumberField | undefined): Stated | undefined {
  return field && { value: field.value, range: field.range };
}

function checkType(reading: Reading, node: MapNode, at: MapEntry): void {
  const type = entry(node, 'type')?.value;
  if (type?.kind === 'scalar' && type.text === 'hyperband') return;
  if (type === undefined) {
    return reading.report(
      earlyTermination,
      at.key.range,
      l10n.t('`early_terminate` needs `type: hyperband`.'),
    );
  }
  const word = type.kind === 'scalar' ? type.text : '';
  const message = l10n.t('W&B stops early only by `hyperband`; it has no `{0}`.', word);
  const isWritten = type.range.start < type.range.end;
  const edit = isWritten ? { range: type.range, newText: reading.word('hyperband') } : undefined;
  reading.report(earlyTermination, isWritten ? type.range : at.key.range, message, {
    fixes: [fix(l10n.t('Use hyperband'), edit, false)],
  });
}

function checkKeys(reading: Reading, node: MapNode): void {
  for (const { key } of unknownEntries(node, hyperbandKeys)) {
    const meant = nearestWord(
      key.text,
      hyperbandKeys.filter(candidate => !entry(node, candidate)),
    );
    const message =
      meant === undefined
        ? l10n.t('`early_terminate` takes {0}, not `{1}`.', listed(hyperbandKeys), key.text)
        : l10n.t('`early_terminate` has no `{0}`; did you mean `{1}`?', key.text, meant);
    const edit = meant === undefined ? undefined : { range: key.range, newText: reading.word(meant) };
    reading.report(unknownKey, key.range, message, {
      fixes: [fix(l10n.t('Rename it to {0}', meant ?? ''), edit, true)],
    });
  }
  const strict = entry(node, 'strict')?.value;
  if (strict === undefined) return;
  if (strict.kind === 'scalar' && typeof scalarValue(strict, 'pyyaml') === 'boolean') return;
  reading.report(wrongType, strict.range, l10n.t('`strict` must be true or false.'));
}

function checkNumbers(reading: Reading, { minIter, maxIter, s, eta }: Hyperband): void {
  const whole: [string, NumberField | undefined][] = [
    ['min_iter', minIter],
    ['max_iter', maxIter],
    ['s', s],
  ];
  for (const [key, field] of whole) {
    if (field === undefined || (Number.isInteger(field.value) && field.value >= 1)) continue;
    reading.report(earlyTermination, field.range, l10n.t('`{0}` must be a whole number from 1 on.', key));
  }
  if (eta && !(eta.value > 1)) {
    const message = l10n.t('`eta` keeps one run in `eta`, so it must be above 1.');
    reading.report(earlyTermination, eta.range, message);
  }
}
