import * as l10n from '@vscode/l10n';
import { toolLadder } from '../fidelity/toolLadder';
import type { Section } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { curveOptions } from './curveControls';
import { halvingBudget } from './halvingBudget';
import { planCost, rungTable } from './halvingCostChart';
import { planSchedule, type HalvingPlan } from './halvingPlan';

/** The rungs of the file's own schedule and what they cost; nothing where it has none, or one that cannot be. */
export function scheduleSections(space: SearchSpace): Section[] {
  const stopping = space.budget.earlyStopping;
  if (stopping?.family !== 'hyperband' || !isPossible(space)) return [];
  const plan = statedPlan(space);
  const { resumed, restarted, full } = planCost(plan);
  const caption = l10n.t(
    '{0} trials cost {1} units of the resource when trials resume and {2} when every rung starts again, instead of {3} trained in full.',
    formatNumber(plan.configurations),
    formatNumber(resumed),
    formatNumber(restarted),
    formatNumber(full),
  );
  const assumed = assumptions(space, plan);
  return [
    {
      id: 'schedule',
      title: l10n.t('Rungs and expected cost'),
      caption,
      blocks: [rungTable(plan), ...(assumed === '' ? [] : [{ kind: 'text' as const, text: assumed }])],
    },
  ];
}

/** The schedule with the trials the file states, however many. */
function statedPlan(space: SearchSpace): HalvingPlan {
  const usual = halvingBudget(space);
  const trials = space.budget.trials?.value;
  const budget =
    trials !== undefined && Number.isInteger(trials) && trials >= 1
      ? { ...usual, configurations: trials }
      : usual;
  const ladder = toolLadder(space);
  return { ...budget, ...curveOptions({}), workers: 1, ladder, schedule: planSchedule(budget, ladder) };
}

function isPossible({ budget }: SearchSpace): boolean {
  const { minResource, maxResource, reductionFactor } = budget.earlyStopping ?? {};
  const [least, most] = [minResource?.value ?? 1, maxResource?.value ?? Infinity];
  return least > 0 && most > 0 && least <= most && (reductionFactor?.value ?? 3) > 1;
}

/** What the file leaves open and is filled in with what is usual. */
function assumptions({ budget }: SearchSpace, plan: HalvingPlan): string {
  const { maxResource, reductionFactor } = budget.earlyStopping ?? {};
  const open = [
    budget.trials === undefined ? l10n.t('{0} trials', formatNumber(plan.configurations)) : '',
    maxResource === undefined ? l10n.t('training up to {0}', formatNumber(plan.maxResource)) : '',
    reductionFactor === undefined
      ? l10n.t('a reduction factor of {0}', formatNumber(plan.reductionFactor))
      : '',
  ].filter(part => part !== '');
  return open.length === 0
    ? ''
    : l10n.t('The file leaves open what is taken here to be {0}.', open.join(', '));
}
