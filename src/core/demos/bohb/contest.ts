import { sampled } from '../../fidelity/configurationSources';
import { successiveHalving } from '../../fidelity/successiveHalving';
import type { SearchSpace } from '../../space/searchSpace';
import { randomInFull, regretContest, type ContestRun, type RegretContest } from '../regretContest';
import { roundsOf, startBohb, type BohbPlan } from './plan';

type Searches = 'bohb' | 'hyperband' | 'random';
export type Contest = RegretContest<Searches>;

/** As many runs as this many configurations allow, within limits. */
const work = 9000;

/** BOHB against Hyperband in the same brackets and random search in full, for the same cost. */
export function contest(space: SearchSpace, plan: BohbPlan, seed: number): ContestRun<Searches> {
  return regretContest(space, {
    task: plan,
    seed,
    runs: Math.min(30, Math.max(11, Math.floor(work / plan.configurations))),
    runsOnTask: 3,
    cost: plan.cost,
    searches: {
      bohb: name => startBohb(space, plan, name),
      hyperband: name =>
        successiveHalving({ bracket: roundsOf(plan), source: sampled(space, 'random', name) }),
      random: randomInFull(space, plan.maxResource),
    },
  });
}
