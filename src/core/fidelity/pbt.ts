import type { RandomStream } from '../numeric/random';
import { randomStream } from '../numeric/random';
import { finish, type Work } from '../numeric/work';
import type { Configuration } from '../space/searchSpace';
import { jobLedger } from './jobLedger';
import {
  compareLosses,
  type ConfigurationSource,
  type Decision,
  type Job,
  type Scheduler,
} from './scheduler';

export interface PbtOptions {
  readonly population: number;
  /** What members have been trained for whenever they are compared, ascending; the last is the whole training. */
  readonly resources: readonly number[];
  /** Of the first configurations. */
  readonly source: ConfigurationSource;
  /** The next configuration of a member that takes over another's model. */
  readonly explore: (own: Configuration, copied: Configuration, random: RandomStream) => Configuration;
  /** 0.25, as in Ray and Syne Tune: this share copies, from as many at the top. At most one half. */
  readonly quantile?: number | undefined;
  /** Whether members wait for each other before they are compared. Off by default. */
  readonly synchronous?: boolean | undefined;
  readonly seed: number | string;
}

/** A stretch of training of one member, which is its `trial`, from one comparison to the next. */
export interface PbtJob extends Job {
  /** The job whose model it trains on, of the same member or of another; absent for a new model. */
  readonly parent?: number | undefined;
}

/** One member took over another's model. */
export interface Exploit {
  readonly member: number;
  readonly copied: number;
  readonly rung: number;
  readonly resource: number;
  readonly loss: number;
  readonly copiedLoss: number;
  readonly before: Configuration;
  /** The configuration of the copied model. */
  readonly of: Configuration;
  readonly after: Configuration;
}

export interface PbtScheduler extends Scheduler<PbtJob> {
  readonly exploits: readonly Exploit[];
}

type Told = PbtJob & { readonly loss: number };

/** How many of n at the bottom copy from as many at the top: ⌈n · quantile⌉, at most half (Ray, `pbt.py`). */
export function truncated(n: number, quantile: number): number {
  return Math.min(Math.ceil(n * quantile - 1e-9), Math.floor(n / 2));
}

/**
 * Population based training with truncation selection (Jaderberg et al., 2017, algorithm 1 and section 4.1.1): a
 * member at the bottom of what has been told at its resource takes over the model of one at the top, drawn with equal
 * chances, and a configuration near that one's. Members are compared at the same resource, so that no model is
 * trained for more than the last; whoever comes first to it goes on. A failed member takes over as soon as there is a
 * model to be had. Of equal losses that of the lower member ranks first.
 */
export function pbt(options: PbtOptions): PbtScheduler {
  const { population, resources, source, explore, quantile = 0.25, synchronous = false, seed } = options;
  const random = randomStream(seed);
  const ledger = jobLedger<PbtJob>();
  const decisions: Decision[] = [];
  const exploits: Exploit[] = [];
  const rungs = resources.map(() => ({ told: [] as Told[], undecided: [] as Told[] }));
  let ready: Omit<PbtJob, 'id'>[] = [];
  let members = 0;
  let exhausted = false;

  function* propose(): Work<PbtJob | undefined> {
    const [first] = resources;
    if (!exhausted && members < population && first !== undefined) {
      const configuration = yield* source(members, ledger.jobs);
      if (configuration) {
        return ledger.open({
          trial: members++,
          configuration,
          bracket: 0,
          rung: 0,
          from: 0,
          resource: first,
        });
      }
      exhausted = true;
      compare(0);
    }
    // Whoever is furthest behind.
    const next = ready.reduce<(typeof ready)[number] | undefined>(
      (least, job) => (!least || (job.rung - least.rung || job.trial - least.trial) < 0 ? job : least),
      undefined,
    );
    if (!next) return undefined;
    ready = ready.filter(job => job !== next);
    return ledger.open(next);
  }

  /** Decides about everyone who waits at a rung, where that is possible already. */
  function compare(rung: number): void {
    const { told, undecided } = rungs[rung] as (typeof rungs)[number];
    const size = exhausted ? members : population;
    if (synchronous && told.length < size) return;
    const ranked = [...told].sort((a, b) => compareLosses(a.loss, b.loss) || a.trial - b.trial);
    const cut = rung === resources.length - 1 ? 0 : truncated(ranked.length, quantile);
    const waiting = undecided.splice(0).sort((a, b) => a.trial - b.trial);
    for (const job of waiting) {
      if (!decide(job, ranked, cut)) undecided.push(job);
    }
  }

  function decide(job: Told, ranked: readonly Told[], cut: number): boolean {
    const { trial, rung, resource, loss } = job;
    const failed = !Number.isFinite(loss);
    const last = rung === resources.length - 1;
    const rank = ranked.indexOf(job) + 1;
    const top = ranked.slice(0, failed ? Math.max(1, cut) : cut).filter(other => Number.isFinite(other.loss));
    if (failed && !last && top.length === 0) return false;
    const copies = !last && top.length > 0 && (failed || rank > ranked.length - cut);
    const outcome = copies || failed ? 'stopped' : last ? 'finished' : 'promoted';
    const standing = { loss, rank, of: ranked.length, promoted: last ? 0 : ranked.length - cut };
    decisions.push({ trial, bracket: 0, rung, resource, ...standing, outcome, told: ledger.told });
    if (last) return true;
    const place = {
      trial,
      bracket: 0,
      rung: rung + 1,
      from: resource,
      resource: resources[rung + 1] as number,
    };
    if (!copies) {
      ready.push({ ...place, configuration: job.configuration, parent: job.id });
      return true;
    }
    const stream = random.substream(`exploit ${job.id}`);
    const from = top[stream.integer(top.length)] as Told;
    const after = explore(job.configuration, from.configuration, stream);
    exploits.push({
      member: trial,
      copied: from.trial,
      rung,
      resource,
      loss,
      copiedLoss: from.loss,
      before: job.configuration,
      of: from.configuration,
      after,
    });
    ready.push({ ...place, configuration: after, parent: from.id });
    return true;
  }

  return {
    jobs: ledger.jobs,
    decisions,
    exploits,
    propose,
    ask: () => finish(propose()),
    tell(id, loss) {
      const job = ledger.close(id, loss);
      const { told, undecided } = rungs[job.rung] as (typeof rungs)[number];
      told.push(job);
      undecided.push(job);
      compare(job.rung);
    },
  };
}

/** How the model of a job came about: the jobs it was trained by, first to last. */
export function ancestry(jobs: readonly PbtJob[], id: number): PbtJob[] {
  const line: PbtJob[] = [];
  for (let job = jobs[id]; job; job = job.parent === undefined ? undefined : jobs[job.parent]) line.push(job);
  return line.reverse();
}
