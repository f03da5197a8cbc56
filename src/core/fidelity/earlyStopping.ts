import type { Work } from '../numeric/work';
import { finish } from '../numeric/work';
import type { Configuration } from '../space/searchSpace';
import { jobLedger } from './jobLedger';
import type { ConfigurationSource, Decision, Job, Scheduler } from './scheduler';
import type { Finished, StoppingRule } from './stoppingRules';

/**
 * Early stopping without waiting: a trial reports at each rung and, unless the rule stops it there and then, trains
 * on; whoever is free begins a new one. This is what Ray, Optuna and Syne Tune's "stopping" variant do under the name
 * of ASHA. A stopped trial never comes back.
 *
 * @param resources where trials report, ascending.
 */
export function earlyStopping({
  resources,
  rule,
  source,
}: {
  readonly resources: readonly number[];
  readonly rule: StoppingRule;
  readonly source: ConfigurationSource;
}): Scheduler {
  const ledger = jobLedger();
  const decisions: Decision[] = [];
  const reports = (): Reports[] => resources.map(() => ({ losses: [], averages: [] }));
  const rungs = reports();
  const ended = { count: 0, reports: reports() };
  const finished: Finished = {
    get count() {
      return ended.count;
    },
    losses: report => ended.reports[report]?.losses ?? [],
    averages: report => ended.reports[report]?.averages ?? [],
  };
  /** The losses of each trial that is still training. */
  const histories = new Map<number, number[]>();
  const going: Job[] = [];
  let trials = 0;

  function open(trial: number, configuration: Configuration, rung: number, from: number): Job | undefined {
    const resource = resources[rung];
    if (resource === undefined) return undefined;
    return ledger.open({ trial, configuration, bracket: 0, rung, from, resource });
  }

  function* propose(): Work<Job | undefined> {
    const last = going.shift();
    if (last) return open(last.trial, last.configuration, last.rung + 1, last.resource);
    const configuration = yield* source(trials, ledger.jobs);
    if (configuration === undefined) return undefined;
    histories.set(trials, []);
    return open(trials++, configuration, 0, 0);
  }

  function tell(id: number, told: number): void {
    const job = ledger.close(id, told);
    const { trial, rung, resource } = job;
    const { losses: others, averages } = rungs[rung] as Reports;
    const loss = Number.isFinite(told) ? told : Infinity;
    const history = [...(histories.get(trial) ?? []), loss];
    histories.set(trial, history);
    const last = rung === resources.length - 1;
    const best = Math.min(...history);
    const keeps =
      loss < Infinity && (last || rule.keeps({ loss, resource, history, best, others, averages, finished }));
    const rank = insert(others, loss) + 1;
    insert(averages, mean(history));
    if (last && keeps) {
      ended.count++;
      for (const [report, { losses, averages: means }] of ended.reports.entries()) {
        insert(losses, history[report] ?? Infinity);
        insert(means, mean(history.slice(0, report + 1)));
      }
    }
    const outcome = !keeps ? 'stopped' : last ? 'finished' : 'promoted';
    if (outcome === 'promoted') going.push(job);
    else histories.delete(trial);
    const standing = { loss: told, rank, of: others.length, promoted: Number(outcome === 'promoted') };
    decisions.push({ trial, bracket: 0, rung, resource, ...standing, outcome, told: ledger.told });
  }

  return { jobs: ledger.jobs, decisions, propose, ask: () => finish(propose()), tell };
}

/** What was reported at one place, ascending. */
interface Reports {
  readonly losses: number[];
  readonly averages: number[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Where it is put: after those that are not greater. */
function insert(ascending: number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  ascending.splice(low, 0, value);
  return low;
}
