import * as l10n from '@vscode/l10n';
import { rungs } from '../fidelity/rungs';
import { fillingConfigurations, scheduleCost, scheduleTable } from '../fidelity/schedule';
import type { CheckResult } from '../report/report';
import { formatNumber } from '../text/formatNumber';
import { planCost } from './halvingCostChart';
import type { HalvingPlan } from './halvingPlan';
import { percent, type SurvivalOf } from './halvingSurvivalChart';
import type { HalvingRun } from './halvingTrials';
import { trainsNoFurther } from './scheduleChecks';

/** What the drawn run and the plan must satisfy; `survival` is the plan's own. */
export function halvingChecks(
  run: HalvingRun,
  plan: HalvingPlan,
  survival: SurvivalOf,
  runs: number,
): CheckResult[] {
  return [
    spentAsPlanned(run, plan),
    bestPromoted(run, plan),
    withinMaximum(run, plan),
    cheaperThanFull(plan),
    reachesMaximum(plan),
    everyRungFilled(plan),
    bestSurvives(survival, runs),
  ];
}

function spentAsPlanned({ decisions }: HalvingRun, { schedule }: HalvingPlan): CheckResult {
  const target = scheduleCost(schedule).cost;
  const value = decisions.reduce((sum, { resource }) => sum + resource, 0);
  const table = scheduleTable(schedule);
  const equal = table.every(
    row => decisions.filter(({ rung }) => rung === row.rung).length === row.configurations,
  );
  return {
    name: l10n.t('Each rung spends what the table says'),
    status: equal ? 'PASS' : 'FAIL',
    message: l10n.t(
      '{0} spent over {1} rungs, {2} planned.',
      formatNumber(value),
      String(table.length),
      formatNumber(target),
    ),
    value,
    target,
    tolerance: 0,
  };
}

function bestPromoted({ decisions }: HalvingRun, { schedule }: HalvingPlan): CheckResult {
  const counts = schedule.resources.slice(0, -1).map((_, rung) => {
    const compared = decisions.filter(decision => decision.rung === rung);
    const promoted = compared.filter(({ outcome }) => outcome === 'promoted');
    const stopped = compared.filter(({ outcome }) => outcome === 'stopped');
    const worstPromoted = Math.max(...promoted.map(({ loss }) => loss));
    const bestStopped = Math.min(...stopped.map(({ loss }) => loss));
    const right = promoted.length === schedule.promoted(compared.length) && worstPromoted <= bestStopped;
    return { text: l10n.t('{0} of {1}', String(promoted.length), String(compared.length)), right };
  });
  const name = l10n.t('The survivors of each rung are its lowest losses');
  if (counts.length === 0) {
    return {
      name,
      status: 'NOT_APPLICABLE',
      message: l10n.t('There is only one rung, so nothing is stopped.'),
    };
  }
  return {
    name,
    status: counts.every(({ right }) => right) ? 'PASS' : 'FAIL',
    message: l10n.t('Promoted from rung to rung: {0}.', counts.map(({ text }) => text).join(', ')),
  };
}

function withinMaximum({ decisions }: HalvingRun, { maxResource }: HalvingPlan): CheckResult {
  return trainsNoFurther(Math.max(...decisions.map(({ resource }) => resource)), maxResource);
}

function cheaperThanFull(plan: HalvingPlan): CheckResult {
  const { resumed, restarted, full } = planCost(plan);
  const cost = plan.ladder ? resumed : restarted;
  return {
    name: l10n.t('Halving costs less than training every trial in full'),
    status: cost < full ? 'PASS' : 'WARN',
    message: l10n.t(
      '{0} of {1}, or {2} %.',
      formatNumber(cost),
      formatNumber(full),
      formatNumber((100 * cost) / full),
    ),
    value: cost,
    target: full,
  };
}

function reachesMaximum({ schedule, maxResource }: HalvingPlan): CheckResult {
  const value = schedule.resources.at(-1) ?? 0;
  const reached = value >= maxResource * (1 - 1e-9);
  return {
    name: l10n.t('The last rung is the most resource'),
    status: reached ? 'PASS' : 'INFO',
    message: reached
      ? l10n.t('The last rung trains for {0}.', formatNumber(value))
      : l10n.t('The last rung trains for {0} of {1}.', formatNumber(value), formatNumber(maxResource)),
    value,
    target: maxResource,
  };
}

function everyRungFilled(plan: HalvingPlan): CheckResult {
  const { configurations, reductionFactor, schedule } = plan;
  const value = schedule.resources.length;
  const target = plan.ladder ? value : rungs(plan).length;
  const name = l10n.t('Every rung has trials to compare');
  if (target === 1) {
    return {
      name,
      status: 'WARN',
      message: l10n.t('There is only one rung: nothing is ever stopped. Lower the least resource.'),
      value,
      target,
    };
  }
  if (value === target) {
    return {
      name,
      status: 'PASS',
      message: l10n.t('All {0} rungs are reached.', String(target)),
      value,
      target,
    };
  }
  return {
    name,
    status: 'WARN',
    message: l10n.t(
      '{0} configurations fill {1} of {2} rungs; the last one needs {3}.',
      String(configurations),
      String(value),
      String(target),
      formatNumber(fillingConfigurations(target, reductionFactor)),
    ),
    value,
    target,
  };
}

function bestSurvives({ trained }: SurvivalOf, runs: number): CheckResult {
  const { share, low, high } = trained.at(-1) ?? { share: 0, low: 0, high: 1 };
  return {
    name: l10n.t('The truly best configuration survives'),
    status: share < 0.5 ? 'WARN' : 'INFO',
    message: l10n.t(
      'In {0} % of {1} runs (95 % interval {2} to {3} %).',
      percent(share),
      String(runs),
      percent(low),
      percent(high),
    ),
    value: share,
  };
}
