import * as l10n from '@vscode/l10n';
import { runOnCluster } from '../../fidelity/cluster';
import { listed } from '../../fidelity/configurationSources';
import type { Bracket } from '../../fidelity/hyperband';
import { successiveHalving } from '../../fidelity/successiveHalving';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { ChartBlock } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { finalRegret } from '../regretChart';
import { whatIfChart, type WhatIf } from '../whatIfChart';
import { contest, type Contest } from './contest';
import { changed, roundCost, type HyperbandPlan } from './plan';

const factors = [2, 3, 4, 5, 6];
/** Each played less often than the plan itself. */
const runs = 12;

/** What another η, another least resource or another number of workers would have cost. */
export function* whatIfCharts(
  space: SearchSpace,
  plan: HyperbandPlan,
  own: Contest,
  seed: number,
): Work<ChartBlock[]> {
  const { reductionFactor: eta, minResource, maxResource, workers } = plan;
  const measures = {
    cost: { key: 'cost', title: l10n.t('Cost') },
    time: { key: 'time', title: l10n.t('Time') },
    regret: { key: 'regret', title: l10n.t('Median regret') },
  };
  const chart = (id: string, title: string, setting: string, options: readonly WhatIf[], chosen: string) =>
    whatIfChart({
      id,
      title,
      setting,
      measures: id === 'hyperband-workers' ? [measures.time] : Object.values(measures),
      options,
      chosen: Math.max(
        0,
        options.findIndex(({ label }) => label === chosen),
      ),
    });

  const options = function* (plans: readonly (readonly [string, HyperbandPlan])[]): Work<WhatIf[]> {
    const found: WhatIf[] = [];
    for (const [label, other] of plans) {
      const { configurations, resumedCost: cost } = roundCost(other.brackets);
      if (configurations > mostSimulated) continue;
      const isOwn = other.minResource === plan.minResource && other.reductionFactor === plan.reductionFactor;
      const played = isOwn ? own : yield* contest(space, other, seed, runs);
      const regret = finalRegret(played.bands.hyperband);
      found.push({ label, values: { cost, time: yield* makespan(other.brackets, workers), regret } });
    }
    return found;
  };

  const etas = [...new Set([...factors, eta])].sort((a, b) => a - b);
  const byFactor = yield* options(
    etas.map(reductionFactor => [formatNumber(reductionFactor), changed(plan, { reductionFactor })]),
  );
  const leasts = Array.from({ length: plan.brackets.length }, (_, k) => minResource * eta ** k);
  const byLeast = yield* options(
    leasts.map(least => [
      formatNumber(least),
      changed({ ...plan, minResource: Math.min(least, maxResource) }, {}),
    ]),
  );
  const byWorkers: WhatIf[] = [];
  for (const count of [...new Set([1, 2, 4, 8, 16, 32, workers])].sort((a, b) => a - b)) {
    byWorkers.push({
      label: String(count),
      values: { time: yield* makespan(plan.brackets, count) },
    });
  }
  return [
    chart(
      'hyperband-factor',
      l10n.t('With another reduction factor'),
      l10n.t('Reduction factor η'),
      byFactor,
      formatNumber(eta),
    ),
    chart(
      'hyperband-least',
      l10n.t('With another least resource'),
      l10n.t('Least resource'),
      byLeast,
      formatNumber(minResource),
    ),
    chart('hyperband-workers', l10n.t('With other workers'), l10n.t('Workers'), byWorkers, String(workers)),
  ];
}

/** More configurations a round than this are not played. */
export const mostSimulated = 2500;

/** How long one round takes on so many workers, bracket after bracket, when a unit of resource takes a unit of time. */
export function* makespan(brackets: readonly Bracket[], workers: number): Work<number> {
  const configurations = roundCost(brackets).configurations;
  const run = runOnCluster(
    successiveHalving({
      bracket: n => brackets[n],
      source: listed(Array.from({ length: configurations }, () => new Map())),
    }),
    // Who wins does not change how long it takes.
    { workers, loss: ({ trial }) => trial, random: randomStream(0) },
  );
  for (let events = 1; ; events++) {
    const step = run.next();
    if (step.done) return step.value.time;
    if (events % 100 === 0) yield;
  }
}
