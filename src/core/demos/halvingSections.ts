import * as l10n from '@vscode/l10n';
import type { Section } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import { halvingChecks } from './halvingChecks';
import { costChart, rungTable } from './halvingCostChart';
import { curvesChart, mostCurves } from './halvingCurvesChart';
import type { HalvingPlan } from './halvingPlan';
import { survivalChart, type SurvivalOf } from './halvingSurvivalChart';
import { stoppedTable, type HalvingRun } from './halvingTrials';

/** What the drawn run shows; yields between sections. */
export function* runSections(
  space: SearchSpace,
  plan: HalvingPlan,
  run: HalvingRun,
): Generator<void, Section[], void> {
  const curves = curvesSection(run, plan);
  yield;
  const rungs = rungsSection(space, plan);
  yield;
  return [
    curves,
    rungs,
    { id: 'stopped', title: l10n.t('What was stopped and why'), blocks: [stoppedTable(run)] },
  ];
}

function curvesSection(run: HalvingRun, plan: HalvingPlan): Section {
  const left = run.trials.length - mostCurves;
  const chart = curvesChart(run, plan);
  return {
    id: 'curves',
    title: l10n.t('Loss curves'),
    caption: l10n.t(
      'Simulated training, not yours: a seeded power law for each configuration. Dashed rules are the rungs; a curve ends where its trial was stopped.',
    ),
    blocks:
      left > 0
        ? [
            chart,
            {
              kind: 'text',
              text: l10n.t(
                'Shown are the {0} trials that got furthest; {1} more were stopped before them.',
                String(mostCurves),
                String(left),
              ),
            },
          ]
        : [chart],
  };
}

function rungsSection(space: SearchSpace, plan: HalvingPlan): Section {
  return {
    id: 'rungs',
    title: l10n.t('Rungs and cost'),
    caption: budgetSource(space),
    blocks: [rungTable(plan), costChart(plan)],
  };
}

function budgetSource({ budget, format }: SearchSpace): string {
  if (budget.earlyStopping?.family !== 'hyperband') {
    return l10n.t(
      'The file states no halving budget, so the schedule starts from usual values; the controls change it.',
    );
  }
  return format === 'wandb-sweep'
    ? l10n.t(
        'The schedule starts from the file’s own early_terminate. W&B counts logged values of the metric, which are epochs only if you log once an epoch.',
      )
    : l10n.t('The schedule starts from the file’s own {0} settings.', budget.earlyStopping.name);
}

/** What the simulated runs show. */
export function survivalSection(survivals: readonly SurvivalOf[], chosen: SurvivalOf, runs: number): Section {
  return {
    id: 'survival',
    title: l10n.t('Survival of the best'),
    caption: l10n.t(
      'Share of runs, each on new curves, in which the configuration with the lowest loss after full training is still trained at each rung. Bars are 95 % intervals.',
    ),
    blocks: [survivalChart(survivals, chosen, runs)],
  };
}

export function checkSection(run: HalvingRun, plan: HalvingPlan, chosen: SurvivalOf, runs: number): Section {
  return {
    id: 'checks',
    title: l10n.t('Checks'),
    blocks: [{ kind: 'checks', checks: halvingChecks(run, plan, chosen, runs) }],
  };
}
