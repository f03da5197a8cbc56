import type { Work } from '../../numeric/work';
import type { Losses } from '../../pareto/dominance';
import type { MultiObjectiveMethod } from '../../pareto/multiObjectiveMethod';
import { multiObjectiveOptimiser } from '../../pareto/multiObjectiveOptimiser';
import type { Configuration } from '../../space/searchSpace';
import type { Progress } from '../demo';
import { lossesOf, type TradeOff } from './setup';

export interface Found {
  readonly configuration: Configuration;
  readonly error: number;
  readonly cost: number;
  /** What the search was told: see `lossesOf`. */
  readonly losses: Losses;
}

/** The trials of a search, fewer than asked for only where the space has no more; told of each as it is done. */
export function* searched(
  method: MultiObjectiveMethod,
  { space, task, trials }: TradeOff,
  seed: number | string,
  onTrial: (done: number) => void = () => undefined,
): Work<Found[]> {
  const search = multiObjectiveOptimiser(method, space, seed);
  const found: Found[] = [];
  while (found.length < trials) {
    const suggestion = yield* search.propose();
    if (suggestion === undefined) break;
    const { id, configuration } = suggestion;
    const [error, cost] = task.losses(configuration);
    const losses = lossesOf([error, cost]);
    search.tell(id, { losses });
    found.push({ configuration, error, cost, losses });
    onTrial(found.length);
    yield;
  }
  return found;
}

/** Passes the steps of a computation on as progress. */
export function* working<T>(work: Work<T>, progress: () => Progress): Generator<Progress, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield progress();
  }
}
