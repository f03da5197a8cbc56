import * as l10n from '@vscode/l10n';
import type { Goal, Objective } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import { scalarValue } from '../../text/scalars';
import { entry, type MapNode } from '../../text/source';
import { unknownEntries } from './entries';
import { numberField } from './numberField';
import { fix, listed, type Reading } from './reading';
import { badGoal, badMetric, unknownKey } from './rules';
import { checkEnumeration } from './topLevel';

export const metricKeys: readonly string[] = ['name', 'goal', 'target', 'impute', 'impute_while_running'];

/** The objective under `metric`. A goal W&B does not know becomes minimize, as in its `fill_validate_metric`. */
export function readMetric(reading: Reading, root: MapNode): Objective | undefined {
  const at = entry(root, 'metric');
  if (at === undefined) return undefined;
  const metric = at.value;
  if (metric.kind !== 'map') {
    const message = l10n.t('`metric` must be a mapping with a `name` and a `goal`.');
    reading.report(badMetric, at.key.range, message);
    return undefined;
  }
  checkMetricKeys(reading, metric);
  checkEnumeration(reading, metric, 'impute', ['latest', 'best', 'worst']);
  checkEnumeration(reading, metric, 'impute_while_running', ['latest', 'best', 'worst', 'false']);
  numberField(reading, metric, 'target');
  const goal = readGoal(reading, metric);
  const name = entry(metric, 'name')?.value;
  if (name?.kind !== 'scalar' || typeof scalarValue(name, 'pyyaml') !== 'string') {
    const message = l10n.t('`metric` needs a `name`, the one your program logs.');
    reading.report(
      badMetric,
      name?.kind === 'scalar' && name.text !== '' ? name.range : at.key.range,
      message,
    );
    return undefined;
  }
  return {
    metric: name.text,
    goal,
    metricRange: name.range,
    goalRange: entry(metric, 'goal')?.value.range,
  };
}

function readGoal(reading: Reading, metric: MapNode): Goal {
  const goal = entry(metric, 'goal')?.value;
  if (goal === undefined) return 'minimize';
  const word = goal.kind === 'scalar' ? goal.text : '';
  if (word === 'minimize' || word === 'maximize') return word;
  const meant = /^max/i.test(word) ? 'maximize' : /^min/i.test(word) ? 'minimize' : undefined;
  const message =
    meant === 'maximize'
      ? l10n.t('W&B does not know the goal `{0}` and would minimize; write maximize.', word)
      : l10n.t('W&B does not know the goal `{0}`; write minimize or maximize.', word);
  const written = goal.range.start < goal.range.end;
  const edit = meant && written ? { range: goal.range, newText: reading.word(meant) } : undefined;
  reading.report(
    badGoal,
    written ? goal.range : (entry(metric, 'goal')?.key.range ?? metric.range),
    message,
    {
      fixes: [fix(l10n.t('Write {0}', meant ?? ''), edit, true)],
    },
  );
  return 'minimize';
}

function checkMetricKeys(reading: Reading, metric: MapNode): void {
  for (const { key } of unknownEntries(metric, metricKeys)) {
    const meant = nearestWord(
      key.text,
      metricKeys.filter(candidate => !entry(metric, candidate)),
    );
    const message =
      meant === undefined
        ? l10n.t('`metric` takes {0}, not `{1}`.', listed(metricKeys), key.text)
        : l10n.t('`metric` has no `{0}`; did you mean `{1}`?', key.text, meant);
    const edit = meant === undefined ? undefined : { range: key.range, newText: reading.word(meant) };
    reading.report(unknownKey, key.range, message, {
      fixes: [fix(l10n.t('Rename it to {0}', meant ?? ''), edit, true)],
    });
  }
}
