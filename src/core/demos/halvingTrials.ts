import * as l10n from '@vscode/l10n';
import type { Decision } from '../fidelity/scheduler';
import type { RandomStream } from '../numeric/random';
import { lossAt, observationNoise } from '../objectives/learningCurve';
import { learningCurveTask } from '../objectives/learningCurveTask';
import type { Row, TableBlock } from '../report/report';
import { choiceLabel } from '../space/domains';
import type { Configuration } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { taskOptions, type HalvingPlan } from './halvingPlan';
import { drawContest, playHalving, type Contest } from './halvingRun';
import type { SearchSpace } from '../space/searchSpace';

/** One trial of the run that is drawn. */
export interface HalvingTrial {
  readonly trial: number;
  readonly configuration: Configuration;
  /** What became of it at the last rung it reached. */
  readonly end: Decision;
  /** Observed losses at `resources` of the run. */
  readonly losses: readonly number[];
}

/** One run of the schedule, with every loss observed on the way. */
export interface HalvingRun {
  readonly contest: Contest;
  readonly decisions: readonly Decision[];
  /** Where losses were looked at, ascending: every rung and enough between to draw a curve. */
  readonly resources: readonly number[];
  /** Those that got furthest first. */
  readonly trials: readonly HalvingTrial[];
}

/** Draws configurations and plays the plan's schedule on them once; yields after a few trials. */
export function* runHalving(
  space: SearchSpace,
  plan: HalvingPlan,
  stream: RandomStream,
): Generator<void, HalvingRun, void> {
  const task = yield* learningCurveTask(space, stream.substream('task'), taskOptions(plan));
  const contest = yield* drawContest(space, plan.configurations, stream, task);
  const resources = observedResources(plan);
  const losses: number[][] = [];
  for (const [trial, curve] of contest.curves.entries()) {
    const noise = stream.substream(`noise/${trial}`);
    losses.push(
      resources.map(
        resource =>
          lossAt(curve, resource / plan.maxResource) + observationNoise(curve.family) * noise.normal(),
      ),
    );
    if (trial % 16 === 15) yield;
  }
  const column = new Map(resources.map((resource, index) => [resource, index]));
  const decisions = playHalving(
    contest,
    plan.schedule,
    (trial, resource) => losses[trial]?.[column.get(resource) ?? -1] ?? NaN,
  );
  const ends = new Map(decisions.map(decision => [decision.trial, decision]));
  const trials = [...ends.values()]
    .sort((a, b) => b.rung - a.rung || a.rank - b.rank)
    .map(end => ({
      trial: end.trial,
      configuration: contest.configurations[end.trial] ?? new Map(),
      end,
      losses: losses[end.trial] ?? [],
    }));
  return { contest, decisions, resources, trials };
}

/** The rungs, the maximum and whole numbers between, evenly on a log axis, from a rung's length before the first. */
function observedResources({ schedule, minResource, maxResource, reductionFactor }: HalvingPlan): number[] {
  const points = 36;
  const first = Math.max(1, Math.floor(minResource / reductionFactor));
  const between = Array.from({ length: points }, (_, i) =>
    Math.round(first * (maxResource / first) ** (i / (points - 1))),
  );
  return [...new Set([...between, ...schedule.resources, maxResource])].sort((a, b) => a - b);
}

/** Why a trial ended, as the tooltip and the table say it. */
export function reason({ resource, rank, of, promoted, outcome }: Decision): string {
  return outcome === 'finished'
    ? l10n.t('finished at rung {0}: rank {1} of {2}', formatNumber(resource), String(rank), String(of))
    : l10n.t(
        'stopped at rung {0}: rank {1} of {2}, {3} promoted',
        formatNumber(resource),
        String(rank),
        String(of),
        String(promoted),
      );
}

/** The first few parameters of a configuration: "lr = 0.001, optimizer = adam, …". */
export function describeConfiguration(configuration: Configuration): string {
  const shown = 4;
  const parts = [...configuration]
    .slice(0, shown)
    .map(
      ([name, value]) => `${name} = ${typeof value === 'number' ? formatNumber(value) : choiceLabel(value)}`,
    );
  return [...parts, ...(configuration.size > shown ? ['…'] : [])].join(', ');
}

/** How the trials of the drawn run ended, those that got furthest first. */
export function endRows({ trials, contest }: HalvingRun): Row[] {
  return trials.map(({ trial, configuration, end }) => ({
    trial,
    resource: end.resource,
    loss: end.loss,
    reason: reason(end),
    outcome: end.outcome,
    best: trial === contest.best,
    configuration: describeConfiguration(configuration),
  }));
}

/** The trials that did not finish, with the rung, the rank and the number that went on. */
export function stoppedTable(run: HalvingRun): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Stopped trials'),
    columns: [
      { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
      { key: 'resource', title: l10n.t('Trained for'), kind: 'number' },
      { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
      { key: 'reason', title: l10n.t('Outcome'), kind: 'text' },
      { key: 'best', title: l10n.t('Truly best'), kind: 'text' },
      { key: 'configuration', title: l10n.t('Configuration'), kind: 'text' },
    ],
    rows: endRows(run)
      .filter(({ outcome }) => outcome === 'stopped')
      .map(({ outcome: _, best, ...row }) => ({ ...row, best: best === true ? l10n.t('yes') : '' })),
  };
}
