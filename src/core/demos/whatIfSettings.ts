import * as l10n from '@vscode/l10n';
import { promotions } from '../fidelity/promotions';
import type { RungOptions } from '../fidelity/rungs';
import { scheduleCost, type Schedule } from '../fidelity/schedule';
import type { Work } from '../numeric/work';
import type { Section } from '../report/report';
import { formatNumber } from '../text/formatNumber';
import { makespan } from './makespan';
import { whatIfChart, type WhatIf } from './whatIfChart';

export interface WhatIfSettings {
  /** Of the demonstration. */
  readonly id: string;
  readonly numbers: RungOptions;
  readonly workers: number;
  /** What is trained with other numbers; undefined where that would be too much. */
  readonly schedules: (numbers: RungOptions) => readonly Schedule[] | undefined;
  /** The median regret it ends with, where that is played. */
  readonly regret?: ((numbers: RungOptions) => Work<number>) | undefined;
}

const factors = [2, 3, 4, 5, 6];
const workerCounts = [1, 2, 4, 8, 16, 32];

/** What another η, another least resource or another number of workers would have cost. */
export function* whatIfSection(settings: WhatIfSettings): Work<Section> {
  const { id, numbers, workers, schedules, regret } = settings;
  const { reductionFactor: eta, minResource, maxResource } = numbers;
  const time = { key: 'time', title: l10n.t('Time') };
  const measures = [
    { key: 'cost', title: l10n.t('Cost') },
    time,
    ...(regret ? [{ key: 'regret', title: l10n.t('Median regret') }] : []),
  ];
  const options = function* (others: readonly (readonly [string, RungOptions])[]): Work<WhatIf[]> {
    const found: WhatIf[] = [];
    for (const [label, other] of others) {
      const trained = schedules(other);
      if (!trained) continue;
      const cost = trained.reduce((sum, schedule) => sum + scheduleCost(schedule).resumedCost, 0);
      found.push({
        label,
        values: {
          cost,
          time: yield* makespan(trained, workers),
          ...(regret ? { regret: yield* regret(other) } : {}),
        },
      });
    }
    return found;
  };
  const chosenOf = (found: readonly WhatIf[], label: string): number =>
    Math.max(
      0,
      found.findIndex(other => other.label === label),
    );

  const byFactor = yield* options(
    ascending([...factors, eta]).map(reductionFactor => [
      formatNumber(reductionFactor),
      { ...numbers, reductionFactor },
    ]),
  );
  const steps = promotions(maxResource / minResource, eta);
  const byLeast = yield* options(
    Array.from({ length: steps + 1 }, (_, k) => Math.min(maxResource, minResource * eta ** k)).map(least => [
      formatNumber(least),
      { ...numbers, minResource: least },
    ]),
  );
  const byWorkers: WhatIf[] = [];
  for (const count of ascending([...workerCounts, workers])) {
    byWorkers.push({
      label: String(count),
      values: { time: yield* makespan(schedules(numbers) ?? [], count) },
    });
  }
  const charts = [
    {
      id: `${id}-factor`,
      title: l10n.t('With another reduction factor'),
      setting: l10n.t('Reduction factor η'),
      measures,
      options: byFactor,
      chosen: chosenOf(byFactor, formatNumber(eta)),
    },
    {
      id: `${id}-least`,
      title: l10n.t('With another least resource'),
      setting: l10n.t('Least resource'),
      measures,
      options: byLeast,
      chosen: chosenOf(byLeast, formatNumber(minResource)),
    },
    {
      id: `${id}-workers`,
      title: l10n.t('With other workers'),
      setting: l10n.t('Workers'),
      measures: [time],
      options: byWorkers,
      chosen: chosenOf(byWorkers, String(workers)),
    },
  ];
  return {
    id: 'what-if',
    title: l10n.t('What other settings would have cost'),
    caption: l10n.t(
      'Trials resumed; time is in units of the resource on {0} workers unless they vary.',
      String(workers),
    ),
    blocks: charts.filter(chart => chart.options.length > 0).map(whatIfChart),
  };
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
