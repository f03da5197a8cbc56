import * as l10n from '@vscode/l10n';
import { asynchronousHalving } from '../../fidelity/asynchronousHalving';
import { sampled } from '../../fidelity/configurationSources';
import type { Scheduler } from '../../fidelity/scheduler';
import { successiveHalving } from '../../fidelity/successiveHalving';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { learningCurveTask, type LearningCurveTask } from '../../objectives/learningCurveTask';
import type { SearchSpace } from '../../space/searchSpace';
import { incumbents, type RegretBand } from '../hyperband/contest';
import { roundsOf, startBohb, type BohbPlan } from './plan';

const searches = ['bohb', 'hyperband', 'random'] as const;
export type SearchName = (typeof searches)[number];

export interface Contest {
  readonly runs: number;
  readonly bands: Readonly<Record<SearchName, readonly RegretBand[]>>;
}

export function searchLabel(search: SearchName): string {
  switch (search) {
    case 'bohb':
      return l10n.t('BOHB');
    case 'hyperband':
      return l10n.t('Hyperband');
    case 'random':
      return l10n.t('Random search in full');
  }
}

/** As many runs as this many configurations allow, within limits. */
const work = 9000;
const runsOnTask = 3;
const marks = 40;

/** The task that a seed stands for, which is also that of the run that is shown. */
export function* taskOf(space: SearchSpace, plan: BohbPlan, name: string): Work<LearningCurveTask> {
  return yield* learningCurveTask(space, randomStream(name).substream('task'), {
    family: plan.curves,
    correlation: plan.correlation,
    first: plan.minResource / plan.maxResource,
  });
}

/** BOHB against Hyperband in the same brackets and random search in full, for the same cost, over many runs. */
export function* contest(space: SearchSpace, plan: BohbPlan, seed: number): Work<Contest> {
  const { maxResource, cost, configurations } = plan;
  const runs = Math.min(30, Math.max(11, Math.floor(work / configurations)));
  const costs = Array.from(
    { length: marks },
    (_, i) => maxResource * (cost / maxResource) ** (i / (marks - 1)),
  );
  const regrets: Record<SearchName, number[][]> = {
    bohb: costs.map(() => []),
    hyperband: costs.map(() => []),
    random: costs.map(() => []),
  };
  let task: LearningCurveTask | undefined;
  for (let run = 0; run < runs; run++) {
    if (run % runsOnTask === 0 || !task) task = yield* taskOf(space, plan, `${seed}/contest/${run}`);
    for (const search of searches) {
      const name = `${seed}/${search}/${run}`;
      const noise = randomStream(name).substream('noise');
      const scheduler = schedulerOf(search, space, plan, name);
      const steps = yield* incumbents(scheduler, task, maxResource, cost, () => noise.normal());
      for (const [i, mark] of costs.entries()) {
        const step = steps.findLast(other => other.cost <= mark * (1 + 1e-9));
        regrets[search][i]?.push(step?.regret ?? Infinity);
      }
    }
  }
  const bandsOf = (search: SearchName): RegretBand[] =>
    costs.flatMap((mark, i) => {
      const sorted = (regrets[search][i] ?? []).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Infinity;
      const band = { cost: mark, low: at(0.25), median: at(0.5), high: at(0.75) };
      return Number.isFinite(band.high) ? [band] : [];
    });
  return {
    runs,
    bands: { bohb: bandsOf('bohb'), hyperband: bandsOf('hyperband'), random: bandsOf('random') },
  };
}

function schedulerOf(search: SearchName, space: SearchSpace, plan: BohbPlan, seed: string): Scheduler {
  if (search === 'bohb') return startBohb(space, plan, seed);
  const source = sampled(space, 'random', seed);
  return search === 'hyperband'
    ? successiveHalving({ bracket: roundsOf(plan), source })
    : asynchronousHalving({ resources: [plan.maxResource], reductionFactor: 2, source });
}
