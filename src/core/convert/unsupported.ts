import * as l10n from '@vscode/l10n';
import { conditionText } from '../space/conditionText';
import type { DrawableParameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Losses } from './losses';

/** The parameters that can be drawn; of the others it is said that they are missing. */
export function drawn(space: SearchSpace, losses: Losses): DrawableParameter[] {
  return space.parameters.filter((parameter): parameter is DrawableParameter => {
    if (parameter.domain !== undefined) return true;
    losses.add(l10n.t('{0}: nothing can be drawn from its declaration, so it is left out.', parameter.name));
    return false;
  });
}

/** For a target that draws every parameter in every trial. */
export function loseConditions(tool: string, parameters: readonly DrawableParameter[], losses: Losses): void {
  for (const { name, condition } of parameters) {
    if (condition === undefined) continue;
    losses.add(
      l10n.t(
        '{0} has no conditions and draws it in every trial, not only when {1}; ignore it otherwise.',
        tool,
        conditionText(condition),
      ),
      name,
    );
  }
}

/** For a target that cannot exclude combinations. */
export function loseForbidden(tool: string, { forbidden }: SearchSpace, losses: Losses): void {
  for (const clause of forbidden) {
    losses.add(
      l10n.t('{0} cannot forbid a combination; refuse it in your program: {1}.', tool, conditionText(clause)),
    );
  }
}

export function loseObjective(tool: string, { objective }: SearchSpace, losses: Losses): void {
  if (objective === undefined) return;
  const { goal, metric } = objective;
  losses.add(
    goal === 'minimize'
      ? l10n.t('{0} has no place here for the objective: minimize {1}.', tool, metric)
      : l10n.t('{0} has no place here for the objective: maximize {1}.', tool, metric),
  );
}

export function loseMethod(tool: string, { method }: SearchSpace, losses: Losses): void {
  if (method) losses.add(l10n.t('{0} has no place here for the search method {1}.', tool, method.name));
}

export function loseTrials(tool: string, { budget }: SearchSpace, losses: Losses): void {
  if (!budget.trials) return;
  losses.add(
    l10n.t('{0} has no place here for the number of trials, {1}.', tool, formatNumber(budget.trials.value)),
  );
}

export function loseParallel(tool: string, { budget }: SearchSpace, losses: Losses): void {
  if (!budget.parallelTrials) return;
  losses.add(
    l10n.t(
      '{0} has no place here for the number of trials at a time, {1}.',
      tool,
      formatNumber(budget.parallelTrials.value),
    ),
  );
}

export function loseEarlyStopping(tool: string, { budget }: SearchSpace, losses: Losses): void {
  if (!budget.earlyStopping) return;
  losses.add(l10n.t('{0} cannot stop trials early as {1} does.', tool, budget.earlyStopping.name));
}

/** What is left where a target holds the parameters alone. */
export function loseSearch(tool: string, space: SearchSpace, losses: Losses): void {
  loseObjective(tool, space, losses);
  loseMethod(tool, space, losses);
  loseTrials(tool, space, losses);
  loseParallel(tool, space, losses);
  loseEarlyStopping(tool, space, losses);
}

/** A search of another kind than the one that was asked for. */
export function otherMethod(tool: string, { method }: SearchSpace, written: string, losses: Losses): void {
  if (method) {
    losses.add(l10n.t('{0} has no search like {1}; written with {2}.', tool, method.name, written));
  }
}
