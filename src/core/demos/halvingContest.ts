import * as l10n from '@vscode/l10n';
import { sampled } from '../fidelity/configurationSources';
import { scheduleCost } from '../fidelity/schedule';
import { successiveHalving } from '../fidelity/successiveHalving';
import type { Section } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import type { HalvingPlan } from './halvingPlan';
import { regretSection } from './regretChart';
import { randomInFull, regretContest, type ContestRun, type RegretContest } from './regretContest';

type Searches = 'halving' | 'random';
export type HalvingContest = RegretContest<Searches>;

/** So often the schedule is played in a row, with new configurations each time. */
const rounds = 4;
/** As many runs as this many configurations allow, within limits. */
const work = 8000;

/**
 * The schedule a few times over against random search in full for the same cost.
 * @param most limits the number of runs.
 */
export function halvingContest(
  space: SearchSpace,
  plan: HalvingPlan,
  seed: number,
  most = 60,
): ContestRun<Searches> {
  const { schedule, configurations, maxResource } = plan;
  return regretContest(space, {
    task: plan,
    seed,
    runs: Math.min(most, Math.max(10, Math.floor(work / (rounds * configurations)))),
    runsOnTask: 4,
    last: schedule.resources.at(-1),
    cost: Math.max(maxResource, rounds * scheduleCost(schedule).resumedCost),
    searches: {
      halving: name => successiveHalving({ bracket: () => schedule, source: sampled(space, 'random', name) }),
      random: randomInFull(space, maxResource),
    },
  });
}

export function halvingRegrets({ bands, runs }: HalvingContest): Section {
  return regretSection(
    'halving-regret',
    [
      { label: l10n.t('Halving'), bands: bands.halving },
      { label: l10n.t('Random search in full'), bands: bands.random },
    ],
    runs,
  );
}
