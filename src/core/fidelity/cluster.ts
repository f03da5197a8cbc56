import type { RandomStream } from '../numeric/random';
import { eventQueue } from './eventQueue';
import type { Job, Scheduler } from './scheduler';

/** Workers that take jobs from a scheduler, in simulated time. */
export interface ClusterOptions<J extends Job = Job> {
  readonly workers: number;
  /** What a job is told to have lost; asked once a job, when it is first started. */
  readonly loss: (job: J) => number;
  /** How long a job takes without mishaps; one unit of time a unit of resource beyond `from` where absent. */
  readonly duration?: ((job: J) => number) | undefined;
  readonly stragglers?: Stragglers | undefined;
  readonly crashes?: Crashes | undefined;
  /** Nothing is started any more from this time on. */
  readonly until?: number | undefined;
  /** Nothing is started any more that would train for more than this in all, crashed attempts not counted. */
  readonly units?: number | undefined;
  readonly random: RandomStream;
}

/** Each job, with this probability, takes a multiple of its time: 1 + an exponential draw of this mean. */
export interface Stragglers {
  readonly share: number;
  readonly slowdown: number;
}

/** Workers that lose a job at this rate per unit of time and start it again; after so many restarts it has failed. */
export interface Crashes {
  readonly rate: number;
  readonly restarts: number;
}

/** One attempt at a job on one worker. */
export interface Attempt<J extends Job = Job> {
  readonly job: J;
  readonly worker: number;
  readonly start: number;
  /** For one under way, when it will end. */
  readonly end: number;
  /** 0 for the first. */
  readonly attempt: number;
  readonly straggles: boolean;
  readonly outcome: 'running' | 'told' | 'crashed';
}

/** How a cluster stands between two events. Read it before the next one. */
export interface ClusterState<J extends Job = Job> {
  readonly time: number;
  /** In the order they were started. */
  readonly attempts: readonly Attempt<J>[];
  /** Resource units trained by jobs that have been told. */
  readonly units: number;
}

/**
 * Runs a scheduler on simulated workers, event by event (Syne Tune's simulator backend works the same way): whoever
 * is free asks; whoever finds nothing waits for the next loss. Of jobs that end at one moment the one started first is
 * told first. Everything random depends on the job alone, so two schedulers that ask for the same jobs meet the same
 * mishaps. Yields after every event, ends when nothing is running and the scheduler wants nothing more.
 */
export function* runOnCluster<J extends Job>(
  scheduler: Scheduler<J>,
  options: ClusterOptions<J>,
): Generator<ClusterState<J>, ClusterState<J>, void> {
  const { workers, until = Infinity, units = Infinity } = options;
  const attempts: Attempt<J>[] = [];
  const state = { time: 0, attempts, units: 0 };
  const queue = eventQueue();
  const losses = new Map<number, number>();
  /** The attempts that will crash. */
  const doomed = new Set<number>();
  let free = Array.from({ length: workers }, (_, worker) => worker);
  let planned = 0;

  function start(job: J, worker: number, attempt: number): void {
    const { length, straggles, crashes } = fate(job, attempt, options);
    const end = state.time + length;
    queue.add(end, attempts.length);
    if (crashes) doomed.add(attempts.length);
    attempts.push({ job, worker, start: state.time, end, attempt, straggles, outcome: 'running' });
  }

  for (;;) {
    while (free.length > 0 && state.time < until) {
      const proposal = scheduler.propose();
      let step = proposal.next();
      for (; !step.done; step = proposal.next()) yield state;
      const job = step.value;
      if (job === undefined) break;
      planned += job.resource - job.from;
      if (planned > units) return yield* drained();
      losses.set(job.id, options.loss(job));
      start(job, free.shift() as number, 0);
    }
    if (!(yield* event())) return state;
  }

  /** The next attempt ends; false when none is under way. */
  function* event(): Generator<ClusterState<J>, boolean, void> {
    const next = queue.take();
    if (next === undefined) return false;
    const ended = attempts[next.index] as Attempt<J>;
    const { job, worker, attempt } = ended;
    state.time = next.time;
    const crashed = doomed.has(next.index);
    attempts[next.index] = { ...ended, outcome: crashed ? 'crashed' : 'told' };
    if (crashed && attempt < (options.crashes?.restarts ?? 0) && state.time < until) {
      start(job, worker, attempt + 1);
    } else {
      if (!crashed) state.units += job.resource - job.from;
      free = [worker, ...free];
      scheduler.tell(job.id, crashed ? NaN : (losses.get(job.id) ?? NaN));
      losses.delete(job.id);
    }
    yield state;
    return true;
  }

  /** Lets everything under way end without starting anything new. */
  function* drained(): Generator<ClusterState<J>, ClusterState<J>, void> {
    while (yield* event());
    return state;
  }
}

/** How long an attempt lasts, and what happens to it. */
function fate<J extends Job>(
  job: J,
  attempt: number,
  { duration, stragglers, crashes, random }: ClusterOptions<J>,
): { length: number; straggles: boolean; crashes: boolean } {
  const plain = duration ? duration(job) : job.resource - job.from;
  if (!stragglers && !crashes) return { length: plain, straggles: false, crashes: false };
  const luck = random.substream(`${job.trial}/${job.rung}/${job.resource}/${attempt}`);
  const straggles = luck.uniform() < (stragglers?.share ?? 0);
  const slowdown = exponential(luck) * (stragglers?.slowdown ?? 0);
  const length = straggles ? plain * (1 + slowdown) : plain;
  const crash = crashes && crashes.rate > 0 ? exponential(luck) / crashes.rate : Infinity;
  return { length: Math.min(length, crash), straggles, crashes: crash < length };
}

/** Of mean 1. */
function exponential(random: RandomStream): number {
  return -Math.log1p(-random.uniform());
}
