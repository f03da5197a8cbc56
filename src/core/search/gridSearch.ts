import * as l10n from '@vscode/l10n';
import type { Work } from '../numeric/work';
import { balancedGrid, gridConfigurations } from '../sampling/grid';
import { isForbidden } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { SearchMethod, Trial } from './method';
import { triedAmong } from './untried';

type Grid = Generator<Configuration, void>;

/** What follows a configuration in the grid it came from: saves walking there again from the start. */
const continuations = new WeakMap<Configuration, Grid>();

/**
 * Each configuration of the finest even grid that a budget affords once, as nested loops would, then nothing more.
 * What is forbidden or was tried is left out.
 */
export function gridSearch(budget: number): SearchMethod {
  return {
    id: 'grid',
    label: () => l10n.t('Grid search'),
    *suggest(space, trials) {
      const isTried = triedAmong(space, trials);
      const last = trials.findLast(isOnGrid);
      let position = last === undefined ? 0 : last.memo.grid + 1;
      const grid = continuation(last) ?? (yield* gridFrom(space, budget, position));
      for (;;) {
        const { done, value: configuration } = grid.next();
        if (done === true) return undefined;
        if (!isForbidden(space, configuration) && !isTried(configuration)) {
          continuations.set(configuration, grid);
          return { configuration, memo: { grid: position } };
        }
        if (++position % 64 === 0) yield;
      }
    },
  };
}

/** Its memo is its place in the grid. */
function isOnGrid(trial: Trial): trial is Trial & { readonly memo: { readonly grid: number } } {
  const { memo } = trial;
  return typeof memo === 'object' && memo !== null && 'grid' in memo && typeof memo.grid === 'number';
}

/** Once only: whoever walks on changes the generator. */
function continuation(trial: Trial | undefined): Grid | undefined {
  if (trial === undefined) return undefined;
  const grid = continuations.get(trial.configuration);
  continuations.delete(trial.configuration);
  return grid;
}

function* gridFrom(space: SearchSpace, budget: number, position: number): Work<Grid> {
  const grid = gridConfigurations(space, balancedGrid(space, budget));
  for (let i = 1; i <= position; i++) {
    grid.next();
    if (i % 64 === 0) yield;
  }
  return grid;
}
