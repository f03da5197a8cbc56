import * as l10n from '@vscode/l10n';
import { rungs, wandbBands } from '../fidelity/rungs';
import { scheduleTable, topFraction, wandbTopFraction, type Schedule } from '../fidelity/schedule';
import type { CurveFamily } from '../objectives/learningCurve';
import type { LearningCurveTaskOptions } from '../objectives/learningCurveTask';
import type { OptionValue } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { curveControls, curveOptions } from './curveControls';
import type { Control } from './demo';
import { DemoError } from './demo';
import { halvingBudget, limits, type HalvingBudget } from './halvingBudget';

/** A budget, the rule it is spent by and what it is spent on. */
export interface HalvingPlan extends HalvingBudget {
  readonly curves: CurveFamily;
  /** The rank correlation of the losses at the least resource and at the most, 0 to 1. */
  readonly correlation: number;
  /** The rungs as the W&B service computes them and one more trial promoted at each. */
  readonly asWandb: boolean;
  /** Rungs that at least one trial reaches. */
  readonly schedule: Schedule;
}

/** The controls of the demonstration, set to the space's own budget. */
export function halvingControls(space: SearchSpace): Control[] {
  const budget = halvingBudget(space);
  const controls: Control[] = [
    {
      kind: 'number',
      id: 'configurations',
      label: l10n.t('Configurations'),
      ...limits.configurations,
      value: budget.configurations,
    },
    {
      kind: 'number',
      id: 'minResource',
      label: l10n.t('Least resource'),
      ...limits.resource,
      value: budget.minResource,
    },
    {
      kind: 'number',
      id: 'maxResource',
      label: l10n.t('Most resource'),
      ...limits.resource,
      value: budget.maxResource,
    },
    {
      kind: 'number',
      id: 'reductionFactor',
      label: l10n.t('Reduction factor η'),
      ...limits.reductionFactor,
      value: budget.reductionFactor,
    },
  ];
  controls.push(...curveControls());
  if (space.format === 'wandb-sweep' || space.format === 'wandb-python') {
    controls.push({ kind: 'flag', id: 'asWandb', label: l10n.t('As W&B computes it'), value: false });
  }
  return controls;
}

/** @throws DemoError when the two resources are the wrong way round. */
export function halvingPlan(options: Readonly<Record<string, OptionValue>>): HalvingPlan {
  const budget = {
    configurations: Number(options['configurations']),
    minResource: Number(options['minResource']),
    maxResource: Number(options['maxResource']),
    reductionFactor: Number(options['reductionFactor']),
  };
  const { minResource, maxResource } = budget;
  if (!(minResource <= maxResource)) {
    throw new DemoError(
      l10n.t(
        'The most resource, {0}, is below the least, {1}; raise it to see trials trained.',
        formatNumber(maxResource),
        formatNumber(minResource),
      ),
    );
  }
  const asWandb = options['asWandb'] === true;
  return { ...budget, ...curveOptions(options), asWandb, schedule: planSchedule(budget, asWandb) };
}

export function taskOptions({
  curves,
  correlation,
  minResource,
  maxResource,
}: HalvingPlan): LearningCurveTaskOptions {
  return { family: curves, correlation, first: minResource / maxResource };
}

/** The schedule of a budget, without the rungs that nobody reaches. */
export function planSchedule(budget: HalvingBudget, asWandb: boolean): Schedule {
  const { configurations, reductionFactor } = budget;
  const resources = asWandb ? wandbBands(budget) : rungs(budget);
  const promoted = (asWandb ? wandbTopFraction : topFraction)(reductionFactor);
  const reached = scheduleTable({ configurations, resources, promoted }).filter(
    row => row.configurations > 0,
  );
  return { configurations, resources: reached.map(({ resource }) => resource), promoted };
}
