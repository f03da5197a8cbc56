import * as l10n from '@vscode/l10n';
import { rungs } from '../fidelity/rungs';
import { scheduleTable, topFraction, type Schedule } from '../fidelity/schedule';
import { toolLadder, type ToolLadder } from '../fidelity/toolLadder';
import type { CurveFamily } from '../objectives/learningCurve';
import type { LearningCurveTaskOptions } from '../objectives/learningCurveTask';
import type { OptionValue } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import { curveControls, curveOptions } from './curveControls';
import type { Control } from './demo';
import type { HalvingBudget } from './halvingBudget';
import { configurationsControl, rungControls, rungOptions, workersControl } from './scheduleControls';

/** A budget, the rule it is spent by and what it is spent on. */
export interface HalvingPlan extends HalvingBudget {
  readonly curves: CurveFamily;
  /** The rank correlation of the losses at the least resource and at the most, 0 to 1. */
  readonly correlation: number;
  /** The tool by whose arithmetic rungs are cut and trials pass; exact where absent. */
  readonly ladder?: ToolLadder | undefined;
  readonly workers: number;
  /** Rungs that at least one trial reaches. */
  readonly schedule: Schedule;
}

/** The controls of the demonstration, set to the space's own budget. */
export function halvingControls(space: SearchSpace): Control[] {
  const ladder = toolLadder(space);
  return [
    configurationsControl(space),
    ...rungControls(space),
    workersControl(space, 256),
    ...curveControls(),
    ...(ladder
      ? [
          {
            kind: 'flag' as const,
            id: 'asTool',
            label: l10n.t('As {0} computes it', ladder.tool),
            value: false,
          },
        ]
      : []),
  ];
}

/** @throws DemoError when the two resources are the wrong way round. */
export function halvingPlan(space: SearchSpace, options: Readonly<Record<string, OptionValue>>): HalvingPlan {
  const budget = { configurations: Number(options['configurations']), ...rungOptions(options) };
  const ladder = options['asTool'] === true ? toolLadder(space) : undefined;
  return {
    ...budget,
    ...curveOptions(options),
    workers: Number(options['workers']),
    ladder,
    schedule: planSchedule(budget, ladder),
  };
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
export function planSchedule(budget: HalvingBudget, ladder?: ToolLadder): Schedule {
  const { configurations, reductionFactor } = budget;
  const resources = ladder ? ladder.resources(budget) : rungs(budget);
  const promoted = (ladder?.promoted ?? topFraction)(reductionFactor);
  const reached = scheduleTable({ configurations, resources, promoted }).filter(
    row => row.configurations > 0,
  );
  return { configurations, resources: reached.map(({ resource }) => resource), promoted };
}
