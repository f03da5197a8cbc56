import * as l10n from '@vscode/l10n';
import { suggested } from '../../fidelity/configurationSources';
import { successiveHalving } from '../../fidelity/successiveHalving';
import { seedNoise, surfaceLoss } from '../../llm/surface';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { searchMethods } from '../../search/methods';
import type { SearchMethod } from '../../search/method';
import { optimiser } from '../../search/optimiser';
import { randomSearch } from '../../search/randomSearch';
import { llmTrial, type LlmPlan, type LlmTrial } from './llmPlan';
import type { LlmRungs } from './llmRungs';

export const repeats = 16;
const mostTrials = 40;

/** What a search has found once it has cost so much: the true loss of the trial it would keep. */
export interface Step {
  readonly hours: number;
  readonly loss: number;
}

/** One way to spend the budget, repeated. */
export interface LlmSearch {
  readonly label: string;
  readonly runs: readonly (readonly Step[])[];
  /** Configurations tried, in the median run. */
  readonly trials: number;
}

/** Random search and TPE on full runs, and halving where the budget has rungs; yields the share that is done. */
export function* simulateSearches(
  plan: LlmPlan,
  rungs: LlmRungs | undefined,
  seed: number,
): Generator<number, LlmSearch[], void> {
  const methods = searchMethods(mostTrials).filter(({ id }) => id === 'random' || id === 'tpe');
  const ways: { label: string; run(stream: string): Work<readonly Step[]> }[] = methods.map(method => ({
    label: method.label(),
    run: stream => fullRuns(plan, method, stream),
  }));
  if (rungs !== undefined) {
    ways.push({ label: l10n.t('Successive halving'), run: stream => halved(plan, rungs, stream) });
  }
  const searches: LlmSearch[] = [];
  for (const [index, { label, run }] of ways.entries()) {
    const runs: (readonly Step[])[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const work = run(`${seed}/llm ${repeat}`);
      let step = work.next();
      for (; !step.done; step = work.next()) yield (index + repeat / repeats) / ways.length;
      runs.push(step.value);
    }
    const counts = runs.map(steps => steps.length).sort((a, b) => a - b);
    const isHalving = index >= methods.length;
    const trials = isHalving ? (rungs?.configurations ?? 0) : (counts[repeats >> 1] ?? 0);
    searches.push({ label, runs, trials });
  }
  return searches;
}

/** Full runs one after the other until the budget is spent. What does not fit into memory fails at once. */
function* fullRuns(plan: LlmPlan, method: SearchMethod, stream: string): Work<readonly Step[]> {
  const search = optimiser(method, plan.space, stream);
  const noise = randomStream(stream).substream('noise');
  const steps: Step[] = [];
  let spent = 0;
  let lowest = Infinity;
  let kept = NaN;
  for (let trial = 0; trial < mostTrials; trial++) {
    const proposal = yield* search.propose();
    if (proposal === undefined) break;
    const { hours, fits, loss } = llmTrial(plan, proposal.configuration);
    if (fits && spent + hours > plan.budget) break;
    spent += fits ? hours : 0;
    const seen = loss + seedNoise * noise.normal();
    search.tell(proposal.id, seen);
    if (seen < lowest) [lowest, kept] = [seen, loss];
    steps.push({ hours: spent, loss: kept });
    yield;
  }
  return steps;
}

/** A step for each rung: the full loss of the best at it. */
function* halved(plan: LlmPlan, rungs: LlmRungs, stream: string): Work<readonly Step[]> {
  const halving = successiveHalving({
    bracket: n => (n === 0 ? rungs : undefined),
    source: suggested(randomSearch, plan.space, stream),
  });
  const noise = randomStream(stream).substream('noise');
  const trials: LlmTrial[] = [];
  const spent: number[] = [];
  for (let job = yield* halving.propose(); job !== undefined; job = yield* halving.propose()) {
    const trial = (trials[job.trial] ??= llmTrial(plan, job.configuration));
    const loss = trial.fits ? surfaceLoss(trial.run, plan.setup, job.resource) : NaN;
    spent[job.rung] = (spent[job.rung] ?? 0) + (trial.fits ? trial.hours * job.resource : 0);
    halving.tell(job.id, loss + seedNoise * noise.normal());
    yield;
  }
  let total = 0;
  return spent.map((hours, rung) => {
    total += hours;
    const best = halving.decisions.find(decision => decision.rung === rung && decision.rank === 1);
    return { hours: total, loss: trials[best?.trial ?? -1]?.loss ?? NaN };
  });
}

/** The loss a search has reached after so many hours; undefined before its first trial that succeeded. */
export function lossAfter(steps: readonly Step[], hours: number): number | undefined {
  const loss = steps.findLast(step => step.hours <= hours)?.loss;
  return loss === undefined || Number.isNaN(loss) ? undefined : loss;
}
