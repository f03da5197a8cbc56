import type { Work } from '../numeric/work';
import { finish } from '../numeric/work';
import { jobLedger } from './jobLedger';
import type { Schedule } from './schedule';
import {
  compareLosses,
  type ConfigurationSource,
  type Decision,
  type Job,
  type JobResult,
  type Scheduler,
} from './scheduler';

export interface SuccessiveHalvingOptions {
  /** The n-th bracket to run, from 0; undefined after the last one. */
  readonly bracket: (n: number) => Schedule | undefined;
  readonly source: ConfigurationSource;
  /**
   * What a worker does for which a rung has no job left while others still train there: wait, as the algorithm is
   * written, or begin the next bracket, as HpBandSter does (`core/master.py`).
   */
  readonly whileWaiting?: 'wait' | 'nextBracket' | undefined;
}

/** A bracket being run. */
interface Running {
  readonly number: number;
  readonly schedule: Schedule;
  rung: number;
  /** How many of its configurations are still to be drawn. */
  undrawn: number;
  /** Promoted to this rung and not yet asked for, best first. */
  readonly waiting: JobResult[];
  pending: number;
  results: (Job & { readonly loss: number })[];
}

/**
 * Synchronous successive halving, bracket after bracket: all trials of a rung are compared once all are in, the best
 * go on to the next resource (Jamieson and Talwalkar, AISTATS 2016, figure 3). With the brackets of Hyperband it is
 * Hyperband. A failed trial ranks last and never goes on. Decisions come rung by rung, best first.
 */
export function successiveHalving(options: SuccessiveHalvingOptions): Scheduler {
  const { bracket, source, whileWaiting = 'wait' } = options;
  const ledger = jobLedger();
  const decisions: Decision[] = [];
  let running: Running[] = [];
  let begun = 0;
  let trials = 0;
  let exhausted = false;

  function* propose(): Work<Job | undefined> {
    for (;;) {
      for (const one of running) {
        const job = yield* nextJob(one);
        if (job) return job;
      }
      if (exhausted || (running.length > 0 && whileWaiting === 'wait')) return undefined;
      const schedule = bracket(begun);
      if (schedule === undefined) return undefined;
      running.push({
        number: begun++,
        schedule,
        rung: 0,
        undrawn: schedule.configurations,
        waiting: [],
        pending: 0,
        results: [],
      });
    }
  }

  function* nextJob(one: Running): Work<Job | undefined> {
    const resource = one.schedule.resources[one.rung];
    if (resource === undefined) return undefined;
    const place = { bracket: one.number, rung: one.rung, resource };
    const resumed = one.waiting.shift();
    if (resumed) {
      one.pending++;
      const { trial, configuration, resource: from } = resumed;
      return ledger.open({ ...place, trial, configuration, from });
    }
    if (one.undrawn === 0) return undefined;
    const configuration = yield* source(trials, ledger.jobs);
    if (configuration === undefined) {
      exhausted = true;
      one.undrawn = 0;
      if (one.pending === 0) close(one);
      return yield* nextJob(one);
    }
    one.undrawn--;
    one.pending++;
    return ledger.open({ ...place, trial: trials++, configuration, from: 0 });
  }

  function close(one: Running): void {
    const { schedule, rung, number } = one;
    const ranked = one.results.sort((a, b) => compareLosses(a.loss, b.loss) || a.trial - b.trial);
    const last = rung === schedule.resources.length - 1;
    const sound = ranked.filter(({ loss }) => Number.isFinite(loss)).length;
    const promoted = last ? 0 : Math.min(sound, schedule.promoted(ranked.length));
    for (const [index, { trial, resource, loss }] of ranked.entries()) {
      const outcome = last && Number.isFinite(loss) ? 'finished' : index < promoted ? 'promoted' : 'stopped';
      const standing = { loss, rank: index + 1, of: ranked.length, promoted };
      decisions.push({ trial, bracket: number, rung, resource, ...standing, outcome, told: ledger.told });
    }
    one.waiting.push(...ranked.slice(0, promoted));
    one.results = [];
    one.rung++;
    if (promoted === 0) running = running.filter(other => other !== one);
  }

  return {
    jobs: ledger.jobs,
    decisions,
    propose,
    ask: () => finish(propose()),
    tell(id, loss) {
      const job = ledger.close(id, loss);
      const one = running.find(({ number }) => number === job.bracket);
      if (!one) return;
      one.results.push(job);
      one.pending--;
      if (one.pending === 0 && one.waiting.length === 0 && one.undrawn === 0) close(one);
    },
  };
}
