import * as l10n from '@vscode/l10n';
import type { Schedule } from '../fidelity/schedule';
import { listed } from '../fidelity/configurationSources';
import type { Decision } from '../fidelity/scheduler';
import { successiveHalving } from '../fidelity/successiveHalving';
import type { RandomStream } from '../numeric/random';
import { lossAt, type LearningCurve } from '../objectives/learningCurve';
import type { LearningCurveTask } from '../objectives/learningCurveTask';
import { configurations as draws } from '../sampling/sampler';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { DemoError } from './demo';

/** Configurations drawn from a space, and how training each of them would go. */
export interface Contest {
  readonly configurations: readonly Configuration[];
  readonly curves: readonly LearningCurve[];
  /** The trial whose noise-free loss after full training is lowest. */
  readonly best: number;
}

/** How many parameter values are drawn between two yields. */
const work = 200;

/**
 * Draws as many configurations as asked for from `stream`; yields after a few of them.
 * @throws DemoError when so much is forbidden that they cannot be drawn.
 */
export function* drawContest(
  space: SearchSpace,
  count: number,
  stream: RandomStream,
  task: LearningCurveTask,
): Generator<void, Contest, void> {
  const batch = Math.max(1, Math.floor(work / space.parameters.length));
  const configurations: Configuration[] = [];
  const curves: LearningCurve[] = [];
  let best = 0;
  let lowest = Infinity;
  for (const configuration of draws(space, 'random', count, stream.substream('configurations'))) {
    const curve = task.curve(configuration);
    const final = lossAt(curve, 1);
    if (final < lowest) [best, lowest] = [configurations.length, final];
    configurations.push(configuration);
    curves.push(curve);
    if (configurations.length % batch === 0) yield;
  }
  if (configurations.length < count) {
    throw new DemoError(
      l10n.t('Nearly every combination is forbidden, so too few configurations can be drawn; forbid fewer.'),
    );
  }
  return { configurations, curves, best };
}

/** Plays a schedule to its end. `observe` gives the loss of a trial trained up to a resource. */
export function playHalving(
  { configurations }: Contest,
  schedule: Schedule,
  observe: (trial: number, resource: number) => number,
): readonly Decision[] {
  const optimiser = successiveHalving({
    bracket: n => (n === 0 ? schedule : undefined),
    source: listed(configurations),
  });
  for (let next = optimiser.ask(); next; next = optimiser.ask()) {
    optimiser.tell(next.id, observe(next.trial, next.resource));
  }
  return optimiser.decisions;
}
