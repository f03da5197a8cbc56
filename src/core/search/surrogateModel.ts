import { withPending, type Liar } from '../acquisition/fantasies';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { fitGaussianProcess, type SurrogateOptions } from '../surrogate/fitGaussianProcess';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import type { Hyperparameters } from '../surrogate/hyperparameters';
import { powerTransformed } from '../surrogate/powerTransform';
import { isSuccessful, type Trial } from './method';
import type { SurrogateSpace } from './surrogateSpace';

/** What was observed, as a surrogate sees it. */
export interface Observations {
  /** Of the finished trials, in their order. */
  readonly points: readonly Float64Array[];
  /**
   * Finite. A failed trial counts as the worst successful one, which keeps the search away from it without a cliff
   * that no smooth function has.
   */
  readonly losses: readonly number[];
  readonly pending: readonly Float64Array[];
}

export interface ModelOptions extends Omit<SurrogateOptions, 'previous' | 'categorical'> {
  /** What is modelled: the losses themselves, or a power of them that makes them look normal. */
  readonly losses: 'plain' | 'power';
  readonly liar: Liar;
}

export interface SurrogateModel {
  readonly fitted: GaussianProcess;
  /** The same, with a guess for every pending trial. */
  readonly model: GaussianProcess;
}

/** Undefined while no trial was successful. */
export function observationsOf(space: SurrogateSpace, trials: readonly Trial[]): Observations | undefined {
  const successful = trials.filter(isSuccessful);
  if (successful.length === 0) return undefined;
  const worst = successful.reduce((high, { loss }) => Math.max(high, loss), -Infinity);
  const finished = trials.filter(({ loss }) => loss !== undefined);
  const encode = ({ configuration }: Trial): Float64Array => space.encode(configuration);
  return {
    points: finished.map(encode),
    losses: finished.map(trial => (isSuccessful(trial) ? trial.loss : worst)),
    pending: trials.filter(({ loss }) => loss === undefined).map(encode),
  };
}

/** A Gaussian process fitted to at least one observation. */
export function* fitObservations(
  { points, losses, pending }: Observations,
  { losses: modelled, liar, ...options }: ModelOptions,
  space: SurrogateSpace,
  previous: Hyperparameters | undefined,
  random: RandomStream,
): Work<SurrogateModel> {
  const fitted = yield* fitGaussianProcess(
    points,
    modelled === 'plain' ? losses : powerTransformed(losses),
    { ...options, categorical: space.categorical, previous },
    random,
  );
  return { fitted, model: withPending(fitted, pending, liar) };
}
