import * as l10n from '@vscode/l10n';
import type { EarlyStopping, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Losses } from './losses';

/** One trial in so many goes on at each rung; where that is not said, what the tool it is from takes. */
export function reductionFactorOf({ format, budget }: SearchSpace): number {
  return budget.earlyStopping?.reductionFactor?.value ?? (format === 'ray-python' ? 4 : 3);
}

/** The least a trial is given: as stated, or, where the rungs are counted down from the most, the lowest of them. */
export function firstRung(stopping: EarlyStopping, reductionFactor: number): number | undefined {
  const { minResource, maxResource, rungsBelow } = stopping;
  if (minResource) return minResource.value;
  if (!maxResource || !rungsBelow) return undefined;
  return Math.max(1, Math.floor(maxResource.value / reductionFactor ** rungsBelow.value));
}

/** For a Hyperband that always starts from one unit of the resource. */
export function loseFirstRung(tool: string, space: SearchSpace, losses: Losses): void {
  const stopping = space.budget.earlyStopping;
  const first = stopping && firstRung(stopping, reductionFactorOf(space));
  if (first === undefined || first === 1) return;
  losses.add(
    l10n.t('{0} starts its smallest trials with 1 unit of the resource, not {1}.', tool, formatNumber(first)),
  );
}
