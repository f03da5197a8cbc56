import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import { standing, type History } from './history';
import { methodName } from './setup';

/** What a search that was made again did, by method. */
export type Repeats = ReadonlyMap<string, boolean>;

export function searchChecks(
  histories: readonly History[],
  random: History,
  repeats: Repeats,
): CheckResult[] {
  const runs = histories.flatMap(history => history.runs);
  const trials = runs.reduce((sum, run) => sum + run.trials.length, 0);
  const outside = runs.reduce((sum, run) => sum + run.outside, 0);
  const repeated = runs.reduce((sum, run) => sum + run.repeated, 0);
  const regrets = runs.flatMap(({ regret }) => regret);
  const lowest = regrets.reduce((least, regret) => Math.min(least, regret), Infinity);
  const changed = [...repeats].filter(([, same]) => !same).map(([id]) => methodName(id));
  return [
    ...histories
      .filter(({ entry }) => entry.method.id === 'gp' || entry.method.id === 'tpe')
      .map(history => againstRandom(history, random)),
    {
      name: l10n.t('Nothing is tried twice'),
      status: repeated === 0 ? 'PASS' : 'WARN',
      message: l10n.t(
        '{0} of {1} trials repeat one of their search.',
        formatNumber(repeated),
        formatNumber(trials),
      ),
      value: repeated,
      target: 0,
    },
    {
      name: l10n.t('Every trial is of the space'),
      status: outside === 0 ? 'PASS' : 'FAIL',
      message: l10n.t(
        '{0} of {1} trials have a value outside its domain, a parameter that should not act or lacks, or a forbidden combination.',
        formatNumber(outside),
        formatNumber(trials),
      ),
      value: outside,
      target: 0,
    },
    {
      name: l10n.t('The same seed gives the same trials'),
      status: changed.length === 0 ? 'PASS' : 'FAIL',
      message:
        changed.length === 0
          ? l10n.t('{0} searches were made again, and tried the same.', formatNumber(repeats.size))
          : l10n.t('Tried something else when made again: {0}.', changed.join(', ')),
      value: changed.length,
      target: 0,
    },
    {
      name: l10n.t('No loss is below the lowest possible'),
      status: lowest >= -1e-9 ? 'PASS' : 'FAIL',
      message: l10n.t('The best trial of all searches is {0} above it.', formatNumber(lowest)),
      value: lowest,
      target: 0,
      tolerance: 1e-9,
    },
  ];
}

function againstRandom(history: History, random: History): CheckResult {
  const { median, random: rival } = standing(history, random);
  const name = methodName(history.entry.method.id);
  return {
    name: l10n.t('{0} is no worse than random search', name),
    status: median <= rival ? 'PASS' : 'WARN',
    message: l10n.t(
      'Its median of {0} seeds ends {1} above the lowest possible loss, that of random search on the same seeds {2}.',
      String(history.runs.length),
      formatNumber(median),
      formatNumber(rival),
    ),
    value: median,
    target: rival,
  };
}
