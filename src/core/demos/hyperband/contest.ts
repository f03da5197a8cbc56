import { sampled } from '../../fidelity/configurationSources';
import { successiveHalving } from '../../fidelity/successiveHalving';
import type { SearchSpace } from '../../space/searchSpace';
import { randomInFull, regretContest, type ContestRun, type RegretContest } from '../regretContest';
import { roundCost, type HyperbandPlan } from './plan';

type Searches = 'hyperband' | 'random';
export type Contest = RegretContest<Searches>;

/** As many runs as this many configurations allow, within limits. */
const work = 10_000;

/**
 * One round of Hyperband against random search in full that spends the same.
 * @param most limits the number of runs.
 */
export function contest(
  space: SearchSpace,
  plan: HyperbandPlan,
  seed: number,
  most = 100,
): ContestRun<Searches> {
  const { configurations, resumedCost: cost } = roundCost(plan.brackets);
  return regretContest(space, {
    task: plan,
    seed,
    runs: Math.min(most, Math.max(10, Math.floor(work / configurations))),
    runsOnTask: 4,
    cost,
    searches: {
      hyperband: name =>
        successiveHalving({ bracket: n => plan.brackets[n], source: sampled(space, 'random', name) }),
      random: randomInFull(space, plan.maxResource),
    },
  });
}
