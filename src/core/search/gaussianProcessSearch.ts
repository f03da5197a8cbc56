import type { AcquisitionId } from '../acquisition/acquisitionFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { finish } from '../numeric/work';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { fitGaussianProcess, type SurrogateOptions } from '../surrogate/fitGaussianProcess';
import { gaussianProcess, type GaussianProcess } from '../surrogate/gaussianProcess';
import type { Point } from '../surrogate/hyperparameters';
import { valueAt, type Axis } from './axis';
import { chooseNext, searchGrid, type Choice } from './chooseNext';
import { withoutInactive } from './heldValues';
import type { Optimiser, Suggestion } from './optimiser';

/** A suggestion with what led to it. */
export interface Proposal extends Suggestion {
  readonly point: Point;
  /** Absent for a point of the initial design. */
  readonly reason?: { readonly model: GaussianProcess; readonly choice: Choice } | undefined;
}

export interface GaussianProcessSearch extends Optimiser {
  ask(): Proposal;
  /** The same as `ask`, interruptible. */
  propose(): Work<Proposal>;
}

export interface GaussianProcessSearchOptions {
  readonly space: SearchSpace;
  /** The one or two parameters that are searched. */
  readonly axes: readonly Axis[];
  /** A value for each of the others. */
  readonly held: Configuration;
  /** Tried first, in the unit cube of the axes; at least one. */
  readonly initialDesign: readonly Point[];
  readonly acquisition: AcquisitionId;
  readonly surrogate: Pick<SurrogateOptions, 'kernel' | 'noise' | 'randomStarts'>;
  readonly random: RandomStream;
}

/**
 * Bayesian optimisation with a Gaussian process over a few numeric parameters (Jones, Schonlau & Welch 1998). While
 * suggestions are pending, the surrogate takes its own mean for their losses ("kriging believer", Ginsbourger, Le
 * Riche & Carraro 2010), so that asking again gives another point. A failed trial counts as the worst one so far.
 * @throws RangeError from `tell` when no suggestion with this id is pending.
 */
export function gaussianProcessSearch(options: GaussianProcessSearchOptions): GaussianProcessSearch {
  const { space, axes, held, initialDesign, acquisition, surrogate, random } = options;
  const grid = searchGrid(axes);
  const pending = new Map<number, Point>();
  const told: { point: Point; loss: number }[] = [];
  let asked = 0;
  let previous: GaussianProcess | undefined;

  function suggest(point: Point, reason?: Proposal['reason']): Proposal {
    const id = asked++;
    pending.set(id, point);
    const values = axes.map((axis, d) => [axis.name, valueAt(axis, point[d] as number)] as const);
    return { id, point, reason, configuration: withoutInactive(space, new Map([...held, ...values])) };
  }

  function* fitted(): Work<GaussianProcess | undefined> {
    const finite = told.map(({ loss }) => loss).filter(Number.isFinite);
    if (finite.length === 0) return undefined;
    const worst = Math.max(...finite);
    const model = yield* fitGaussianProcess(
      told.map(({ point }) => point),
      told.map(({ loss }) => (Number.isFinite(loss) ? loss : worst)),
      { ...surrogate, previous: previous?.hyperparameters },
      random.substream(`fit ${told.length}`),
    );
    previous = model;
    if (pending.size === 0) return model;
    const unknown = [...pending.values()];
    return gaussianProcess(
      model.kernel,
      model.hyperparameters,
      [...model.points, ...unknown],
      [...model.values, ...unknown.map(point => model.predict(point).mean)],
      model.standardisation,
    );
  }

  function* propose(): Work<Proposal> {
    const planned = initialDesign[asked];
    if (planned !== undefined) return suggest(grid.snap(planned));
    const model = yield* fitted();
    // All trials so far failed or are still running: there is nothing to learn from.
    if (model === undefined) return suggest(grid.snap(axes.map(() => random.uniform())));
    const choice = yield* chooseNext(model, acquisition, grid, random.substream(`choice ${asked}`));
    return suggest(choice.peaks[0].point, { model, choice });
  }

  return {
    propose,
    ask: () => finish(propose()),
    tell(id, loss) {
      const point = pending.get(id);
      if (point === undefined) throw new RangeError('There is no pending suggestion with this id.');
      pending.delete(id);
      told.push({ point, loss });
    },
  };
}
