import * as l10n from '@vscode/l10n';
import { runOnCluster, type Attempt } from '../../fidelity/cluster';
import { listed, sampled } from '../../fidelity/configurationSources';
import { topFraction } from '../../fidelity/schedule';
import type { Decision, JobResult, Scheduler } from '../../fidelity/scheduler';
import { successiveHalving } from '../../fidelity/successiveHalving';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { lossAt, observationNoise, type LearningCurve } from '../../objectives/learningCurve';
import { learningCurveTask } from '../../objectives/learningCurveTask';
import type { Configuration, SearchSpace } from '../../space/searchSpace';
import { DemoError } from '../demo';
import { asynchronousScheduler, type AshaPlan } from './plan';

/** The configurations both schedules train, and how training each of them goes. */
export interface Field {
  readonly configurations: readonly Configuration[];
  readonly curves: readonly LearningCurve[];
  /** The observed loss of each at each rung, whoever asks. */
  readonly losses: readonly (readonly number[])[];
  /** Those at each report to the asynchronous scheduler. */
  readonly reported: readonly (readonly number[])[];
}

/** As many as both schedules can need, and enough for the correlation of budgets. */
export function fieldSize({ configurations, endless }: AshaPlan): number {
  return Math.max(200, endless ? Math.min(1024, 8 * configurations) : configurations);
}

/** The one of those begun whose loss after full training is lowest in truth. */
export function bestOf({ curves }: Field, { jobs }: Played): number | undefined {
  let [best, lowest] = [undefined as number | undefined, Infinity];
  for (const { trial, rung } of jobs) {
    const curve = curves[trial];
    const loss = rung === 0 && curve ? lossAt(curve, 1) : NaN;
    if (loss < lowest) [best, lowest] = [trial, loss];
  }
  return best;
}

export function* drawField(space: SearchSpace, plan: AshaPlan, seed: number): Work<Field> {
  const count = fieldSize(plan);
  const { resources, reports, maxResource, curves: family, correlation } = plan;
  const stream = randomStream(seed).substream('asha');
  const first = (resources[0] ?? maxResource) / maxResource;
  const task = yield* learningCurveTask(space, stream.substream('task'), { family, correlation, first });
  const source = sampled(space, 'random', `${seed}/asha`);
  const configurations: Configuration[] = [];
  const curves: LearningCurve[] = [];
  const losses: number[][] = [];
  const reported: number[][] = [];
  while (configurations.length < count) {
    const configuration = yield* source(configurations.length, []);
    if (configuration === undefined) {
      throw new DemoError(
        l10n.t(
          'Nearly every combination is forbidden, so too few configurations can be drawn; forbid fewer.',
        ),
      );
    }
    const noise = stream.substream(`noise/${configurations.length}`);
    const curve = task.curve(configuration);
    const observed = (resource: number): number =>
      lossAt(curve, resource / maxResource) + observationNoise(family) * noise.normal();
    configurations.push(configuration);
    curves.push(curve);
    const atRungs = resources.map(observed);
    losses.push(atRungs);
    reported.push(reports === resources ? atRungs : reports.map(observed));
    if (configurations.length % 8 === 0) yield;
  }
  return { configurations, curves, losses, reported };
}

/** A schedule on the cluster, to where it has come. */
export interface Played {
  /** What its rungs stand for, the last for the whole training. */
  readonly resources: readonly number[];
  readonly time: number;
  readonly attempts: readonly Attempt[];
  readonly jobs: readonly JobResult[];
  readonly decisions: readonly (Decision & { readonly time: number })[];
}

/** The mean of what straggling adds, as a multiple of the time a job takes. */
const slowdown = 4;

/**
 * Yields what has been played so far after every event; everything in it may be kept.
 * @param until when everybody drops what they do.
 */
export function* play(
  scheduler: Scheduler,
  plan: AshaPlan,
  { resources, losses }: { readonly resources: readonly number[]; readonly losses: Field['losses'] },
  seed: number,
  until = Infinity,
): Generator<() => Played, Played, void> {
  const { workers, stragglers, crashes, maxResource } = plan;
  const run = runOnCluster(scheduler, {
    workers,
    loss: ({ trial, rung }) => losses[trial]?.[rung] ?? NaN,
    stragglers: { share: stragglers, slowdown },
    crashes: crashes ? { rate: 0.5 / maxResource, restarts: 3 } : undefined,
    until,
    random: randomStream(seed).substream('cluster'),
  });
  const times: number[] = [];
  for (;;) {
    const step = run.next();
    const { attempts } = step.value;
    const over = step.value.time >= until;
    const time = over ? until : step.value.time;
    while (times.length < scheduler.decisions.length) times.push(time);
    const played = (): Played => ({
      resources,
      time,
      attempts: [...attempts],
      jobs: [...scheduler.jobs],
      decisions: scheduler.decisions.map((decision, i) => ({ ...decision, time: times[i] ?? time })),
    });
    if (step.done || over) return played();
    yield played;
  }
}

/** @param until how long synchronous halving takes. */
export function asynchronous(
  plan: AshaPlan,
  field: Field,
  seed: number,
  until: number,
): ReturnType<typeof play> {
  const { configurations, endless, reports } = plan;
  const source = listed(endless ? field.configurations : field.configurations.slice(0, configurations));
  const looks = { resources: reports, losses: field.reported };
  return play(asynchronousScheduler(plan, source), plan, looks, seed, endless ? until : Infinity);
}

/** The same configurations, rung by rung. */
export function synchronous(plan: AshaPlan, field: Field, seed: number): ReturnType<typeof play> {
  const { configurations, resources, reductionFactor } = plan;
  const schedule = { configurations, resources, promoted: topFraction(reductionFactor) };
  const source = listed(field.configurations.slice(0, configurations));
  return play(
    successiveHalving({ bracket: n => (n === 0 ? schedule : undefined), source }),
    plan,
    { resources, losses: field.losses },
    seed,
  );
}

/** The share of worker time in which nothing ran. */
export function idleShare({ time, attempts }: Played, workers: number): number {
  const busy = attempts.reduce((sum, { start, end }) => sum + Math.min(end, time) - start, 0);
  return time > 0 ? Math.max(0, 1 - busy / (workers * time)) : 0;
}

/** How many trials have been trained to the last rung. */
export function inFull({ jobs, resources }: Played): number {
  return jobs.filter(({ rung, loss }) => rung === resources.length - 1 && loss !== undefined).length;
}
