import * as l10n from '@vscode/l10n';
import type { SearchSpace } from '../space/searchSpace';

/** Why a question about shares of draws has no answer: a grid draws nothing. */
export function gridTriesEveryLevel({ method }: SearchSpace): string | undefined {
  return method?.family === 'grid'
    ? l10n.t('A grid tries every level, whatever its share of draws would be.')
    : undefined;
}

/** Why a question about the budget has no answer. */
export function statesNoTrials({ budget }: SearchSpace): string | undefined {
  return budget.trials === undefined ? l10n.t('The file states no number of trials.') : undefined;
}

/** Why a question about a grid has no answer. */
export function isNoGrid({ method }: SearchSpace): string | undefined {
  return method?.family === 'grid' ? undefined : l10n.t('The method is not grid search.');
}

/** Why a question about the goal has no answer. */
export function statesNoObjective({ objective }: SearchSpace): string | undefined {
  return objective === undefined ? l10n.t('The file names no metric and goal.') : undefined;
}

/** Why a question about lists has no answer. */
export function hasNoChoices({ parameters }: SearchSpace): string | undefined {
  return parameters.some(({ declared }) => declared.choices !== undefined)
    ? undefined
    : l10n.t('No parameter has a list of choices.');
}

/** Why a question about bounds has no answer. */
export function hasNoBounds({ parameters }: SearchSpace): string | undefined {
  return parameters.some(({ declared }) => declared.low !== undefined && declared.high !== undefined)
    ? undefined
    : l10n.t('No parameter has two bounds.');
}

/** Why a question about steps has no answer. */
export function hasNoStep({ parameters }: SearchSpace): string | undefined {
  return parameters.some(({ declared }) => declared.step !== undefined)
    ? undefined
    : l10n.t('No parameter has a step.');
}

/** Why a question about conditions has no answer. */
export function hasNoConditions({ parameters }: SearchSpace): string | undefined {
  return parameters.some(({ condition }) => condition !== undefined)
    ? undefined
    : l10n.t('No parameter has a condition.');
}

/** Why a question about exponents has no answer. */
export function hasNoExponents({ parameters }: SearchSpace): string | undefined {
  return parameters.some(({ declared }) => declared.bounds === 'exponents')
    ? undefined
    : l10n.t('No parameter is declared by exponents.');
}

/** Why a question about logarithms has no answer. */
export function hasNoLogScale({ parameters }: SearchSpace): string | undefined {
  return parameters.some(({ declared }) => declared.scale === 'log')
    ? undefined
    : l10n.t('No parameter is on a log scale.');
}

/** Why a question about rungs has no answer. */
export function hasNoHalving({ budget }: SearchSpace): string | undefined {
  return budget.earlyStopping?.family === 'hyperband'
    ? undefined
    : l10n.t('The file has no halving schedule.');
}
