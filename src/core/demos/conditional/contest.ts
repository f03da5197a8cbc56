import { conditionalValley } from '../../objectives/conditionalValley';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { configurationKey } from '../../sampling/duplicates';
import { withoutInactive } from '../../search/heldValues';
import type { SearchMethod } from '../../search/method';
import { searchMethods } from '../../search/methods';
import { optimiser } from '../../search/optimiser';
import type { SearchSpace } from '../../space/searchSpace';
import { flattened } from './subject';
import type { Band } from '../../report/medianBand';

export const runs = 24;
export const methods = ['tpe', 'random'] as const;

export type Encoding = 'conditional' | 'flat';

/** One search: how far the best trial so far is above the lowest possible loss, after each trial. */
export interface Search {
  readonly regret: readonly number[];
  /** Trials that were, in what acts, one of those before. */
  readonly repeated: number;
}

export type Contest = Readonly<Record<Encoding, readonly Search[]>>;

/**
 * The same method on the space and on its flat encoding, on tasks in which every branch has an optimum of its own; a
 * task, a seed and a pair of searches for each run. Yields the share that is done.
 */
export function* conditionalContest(
  space: SearchSpace,
  methodId: string,
  trials: number,
  seed: number,
): Generator<number, Contest, void> {
  const method = searchMethods(trials).find(({ id }) => id === methodId);
  if (method === undefined) throw new Error('The method is one of those offered.');
  const contest = { conditional: [] as Search[], flat: [] as Search[] };
  for (let run = 0; run < runs; run++) {
    for (const encoding of ['conditional', 'flat'] as const) {
      const work = searchOnce(space, encoding, method, trials, `${seed}/conditional ${run}`);
      let step = work.next();
      for (; !step.done; step = work.next()) yield (run + (encoding === 'flat' ? 0.5 : 0)) / runs;
      contest[encoding].push(step.value);
    }
  }
  return contest;
}

function* searchOnce(
  space: SearchSpace,
  encoding: Encoding,
  method: SearchMethod,
  trials: number,
  stream: string,
): Work<Search> {
  const task = conditionalValley(space, randomStream(stream).substream('task'));
  const search = optimiser(method, encoding === 'flat' ? flattened(space) : space, stream);
  const tried = new Set<string>();
  const regret: number[] = [];
  let lowest = Infinity;
  let repeated = 0;
  for (let trial = 0; trial < trials; trial++) {
    const proposal = yield* search.propose();
    // A finite space may be exhausted.
    if (proposal === undefined) break;
    const acting = withoutInactive(space, proposal.configuration);
    const key = configurationKey(acting);
    if (tried.has(key)) repeated++;
    tried.add(key);
    const loss = task.evaluate(acting);
    search.tell(proposal.id, loss);
    lowest = Math.min(lowest, loss);
    regret.push(lowest - task.minimum);
    yield;
  }
  return { regret, repeated };
}

/** After so many trials, counted from 1: the median and the middle half of the runs. */
export function bandAfter(searches: readonly Search[], trial: number): Band {
  const values = searches
    .map(({ regret }) => regret[trial - 1] ?? regret.at(-1) ?? NaN)
    .sort((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** After how many trials the conditional search is where the flat one ends, by their medians; undefined when never. */
export function trialsSaved({ conditional, flat }: Contest, trials: number): number | undefined {
  const end = bandAfter(flat, trials).median;
  for (let trial = 1; trial <= trials; trial++) {
    if (bandAfter(conditional, trial).median <= end) return trials - trial;
  }
  return undefined;
}

/** The two searches of each task compared. */
export interface Paired {
  /** Tasks on which the conditional search was lower in the mean over its trials. */
  readonly better: number;
  /** The flat search's mean regret in multiples of the conditional one's, geometric mean over tasks. */
  readonly ratio: number;
  /** Student's paired t of the ratio's logarithm: standard errors from no difference. */
  readonly t: number;
}

export function paired({ conditional, flat }: Contest): Paired {
  const logs = conditional.map(({ regret }, run) =>
    Math.log(meanOf(flat[run]?.regret ?? []) / meanOf(regret)),
  );
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  return {
    better: logs.filter(log => log > 0).length,
    ratio: Math.exp(mean),
    t: variance > 0 ? mean / Math.sqrt(variance / logs.length) : 0,
  };
}

/** Kept above zero, which a finite space may reach in its first trial. */
function meanOf(values: readonly number[]): number {
  return Math.max(1e-9, values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
}
