import type { RandomStream } from '../../numeric/random';
import { coordinateOf } from '../../objectives/coordinates';
import { varyingParameters } from '../../sampling/configurations';
import type { Configuration, SearchSpace } from '../../space/searchSpace';
import type { Value } from '../../text/scalars';

/** Training for which the best hyperparameters change on the way. */
export interface DriftingTask {
  /** The parameters that vary, those that matter most first. */
  readonly ranked: readonly string[];
  /** The loss of the best schedule there is after the whole training. */
  readonly floor: number;
  /** What is left of the initial excess loss, after training from one share of the whole to another. */
  train(excess: number, configuration: Configuration, from: number, to: number): number;
  /** The loss of a model, measured while it trains with a configuration. */
  loss(excess: number, configuration: Configuration): number;
  /** The value that trains fastest at a share of the training; undefined for choices without an order. */
  bestAt(parameter: string, progress: number): number | undefined;
}

export interface DriftingTaskOptions {
  /** 0: the best values stay where they are; 1: they move from one end of the range to the other. */
  readonly drift: number;
  /** 0: whoever trains fast looks good at once; 1: values that are best at the end look better all along. */
  readonly haste: number;
}

const levels = { floor: 0.02, speed: 4, width: 0.1, haste: 0.3 };

/** Stretches that training is cut into for the change on the way. */
const stretches = 4;

/**
 * The excess loss falls as exp(−4 ∫ speed), where speed = exp(−½ (distance / 0.1)²) and the distance is the sum of
 * those of the parameters from where each would be best at that moment, weighted by 1/rank², numbers first. Every parameter is seen
 * through its own distribution; one that is inactive counts as halfway between good and bad. Choices without an order
 * have one that is best all along.
 */
export function driftingTask(
  space: SearchSpace,
  stream: RandomStream,
  { drift, haste }: DriftingTaskOptions,
): DriftingTask {
  const varied = varyingParameters(space);
  const shuffled = stream.permutation(varied.length).map(i => varied[i]);
  const isChoice = (i: number): boolean => shuffled[i]?.domain.kind === 'categorical';
  const indices = shuffled.map((_, i) => i).sort((a, b) => Number(isChoice(a)) - Number(isChoice(b)));
  const ranked = indices.flatMap(i => shuffled[i] ?? []);
  const total = varied.reduce((sum, _, rank) => sum + 1 / (rank + 1) ** 2, 0);
  const parameters = ranked.map(({ name, domain }, rank) => {
    const own = stream.substream(name);
    // Mostly from high to low, as learning rates do.
    const start = own.uniform() < 0.75 ? 0.75 + 0.2 * own.uniform() : 0.05 + 0.2 * own.uniform();
    const coordinate = coordinateOf(domain, start, own);
    const moves = domain.kind === 'categorical' ? 0 : drift * (1 - 2 * start);
    return { name, weight: 1 / (rank + 1) ** 2 / total, start, moves, of: coordinate.of };
  });
  const distance = (configuration: Configuration, progress: number): number =>
    parameters.reduce((sum, { name, weight, start, moves, of }) => {
      const value: Value | undefined = configuration.get(name);
      return sum + weight * (value === undefined ? 0.5 : Math.abs(of(value) - start - moves * progress));
    }, 0);
  const { floor, speed, width } = levels;
  return {
    ranked: parameters.map(({ name }) => name),
    floor: floor + (1 - floor) * Math.exp(-speed),
    train(excess, configuration, from, to) {
      const length = (to - from) / stretches;
      let sum = 0;
      for (let k = 0; k < stretches; k++) {
        sum += length * Math.exp(-0.5 * (distance(configuration, from + (k + 0.5) * length) / width) ** 2);
      }
      return excess * Math.exp(-speed * sum);
    },
    loss: (excess, configuration) =>
      floor + (1 - floor) * excess + levels.haste * haste * distance(configuration, 1),
    bestAt(parameter, progress) {
      const found = parameters.find(({ name }) => name === parameter);
      const domain = varied.find(({ name }) => name === parameter)?.domain;
      return !found || domain?.kind === 'categorical' ? undefined : found.start + found.moves * progress;
    },
  };
}
