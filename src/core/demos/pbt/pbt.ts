import * as l10n from '@vscode/l10n';
import { randomStream } from '../../numeric/random';
import type { ChartBlock, Section } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { Demo } from '../demo';
import { demoReport, requireVarying } from '../demoReport';
import { inSilence, showing } from '../regretContest';
import { whatIfChart, type WhatIf } from '../whatIfChart';
import { watching, working } from '../working';
import type { Work } from '../../numeric/work';
import { pbtChecks } from './checks';
import { contestChart } from './contestChart';
import { driftingTask, type DriftingTask } from './driftingTask';
import { lineageChart } from './lineageChart';
import { lossChart } from './lossChart';
import { pbtControls, pbtPlan, pbtSource, type PbtPlan } from './plan';
import {
  bestFixed,
  contest,
  finalLoss,
  play,
  quantileOf,
  winner,
  type Contest,
  type Fixed,
  type Played,
} from './run';
import { scheduleChart } from './scheduleChart';

/** The report is brought up to date after so many jobs. */
const jobsAPartial = 80;

/** A population that copies and explores while it trains, against configurations that never change. */
export const pbt: Demo = {
  id: 'pbt',
  get title() {
    return l10n.t('Population-based training');
  },
  get question() {
    return l10n.t('Is a schedule found while training worth more than the best fixed values?');
  },
  controls: pbtControls,
  *run(input) {
    const { space, seed, options } = input;
    requireVarying(space);
    const plan = pbtPlan(space, options);
    const taskOf = (name: string): DriftingTask =>
      driftingTask(space, randomStream(name).substream('task'), plan);
    const task = taskOf(`${seed}/shown`);
    const training = l10n.t('Training the population');
    const played = yield* watching(
      play(space, plan, task, seed),
      jobsAPartial,
      { fraction: 0.2, message: training },
      so =>
        demoReport(
          pbt,
          input,
          l10n.t('{0} jobs done.', String(so.jobs.length)),
          runSections(space, plan, task, so),
        ),
    );
    yield {
      fraction: 0.2,
      message: training,
      partial: demoReport(pbt, input, answer(plan, task, played), runSections(space, plan, task, played)),
    };
    const fixed = yield* working(
      bestFixed(space, plan, task, seed),
      0.3,
      l10n.t('Training fixed configurations'),
    );
    const sections = runSections(space, plan, task, played, fixed);
    yield {
      fraction: 0.4,
      message: training,
      partial: demoReport(pbt, input, answer(plan, task, played, fixed), sections),
    };
    const repeating = l10n.t('Repeating with other seeds');
    const against = yield* showing(contest(space, plan, seed, taskOf), [0.5, 0.8], repeating, soFar =>
      demoReport(pbt, input, answer(plan, task, played, fixed, soFar), [...sections, contestSection(soFar)]),
    );
    const sizes = yield* working(
      sizeChart(space, plan, against, seed, taskOf),
      0.8,
      l10n.t('Trying other settings'),
    );
    return demoReport(pbt, input, answer(plan, task, played, fixed, against), [
      ...sections,
      contestSection(against),
      { id: 'what-if', title: l10n.t('What other settings would have cost'), blocks: [sizes] },
      {
        id: 'checks',
        title: l10n.t('Checks'),
        blocks: [{ kind: 'checks', checks: pbtChecks(plan, played, against) }],
      },
    ]);
  },
};

function contestSection(against: Contest): Section {
  return {
    id: 'contest',
    title: l10n.t('Is it worth it?'),
    caption: l10n.t('{0} simulated trainings, each with best values of its own.', String(against.runs)),
    blocks: [contestChart(against)],
  };
}

/** Each other size is played less often than the plan itself. */
const otherRuns = 8;

/** What populations of other sizes would have cost and come to. */
function* sizeChart(
  space: SearchSpace,
  plan: PbtPlan,
  own: Contest,
  seed: number,
  taskOf: (name: string) => DriftingTask,
): Work<ChartBlock> {
  const sizes = [...new Set([4, 8, 16, 32, plan.population])].sort((a, b) => a - b);
  const options: WhatIf[] = [];
  for (const population of sizes) {
    const other = { ...plan, population };
    const { population: losses } =
      population === plan.population ? own : yield* inSilence(contest(space, other, seed, taskOf, otherRuns));
    const values = { cost: population * plan.maxResource, loss: quantileOf(losses, 0.5) };
    options.push({ label: String(population), values });
  }
  return whatIfChart({
    id: 'pbt-size',
    title: l10n.t('With another population'),
    setting: l10n.t('Population'),
    measures: [
      { key: 'cost', title: l10n.t('Cost') },
      { key: 'loss', title: l10n.t('Median above the best schedule') },
    ],
    options,
    chosen: sizes.indexOf(plan.population),
  });
}

function runSections(
  space: SearchSpace,
  plan: PbtPlan,
  task: DriftingTask,
  played: Played,
  fixed?: Fixed,
): Section[] {
  const line = winner(played);
  return [
    {
      id: 'population',
      title: l10n.t('One population'),
      caption: [
        l10n.t(
          'Simulated training, not yours, in which the best values change on the way. At each comparison the bottom {0} % take over a model from the top and go on with values near its own.',
          formatNumber(100 * plan.quantile),
        ),
        pbtSource(space),
      ].join(' '),
      blocks: [lossChart(plan, played, line, fixed, task.floor), lineageChart(plan, played, line)],
    },
    {
      id: 'schedules',
      title: l10n.t('The schedules it found'),
      caption: l10n.t('The parameters that matter most, in the models that are trained furthest.'),
      blocks: [scheduleChart(space, plan, task, played, line)],
    },
  ];
}

function answer(
  { population, maxResource }: PbtPlan,
  task: DriftingTask,
  played: Played,
  fixed?: Fixed,
  against?: Contest,
): string {
  const ours = l10n.t(
    'For {0} units {1} members end at a loss of {2}; the best schedule there is at {3}',
    formatNumber(population * maxResource),
    String(population),
    formatNumber(finalLoss(played)),
    formatNumber(task.floor),
  );
  if (!fixed) return l10n.t('{0}.', ours);
  const still = l10n.t(
    '{0}, the best of {1} fixed configurations at {2}',
    ours,
    formatNumber(fixed.of),
    formatNumber(fixed.loss),
  );
  if (!against) return l10n.t('{0}.', still);
  const better = quantileOf(against.population, 0.5) < quantileOf(against.fixed, 0.5);
  const medians = [against.population, against.fixed].map(losses => formatNumber(quantileOf(losses, 0.5)));
  return better
    ? l10n.t(
        '{0}. Over {1} runs copying pays: {2} above the best schedule, against {3} without.',
        still,
        String(against.runs),
        ...medians,
      )
    : l10n.t(
        '{0}. Over {1} runs copying does not pay: {2} above the best schedule, against {3} without.',
        still,
        String(against.runs),
        ...medians,
      );
}
