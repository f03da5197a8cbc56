import type { Optimiser, Suggestion } from '../search/optimiser';
import type { Configuration } from '../space/searchSpace';

/** What became of a trial at a rung, and why. */
export interface Decision {
  /** The trial's index in the configurations. */
  readonly trial: number;
  readonly rung: number;
  readonly resource: number;
  readonly loss: number;
  /** 1 is the lowest loss of the rung; ties go to the lower trial. */
  readonly rank: number;
  /** How many trials the rung compared. */
  readonly of: number;
  /** How many of them went on. */
  readonly promoted: number;
  /** `finished` when there was no rung left to be promoted to. */
  readonly outcome: 'promoted' | 'stopped' | 'finished';
}

export interface HalvingSuggestion extends Suggestion {
  readonly trial: number;
  readonly rung: number;
  readonly resource: number;
}

export interface SuccessiveHalving extends Optimiser {
  ask(): HalvingSuggestion | undefined;
  /** Rung by rung, best first. A rung appears once all its trials have been told. */
  readonly decisions: readonly Decision[];
}

/**
 * Synchronous successive halving: all trials of a rung are compared once all are in, the best go on to the next
 * resource (Jamieson and Talwalkar, AISTATS 2016, figure 3). A failed trial ranks last.
 *
 * @param plan.resources what a trial is trained for at each rung, ascending, in any unit.
 * @param plan.promoted how many of n trials go on.
 */
export function successiveHalving({
  configurations,
  resources,
  promoted,
}: {
  readonly configurations: readonly Configuration[];
  readonly resources: readonly number[];
  readonly promoted: (trials: number) => number;
}): SuccessiveHalving {
  const decisions: Decision[] = [];
  const pending = new Map<number, HalvingSuggestion>();
  let rung = 0;
  let waiting = configurations.map((_, trial) => trial);
  let results: { trial: number; loss: number }[] = [];

  const closeRung = (resource: number): void => {
    const ranked = results.sort((a, b) => order(a.loss, b.loss) || a.trial - b.trial);
    const last = rung === resources.length - 1;
    const goOn = last ? 0 : promoted(ranked.length);
    for (const [index, { trial, loss }] of ranked.entries()) {
      const outcome = last ? 'finished' : index < goOn ? 'promoted' : 'stopped';
      decisions.push({
        trial,
        rung,
        resource,
        loss,
        rank: index + 1,
        of: ranked.length,
        promoted: goOn,
        outcome,
      });
    }
    waiting = ranked.slice(0, goOn).map(({ trial }) => trial);
    results = [];
    rung++;
  };

  return {
    decisions,
    ask() {
      const resource = resources[rung];
      const trial = resource === undefined ? undefined : waiting.shift();
      const configuration = trial === undefined ? undefined : configurations[trial];
      if (resource === undefined || trial === undefined || !configuration) return undefined;
      const suggestion = { id: rung * configurations.length + trial, trial, rung, resource, configuration };
      pending.set(suggestion.id, suggestion);
      return suggestion;
    },
    tell(id, loss) {
      const suggestion = pending.get(id);
      if (!suggestion) throw new RangeError('There is no pending suggestion with this id.');
      pending.delete(id);
      results.push({ trial: suggestion.trial, loss });
      if (pending.size === 0 && waiting.length === 0) closeRung(suggestion.resource);
    },
  };
}

/** Ascending, with failures (NaN, ±∞) after every number. */
function order(a: number, b: number): number {
  const failures = Number(!Number.isFinite(a)) - Number(!Number.isFinite(b));
  return failures || (Number.isFinite(a) ? a - b : 0);
}
