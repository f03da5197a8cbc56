import { asynchronousHalving } from '../../fidelity/asynchronousHalving';
import { sampled } from '../../fidelity/configurationSources';
import type { Scheduler } from '../../fidelity/scheduler';
import { successiveHalving } from '../../fidelity/successiveHalving';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { lossAt, observationNoise, type LearningCurve } from '../../objectives/learningCurve';
import { learningCurveTask, type LearningCurveTask } from '../../objectives/learningCurveTask';
import type { SearchSpace } from '../../space/searchSpace';
import { roundCost, type HyperbandPlan } from './plan';

/** Regret at ever higher cost, over many runs. */
export interface RegretBand {
  readonly cost: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface Contest {
  readonly runs: number;
  readonly hyperband: readonly RegretBand[];
  readonly random: readonly RegretBand[];
}

/** As many runs as this many configurations allow, within limits. */
const work = 10_000;
const runsOnTask = 4;
const marks = 40;

/**
 * One round of Hyperband against random search in full that spends the same, both resumed, each run with
 * configurations and noise of its own. Regret is the loss after full training, without noise, of whoever looked best
 * among those trained in full, above what no configuration is below. Yields after every few jobs.
 *
 * @param most limits the number of runs.
 */
export function* contest(space: SearchSpace, plan: HyperbandPlan, seed: number, most = 100): Work<Contest> {
  const { brackets, maxResource, minResource, curves: family, correlation } = plan;
  const { configurations, resumedCost } = roundCost(brackets);
  const runs = Math.min(most, Math.max(10, Math.floor(work / configurations)));
  const costs = Array.from(
    { length: marks },
    (_, i) => maxResource * (resumedCost / maxResource) ** (i / (marks - 1)),
  );
  const regrets = { hyperband: costs.map((): number[] => []), random: costs.map((): number[] => []) };
  let task: LearningCurveTask | undefined;
  for (let run = 0; run < runs; run++) {
    const stream = randomStream(seed).substream(`contest/${run}`);
    if (run % runsOnTask === 0 || !task) {
      const options = { family, correlation, first: minResource / maxResource };
      task = yield* learningCurveTask(space, stream.substream('task'), options);
    }
    const schedulers: Readonly<Record<keyof typeof regrets, Scheduler>> = {
      hyperband: successiveHalving({
        bracket: n => brackets[n],
        source: sampled(space, 'random', `${seed}/hyperband/${run}`),
      }),
      random: asynchronousHalving({
        resources: [maxResource],
        reductionFactor: 2,
        source: sampled(space, 'random', `${seed}/random/${run}`),
      }),
    };
    for (const name of ['hyperband', 'random'] as const) {
      const noise = stream.substream(name);
      const steps = yield* incumbents(schedulers[name], task, maxResource, resumedCost, () => noise.normal());
      for (const [i, cost] of costs.entries()) {
        const step = steps.findLast(other => other.cost <= cost * (1 + 1e-9));
        regrets[name][i]?.push(step?.regret ?? Infinity);
      }
    }
  }
  const bands = (name: keyof typeof regrets): RegretBand[] =>
    costs.flatMap((cost, i) => {
      const sorted = (regrets[name][i] ?? []).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Infinity;
      const band = { cost, low: at(0.25), median: at(0.5), high: at(0.75) };
      return Number.isFinite(band.high) ? [band] : [];
    });
  return { runs, hyperband: bands('hyperband'), random: bands('random') };
}

/** Every time someone trained in full looks better than all before: the cost so far and the true regret. */
export function* incumbents(
  scheduler: Scheduler,
  task: LearningCurveTask,
  maxResource: number,
  budget: number,
  normal: () => number,
): Work<{ cost: number; regret: number }[]> {
  const curves = new Map<number, LearningCurve>();
  const steps: { cost: number; regret: number }[] = [];
  let cost = 0;
  let lowest = Infinity;
  for (let job = yield* scheduler.propose(); job; job = yield* scheduler.propose()) {
    cost += job.resource - job.from;
    if (cost > budget * (1 + 1e-9)) break;
    const curve = curves.get(job.trial) ?? task.curve(job.configuration);
    curves.set(job.trial, curve);
    const loss = lossAt(curve, job.resource / maxResource) + observationNoise(curve.family) * normal();
    scheduler.tell(job.id, loss);
    if (job.resource >= maxResource && loss < lowest) {
      lowest = loss;
      steps.push({ cost, regret: Math.max(0, lossAt(curve, 1) - task.floor) });
    }
    if (job.id % 16 === 15) yield;
  }
  return steps;
}
