import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { SpaceObjective } from '../../objectives/spaceObjective';
import { configurations } from '../../sampling/sampler';
import type { Configuration } from '../../space/searchSpace';
import { DemoError } from '../demo';
import type { Setup } from './setup';

/** The configurations a task is gauged by, and as many trials as random search is followed for. */
export const referenceDraws = 2048;

const perStep = 24;

/** What takes the place of a training in the searches of one seed. */
export interface Task {
  readonly objective: SpaceObjective;
  /** Standard deviation of the noise on what a search is told. */
  readonly deviation: number;
  /** A tenth of random configurations have at most this loss. */
  readonly bestTenth: number;
  /** Of random search that goes on for `referenceDraws` trials: see `regretOf`. */
  readonly regret: readonly number[];
  readonly reference: readonly Tried[];
}

export interface Tried {
  readonly configuration: Configuration;
  /** Without noise. */
  readonly loss: number;
  /** What the search was told. */
  readonly told: number;
}

/** @throws DemoError when every combination is forbidden. */
export function* taskOf({ space, objective: choice, noise }: Setup, random: RandomStream): Work<Task> {
  const objective = choice.on(space, random.substream('task'));
  const drawn: { configuration: Configuration; loss: number }[] = [];
  for (const configuration of configurations(
    space,
    'random',
    referenceDraws,
    random.substream('reference'),
  )) {
    if (drawn.length % perStep === 0) yield;
    drawn.push({ configuration, loss: objective.evaluate(configuration) });
  }
  const losses = Float64Array.from(drawn, ({ loss }) => loss).sort();
  const bestTenth = losses[Math.floor(losses.length / 10)];
  if (bestTenth === undefined) {
    throw new DemoError(l10n.t('Every combination that was drawn is forbidden. Forbid less of the space.'));
  }
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const variance = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / losses.length;
  const deviation = noise * Math.sqrt(variance);
  const errors = random.substream('noise');
  const reference = drawn.map(({ configuration, loss }) => ({
    configuration,
    loss,
    told: loss + deviation * errors.normal(),
  }));
  return { objective, deviation, bestTenth, reference, regret: regretOf(reference, objective.minimum) };
}

/**
 * After each trial, how far the one that looks best so far really is above the minimum: what one would be left with.
 * It can rise where there is noise.
 */
export function regretOf(trials: readonly Tried[], minimum: number): number[] {
  let best: Tried | undefined;
  return trials.map(trial => {
    if (best === undefined || trial.told < best.told) best = trial;
    return best.loss - minimum;
  });
}
