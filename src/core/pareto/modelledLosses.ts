import { extremes } from './kneePoint';
import { isUsable, type FinishedTrial } from './multiObjectiveMethod';

/**
 * For each objective, the losses of the trials as a surrogate is given them: those of failed and infeasible trials
 * are the worst of the others.
 * @param finished at least one of them usable.
 */
export function modelledLosses(finished: readonly FinishedTrial[]): number[][] {
  const usable = finished.filter(isUsable).map(({ losses }) => losses);
  return extremes(usable).nadir.map((worst, j) =>
    finished.map(trial => (isUsable(trial) ? (trial.losses[j] as number) : worst)),
  );
}
