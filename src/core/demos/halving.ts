import * as l10n from '@vscode/l10n';
import { randomStream } from '../numeric/random';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Demo, Progress } from './demo';
import { demoReport, requireVarying } from './demoReport';
import { planCost } from './halvingCostChart';
import { halvingControls, halvingPlan, planSchedule, taskOptions, type HalvingPlan } from './halvingPlan';
import { resultSections, runSections } from './halvingSections';
import { simulateSurvival } from './halvingSurvival';
import { percent, type SurvivalOf } from './halvingSurvivalChart';
import { runHalving } from './halvingTrials';
import { toolSections } from './toolComparison';
import { working } from './working';

const simulatedRuns = 200;
const usualFactors = [2, 3, 4];

/** Successive halving on simulated learning curves over the space, with the space's own budget. */
export const halving: Demo = {
  id: 'halving',
  get title() {
    return l10n.t('Halving');
  },
  get question() {
    return l10n.t('What does stopping early save, and does the best configuration survive it?');
  },
  controls: halvingControls,
  *run(input) {
    const { space, seed, options } = input;
    requireVarying(space);
    const plan = halvingPlan(space, options);
    const run = yield* working(
      runHalving(space, plan, randomStream(seed).substream('halving')),
      0,
      l10n.t('Training {0} trials', String(plan.configurations)),
    );
    const drawn = [
      ...(yield* working(runSections(space, plan, run), 0.05, l10n.t('Drawing the curves'))),
      ...toolSections(space, input.document),
    ];
    yield {
      fraction: 0.05,
      message: l10n.t('Drawing the curves'),
      partial: demoReport(halving, input, answer(plan), drawn),
    };
    const survivals = yield* survivalByFactor(space, plan, seed);
    const chosen = survivals.find(({ reductionFactor }) => reductionFactor === plan.reductionFactor);
    if (!chosen) throw new Error('The chosen reduction factor is among those simulated.');
    return demoReport(halving, input, answer(plan, chosen), [
      ...drawn,
      ...resultSections(run, plan, survivals, chosen, simulatedRuns),
    ]);
  },
};

function* survivalByFactor(
  space: SearchSpace,
  plan: HalvingPlan,
  seed: number,
): Generator<Progress, SurvivalOf[], void> {
  const factors = [...new Set([...usualFactors, plan.reductionFactor])].sort((a, b) => a - b);
  const schedules = factors.map(reductionFactor => planSchedule({ ...plan, reductionFactor }, plan.ladder));
  const simulation = simulateSurvival(
    space,
    schedules,
    plan.maxResource,
    simulatedRuns,
    seed,
    taskOptions(plan),
  );
  let step = simulation.next();
  for (; !step.done; step = simulation.next()) {
    yield {
      fraction: 0.05 + (0.95 * step.value) / simulatedRuns,
      message: l10n.t('Run {0} of {1}', String(step.value + 1), String(simulatedRuns)),
    };
  }
  const shares = step.value;
  return factors.flatMap((reductionFactor, index) => {
    const schedule = schedules[index];
    return schedule ? { reductionFactor, schedule, trained: shares[index] ?? [] } : [];
  });
}

function answer(plan: HalvingPlan, chosen?: SurvivalOf): string {
  const { restarted, resumed, full } = planCost(plan);
  const trials = String(plan.configurations);
  const rungs = String(plan.schedule.resources.length);
  const cost = plan.ladder
    ? l10n.t(
        '{0} trials, {1} rungs: {2} epochs instead of {3}',
        trials,
        rungs,
        formatNumber(resumed),
        formatNumber(full),
      )
    : l10n.t(
        '{0} trials, {1} rungs: {2} epochs ({3} if trials resume) instead of {4}',
        trials,
        rungs,
        formatNumber(restarted),
        formatNumber(resumed),
        formatNumber(full),
      );
  if (!chosen) return l10n.t('{0}.', cost);
  return l10n.t(
    '{0}, and the best configuration survives in {1} % of {2} runs.',
    cost,
    percent(chosen.trained.at(-1)?.share ?? 0),
    String(simulatedRuns),
  );
}
