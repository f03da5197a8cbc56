import { sampled } from '../../fidelity/configurationSources';
import { ancestry, pbt, type Exploit, type PbtJob } from '../../fidelity/pbt';
import { explore } from '../../fidelity/pbtExplore';
import type { JobResult } from '../../fidelity/scheduler';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { SearchSpace } from '../../space/searchSpace';
import type { DriftingTask } from './driftingTask';
import type { PbtPlan } from './plan';

/** A population so far. */
export interface Played {
  readonly jobs: readonly (PbtJob & JobResult)[];
  readonly exploits: readonly Exploit[];
  /** By job: the loss of its model without noise. */
  readonly losses: readonly number[];
}

/** Standard deviation of an observed loss. */
const noise = 0.005;

/**
 * Trains a population; yields after every job. With a quantile of 0 nobody copies, which is
 * random search by the same first members.
 */
export function* play(
  space: SearchSpace,
  plan: PbtPlan,
  task: DriftingTask,
  seed: number | string,
): Generator<Played, Played, void> {
  const { population, resources, quantile, maxResource, isSynchronous } = plan;
  const scheduler = pbt({
    population,
    resources,
    quantile,
    seed,
    synchronous: isSynchronous,
    source: sampled(space, 'random', seed),
    explore: (_, copied, random) => explore(space, copied, random, plan),
  });
  const luck = randomStream(seed).substream('noise');
  const excesses: number[] = [];
  const losses: number[] = [];
  const played = { jobs: scheduler.jobs, exploits: scheduler.exploits, losses };
  for (;;) {
    const proposal = scheduler.propose();
    let step = proposal.next();
    for (; !step.done; step = proposal.next()) yield played;
    const job = step.value;
    if (!job) return played;
    const { configuration, from, resource, parent } = job;
    const before = parent === undefined ? 1 : (excesses[parent] ?? 1);
    const excess = task.train(before, configuration, from / maxResource, resource / maxResource);
    excesses.push(excess);
    losses.push(task.loss(excess, configuration));
    scheduler.tell(job.id, (losses[job.id] ?? NaN) + noise * luck.normal());
    yield played;
  }
}

/** The model that looks best among those trained furthest, and how it came about. */
export function winner({ jobs }: Pick<Played, 'jobs'>): readonly PbtJob[] {
  const furthest = Math.max(-1, ...jobs.flatMap(({ rung, loss }) => (loss === undefined ? [] : [rung])));
  const best = jobs
    .filter(({ rung, loss }) => rung === furthest && loss !== undefined)
    .reduce<(PbtJob & JobResult) | undefined>(
      (least, job) => (least && (least.loss ?? NaN) <= (job.loss ?? NaN) ? least : job),
      undefined,
    );
  return best ? ancestry(jobs, best.id) : [];
}

/** The true loss that the winner has reached. */
export function finalLoss(played: Played): number {
  return played.losses[winner(played).at(-1)?.id ?? -1] ?? NaN;
}

export interface Fixed {
  /** The lowest loss after the whole training of configurations that never change. */
  readonly loss: number;
  /** Its loss at each comparison. */
  readonly losses: readonly number[];
  readonly of: number;
}

const draws = 1000;

/** The best of many fixed configurations, which only a simulation can afford to train. */
export function* bestFixed(space: SearchSpace, plan: PbtPlan, task: DriftingTask, seed: number): Work<Fixed> {
  const source = sampled(space, 'sobol', `${seed}/fixed`);
  let best: Fixed = { loss: Infinity, losses: [], of: draws };
  for (let n = 0; n < draws; n++) {
    const configuration = yield* source(n, []);
    if (!configuration) break;
    let excess = 1;
    const losses = plan.resources.map((resource, k) => {
      const from = (plan.resources[k - 1] ?? 0) / plan.maxResource;
      excess = task.train(excess, configuration, from, resource / plan.maxResource);
      return task.loss(excess, configuration);
    });
    const loss = losses.at(-1) ?? Infinity;
    if (loss < best.loss) best = { loss, losses, of: draws };
    if (n % 4 === 3) yield;
  }
  return best;
}

export interface Contest {
  readonly runs: number;
  /** Final losses of the winners above the floor, ascending. */
  readonly population: readonly number[];
  /** Of the same first members, trained with what they were drawn with. */
  readonly fixed: readonly number[];
}

const mostRuns = 40;
const work = 16_000;

/** Fewer runs than this have no quartiles. */
const fewestShown = 4;

/**
 * Populations against their own first members left alone, for the same cost, on as many tasks. Yields after every job,
 * and after every run how it stands.
 *
 * @param most limits the number of runs.
 */
export function* contest(
  space: SearchSpace,
  plan: PbtPlan,
  seed: number,
  taskOf: (name: string) => DriftingTask,
  most = mostRuns,
): Generator<{ readonly share: number; readonly soFar: Contest } | undefined, Contest, void> {
  const runs = Math.min(most, Math.max(5, Math.floor(work / (plan.population * plan.resources.length))));
  const results: { population: number[]; fixed: number[] } = { population: [], fixed: [] };
  const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
  const contestAfter = (done: number): Contest => ({
    runs: done,
    population: ascending(results.population),
    fixed: ascending(results.fixed),
  });
  for (let run = 0; run < runs; run++) {
    if (run >= fewestShown) yield { share: run / runs, soFar: contestAfter(run) };
    const name = `${seed}/contest/${run}`;
    const task = taskOf(name);
    for (const [side, quantile] of [
      ['population', plan.quantile],
      ['fixed', 0],
    ] as const) {
      const steps = play(space, { ...plan, quantile }, task, name);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield undefined;
      results[side].push(Math.max(0, finalLoss(step.value) - task.floor));
    }
  }
  return contestAfter(runs);
}

export function quantileOf(ascending: readonly number[], share: number): number {
  return ascending[Math.round(share * (ascending.length - 1))] ?? NaN;
}
