import type { Work } from '../numeric/work';
import { finish } from '../numeric/work';
import { jobLedger } from './jobLedger';
import { topFraction } from './schedule';
import {
  compareLosses,
  type ConfigurationSource,
  type Decision,
  type Job,
  type Scheduler,
} from './scheduler';

export interface AsynchronousHalvingOptions {
  /** What a trial is trained for at each rung, ascending. */
  readonly resources: readonly number[];
  readonly reductionFactor: number;
  readonly source: ConfigurationSource;
}

/** The results of one rung, best first. */
interface Rung {
  readonly ranked: { readonly job: Job & { readonly loss: number }; promoted: boolean }[];
  /** Where the best trial stands that has not been promoted. */
  next: number;
}

/**
 * Asynchronous successive halving by promotion: whoever is free takes the best trial that is in the top 1/η of what
 * its rung has seen so far and has not been promoted, from the highest rung down, or a new configuration (Li et al.,
 * "A system for massively parallel hyperparameter tuning", MLSys 2020, algorithm 2). Nobody waits. A trial that was
 * not promoted is never stopped, only passed over: `decisions` holds promotions and finishes.
 */
export function asynchronousHalving(options: AsynchronousHalvingOptions): Scheduler {
  const { resources, reductionFactor, source } = options;
  const top = topFraction(reductionFactor);
  const ledger = jobLedger();
  const decisions: Decision[] = [];
  const rungs = resources.map((): Rung => ({ ranked: [], next: 0 }));
  let trials = 0;
  let exhausted = false;

  function promote(): Job | undefined {
    for (let rung = resources.length - 2; rung >= 0; rung--) {
      const { ranked, next } = rungs[rung] as Rung;
      const best = ranked[next];
      const promoted = top(ranked.length);
      if (best === undefined || next >= promoted || !Number.isFinite(best.job.loss)) continue;
      decide(best.job, next + 1, ranked.length, promoted, 'promoted');
      best.promoted = true;
      const { trial, configuration, resource: from } = best.job;
      advance(rungs[rung] as Rung);
      return ledger.open({
        trial,
        configuration,
        bracket: 0,
        rung: rung + 1,
        from,
        resource: resources[rung + 1] as number,
      });
    }
    return undefined;
  }

  function decide(
    { trial, rung, resource, loss }: Job & { readonly loss: number },
    rank: number,
    of: number,
    promoted: number,
    outcome: Decision['outcome'],
  ): void {
    const standing = { loss, rank, of, promoted };
    decisions.push({ trial, bracket: 0, rung, resource, ...standing, outcome, told: ledger.told });
  }

  function* propose(): Work<Job | undefined> {
    const promoted = promote();
    const resource = resources[0];
    if (promoted || exhausted || resource === undefined) return promoted;
    const configuration = yield* source(trials, ledger.jobs);
    if (configuration === undefined) {
      exhausted = true;
      return undefined;
    }
    return ledger.open({ trial: trials++, configuration, bracket: 0, rung: 0, from: 0, resource });
  }

  return {
    jobs: ledger.jobs,
    decisions,
    propose,
    ask: () => finish(propose()),
    tell(id, loss) {
      const job = ledger.close(id, loss);
      const rung = rungs[job.rung] as Rung;
      const at = placeOf(job, rung.ranked);
      rung.ranked.splice(at, 0, { job, promoted: false });
      rung.next = Math.min(rung.next, at);
      if (job.rung < resources.length - 1) return;
      const failed = !Number.isFinite(loss);
      decide(job, at + 1, rung.ranked.length, 0, failed ? 'stopped' : 'finished');
    },
  };
}

function advance(rung: Rung): void {
  while (rung.ranked[rung.next]?.promoted === true) rung.next++;
}

/** By bisection, how many of the ranked come before a job. */
function placeOf(job: Job & { readonly loss: number }, ranked: Rung['ranked']): number {
  let [low, high] = [0, ranked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = (ranked[middle] as Rung['ranked'][number]).job;
    if ((compareLosses(other.loss, job.loss) || other.trial - job.trial) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
