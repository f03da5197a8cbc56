import * as l10n from '@vscode/l10n';
import { sampled } from '../../fidelity/configurationSources';
import { scheduleCost, topFraction } from '../../fidelity/schedule';
import { successiveHalving } from '../../fidelity/successiveHalving';
import type { Section } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { regretSection } from '../regretChart';
import { randomInFull, regretContest, type ContestRun, type RegretContest } from '../regretContest';
import { asynchronousScheduler, type AshaPlan } from './plan';

type Searches = 'asynchronous' | 'synchronous' | 'random';

/** So often synchronous halving is played in a row, with new configurations each time. */
const rounds = 4;
/** As many runs as this many configurations allow, within limits. */
const work = 6000;

/** Both schedules against random search in full, one job after another, for the same cost. */
export function ashaContest(space: SearchSpace, plan: AshaPlan, seed: number): ContestRun<Searches> {
  const { configurations, resources, reductionFactor, maxResource } = plan;
  const schedule = { configurations, resources, promoted: topFraction(reductionFactor) };
  return regretContest(space, {
    task: plan,
    seed,
    runs: Math.min(40, Math.max(10, Math.floor(work / (rounds * configurations)))),
    runsOnTask: 4,
    last: resources.at(-1),
    cost: Math.max(maxResource, rounds * scheduleCost(schedule).resumedCost),
    searches: {
      asynchronous: name => asynchronousScheduler(plan, sampled(space, 'random', name)),
      synchronous: name =>
        successiveHalving({ bracket: () => schedule, source: sampled(space, 'random', name) }),
      random: randomInFull(space, maxResource),
    },
  });
}

export function ashaRegrets({ policy }: AshaPlan, { bands, runs }: RegretContest<Searches>): Section {
  return regretSection(
    'asha-regret',
    [
      { label: policy.label(), bands: bands.asynchronous },
      { label: l10n.t('Synchronous halving'), bands: bands.synchronous },
      { label: l10n.t('Random search in full'), bands: bands.random },
    ],
    runs,
  );
}
