import * as l10n from '@vscode/l10n';
import { promotions } from '../fidelity/promotions';
import { statedSchedule, type StatedSchedule } from '../fidelity/statedSchedule';
import { finding, type Finding } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { swapTokens } from '../text/edits/token';
import { formatNumber } from '../text/formatNumber';
import { hasNoHalving } from './applicability';
import type { Check } from './check';
import { setNumber } from './setNumber';

/** A halving schedule that cannot run, stops nothing, or never fills its last rung. */
export const halvingSchedule: Check = {
  code: 'halving-schedule',
  severity: 'warning',
  get title() {
    return l10n.t('Halving schedule that does not work out');
  },
  notApplicable: hasNoHalving,
  run: (space, text) => {
    const impossible = contradictions(space, text);
    const schedule = statedSchedule(space);
    if (impossible.length > 0 || schedule === undefined) return impossible;
    if (!(schedule.minResource > 0 && schedule.reductionFactor > 1)) return [];
    return (
      oneRung(space, text, schedule) ?? [
        ...emptyRung(space, text, schedule),
        ...shortRung(space, text, schedule),
      ]
    );
  },
};

/** Numbers no schedule can have. What the reader of the format already says is not said again. */
function contradictions({ budget, findings, dialect }: SearchSpace, text: string): Finding[] {
  const stopping = budget.earlyStopping;
  if (stopping?.family !== 'hyperband') return [];
  const { minResource, maxResource, reductionFactor } = stopping;
  const error = { severity: 'error' } as const;
  const found: Finding[] = [];
  for (const resource of [minResource, maxResource]) {
    if (resource === undefined || resource.value > 0) continue;
    const message = l10n.t(
      'A resource of {0} trains nothing; it must be above 0.',
      formatNumber(resource.value),
    );
    const fixes = setNumber(text, dialect, resource, 1);
    found.push(finding(halvingSchedule, resource.range, message, { ...error, fixes }));
  }
  if (minResource && maxResource && maxResource.value > 0 && maxResource.value < minResource.value) {
    const message = l10n.t(
      'The most resource, {0}, is below the least, {1}; swap them.',
      formatNumber(maxResource.value),
      formatNumber(minResource.value),
    );
    const edits = swapTokens(text, minResource.range, maxResource.range);
    const fixes = [{ title: l10n.t('Swap them'), edits, safe: false }];
    found.push(finding(halvingSchedule, maxResource.range, message, { ...error, fixes }));
  }
  if (reductionFactor && !(reductionFactor.value > 1)) {
    const message = l10n.t(
      'A reduction factor of {0} drops nobody; it must be above 1, and 3 or 4 is usual.',
      formatNumber(reductionFactor.value),
    );
    const fixes = setNumber(text, dialect, reductionFactor, 3);
    found.push(finding(halvingSchedule, reductionFactor.range, message, { ...error, fixes }));
  }
  return found.filter(({ range }) => !findings.some(other => other.range.start === range.start));
}

function oneRung(
  { dialect }: SearchSpace,
  text: string,
  { stopping, minResource, maxResource, reductionFactor }: StatedSchedule,
): Finding[] | undefined {
  if (promotions(maxResource / minResource, reductionFactor) >= 1) return undefined;
  const message = l10n.t(
    'Between {0} and {1} there is no room for a second rung with a reduction factor of {2}, so nothing is ever stopped early.',
    formatNumber(minResource),
    formatNumber(maxResource),
    formatNumber(reductionFactor),
  );
  const at = stopping.maxResource;
  const fixes = at ? setNumber(text, dialect, at, minResource * reductionFactor) : [];
  return [finding(halvingSchedule, at?.range ?? stopping.range, message, { fixes })];
}

/**
 * The tools that wait for a whole rung before anybody goes on. Ray and Optuna decide as trials come and let the first
 * ones through (`async_hyperband.py`, `_successive_halving.py`), and W&B one more than 1 in η at every band.
 */
const synchronous: ReadonlySet<string> = new Set(['katib-experiment', 'nni-experiment']);

/** n < η^k leaves ⌊n / η^k⌋ = 0 for the last rung (Li et al., JMLR 18(185), 2018, algorithm 1). */
function emptyRung(
  { format, budget, dialect }: SearchSpace,
  text: string,
  schedule: StatedSchedule,
): Finding[] {
  const { trials } = budget;
  if (trials === undefined || !(trials.value >= 1) || !synchronous.has(format)) return [];
  const { minResource, maxResource, reductionFactor } = schedule;
  const steps = promotions(maxResource / minResource, reductionFactor);
  const needed = Math.ceil(reductionFactor ** steps - 1e-9);
  if (trials.value >= needed) return [];
  const message = l10n.t(
    'Of {0} trials none is left for the last of {1} rungs when {2} in {3} are dropped at each; it takes {4}.',
    formatNumber(trials.value),
    formatNumber(steps + 1),
    formatNumber(reductionFactor - 1),
    formatNumber(reductionFactor),
    formatNumber(needed),
  );
  const fixes = setNumber(text, dialect, trials, needed);
  return [finding(halvingSchedule, trials.range, message, { fixes })];
}

/** The tools that count rungs up from the least resource; the others count down from the most. */
const countUp: ReadonlySet<string> = new Set(['optuna-python', 'ray-python']);

function shortRung({ format, dialect }: SearchSpace, text: string, schedule: StatedSchedule): Finding[] {
  const { stopping, minResource, maxResource, reductionFactor } = schedule;
  if (!countUp.has(format) || stopping.maxResource === undefined) return [];
  const last = minResource * reductionFactor ** promotions(maxResource / minResource, reductionFactor);
  if (Math.abs(last - maxResource) <= 1e-6 * maxResource) return [];
  const message = l10n.t(
    'The last comparison is at {0}, and who passes it trains on to {1} alone; {2} would be a whole number of rungs.',
    formatNumber(last),
    formatNumber(maxResource),
    formatNumber(last * reductionFactor),
  );
  const fixes = setNumber(text, dialect, stopping.maxResource, last * reductionFactor);
  const more = { severity: 'information', fixes } as const;
  return [finding(halvingSchedule, stopping.maxResource.range, message, more)];
}
