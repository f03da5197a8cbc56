import * as l10n from '@vscode/l10n';
import { randomStream } from '../numeric/random';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Demo, Progress } from './demo';
import { demoReport, requireVarying } from './demoReport';
import { planCost } from './halvingCostChart';
import { halvingControls, halvingPlan, planSchedule, taskOptions, type HalvingPlan } from './halvingPlan';
import { halvingContest, halvingRegrets, type HalvingContest } from './halvingContest';
import { checkSection, runSections, survivalSection } from './halvingSections';
import { simulateSurvival, type Share } from './halvingSurvival';
import { finalRegret } from './regretChart';
import { inSilence, showing } from './regretContest';
import { whatIfSection, type WhatIfSettings } from './whatIfSettings';
import type { RungOptions } from '../fidelity/rungs';
import type { Report, Section } from '../report/report';
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
    const chosenOf = (survivals: readonly SurvivalOf[]): SurvivalOf => {
      const found = survivals.find(({ reductionFactor }) => reductionFactor === plan.reductionFactor);
      if (!found) throw new Error('The chosen reduction factor is among those simulated.');
      return found;
    };
    const survivals = yield* survivalByFactor(space, plan, seed, (soFar, runs) => {
      const chosen = chosenOf(soFar);
      const section = survivalSection(soFar, chosen, runs);
      return demoReport(halving, input, answer(plan, chosen, runs), [...drawn, section]);
    });
    const chosen = chosenOf(survivals);
    const known = [...drawn, survivalSection(survivals, chosen, simulatedRuns)];
    const report = (more: readonly Section[]): Report =>
      demoReport(halving, input, answer(plan, chosen, simulatedRuns), [...known, ...more]);
    const playing = l10n.t('Playing against random search');
    const played = yield* showing(halvingContest(space, plan, seed), [0.5, 0.8], playing, soFar =>
      report([halvingRegrets(soFar)]),
    );
    const regrets = halvingRegrets(played);
    yield { fraction: 0.8, message: playing, partial: report([regrets]) };
    const whatIf = yield* working(
      whatIfSection(others(space, plan, played, seed)),
      0.8,
      l10n.t('Trying other settings'),
    );
    return report([regrets, whatIf, checkSection(run, plan, chosen, simulatedRuns)]);
  },
};

/** Each other setting is played less often than the plan itself. */
const otherRuns = 12;

function others(space: SearchSpace, plan: HalvingPlan, own: HalvingContest, seed: number): WhatIfSettings {
  const { ladder, minResource, reductionFactor } = plan;
  const changed = (numbers: RungOptions): HalvingPlan => {
    const other = { ...plan, ...numbers };
    return { ...other, schedule: planSchedule(other, ladder) };
  };
  return {
    id: 'halving',
    numbers: plan,
    workers: plan.workers,
    schedules: numbers => [changed(numbers).schedule],
    *regret(numbers) {
      const isOwn = numbers.minResource === minResource && numbers.reductionFactor === reductionFactor;
      const contest = isOwn
        ? own
        : yield* inSilence(halvingContest(space, changed(numbers), seed, otherRuns));
      return finalRegret(contest.bands.halving);
    },
  };
}

/** The report is brought up to date after so many runs. */
const runsAPartial = 40;

function* survivalByFactor(
  space: SearchSpace,
  plan: HalvingPlan,
  seed: number,
  report: (soFar: readonly SurvivalOf[], runs: number) => Report,
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
  const survivalsOf = (shares: readonly (readonly Share[])[]): SurvivalOf[] =>
    factors.flatMap((reductionFactor, index) => {
      const schedule = schedules[index];
      return schedule ? { reductionFactor, schedule, trained: shares[index] ?? [] } : [];
    });
  let shown = 0;
  for (let step = simulation.next(); ; step = simulation.next()) {
    if (step.done) return survivalsOf(step.value);
    const { runs, shares } = step.value;
    const isDue = runs >= shown + runsAPartial;
    if (isDue) shown = runs;
    yield {
      fraction: 0.05 + (0.45 * runs) / simulatedRuns,
      message: l10n.t('Run {0} of {1}', String(runs + 1), String(simulatedRuns)),
      partial: isDue ? report(survivalsOf(shares()), runs) : undefined,
    };
  }
}

function answer(plan: HalvingPlan, chosen?: SurvivalOf, runs = 0): string {
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
    String(runs),
  );
}
