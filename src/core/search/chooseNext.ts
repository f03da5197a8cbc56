import type { AcquisitionId } from '../acquisition/acquisitionFunction';
import { acquisitionFunctions, incumbentOf } from '../acquisition/acquisitionFunction';
import type { Lattice, Peak } from '../acquisition/peaks';
import { findPeaks, latticePeaks, latticePoints } from '../acquisition/peaks';
import { drawFromPosterior } from '../acquisition/posteriorDraw';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import type { Point } from '../surrogate/hyperparameters';
import { positionsAlong, snapTo, type Axis } from './axis';

/** Where an acquisition is looked at, and how finely. */
export interface SearchGrid {
  /** On which maxima of an acquisition function are looked for before they are climbed. */
  readonly start: Lattice;
  /** On which a function is drawn from the posterior: coarser, because its cost is cubic in the points. */
  readonly draw: Lattice;
  snap(point: Point): Point;
}

/** A grid for one or two axes. */
export function searchGrid(axes: readonly Axis[]): SearchGrid {
  const [start, draw] = axes.length === 1 ? [241, 161] : [41, 20];
  return {
    start: axes.map(axis => positionsAlong(axis, start, 'ends')),
    draw: axes.map(axis => positionsAlong(axis, draw, axes.length === 1 ? 'ends' : 'centres')),
    snap: snapTo(axes),
  };
}

export interface Choice {
  /** The best point and the other local optima, best first. */
  readonly peaks: readonly [Peak, ...Peak[]];
  /** For Thompson sampling, the draw at `latticePoints(grid.draw)`. */
  readonly draw?: readonly number[] | undefined;
  /** How many choices in a row looked away from the best so far; 0 where absent. */
  readonly away?: number | undefined;
}

/** How many local maxima are climbed. */
const peaksClimbed = 6;

/** The point an acquisition would try next. */
export function* chooseNext(
  model: GaussianProcess,
  acquisition: AcquisitionId,
  grid: SearchGrid,
  random: RandomStream,
): Work<Choice> {
  if (acquisition === 'thompson') {
    const points = latticePoints(grid.draw);
    const draw = yield* drawFromPosterior(model, points, random);
    const peaks = latticePeaks(
      grid.draw,
      points,
      draw.map(value => -value),
    );
    return { peaks: atLeastOne(peaks), draw };
  }
  const { score } = acquisitionFunctions[acquisition];
  const { mean } = incumbentOf(model);
  const peaks = yield* findPeaks(
    point => score(model.predict(point), mean),
    grid.start,
    grid.snap,
    peaksClimbed,
  );
  return { peaks: atLeastOne(peaks) };
}

function atLeastOne([first, ...rest]: readonly Peak[]): [Peak, ...Peak[]] {
  if (first === undefined) throw new RangeError('The grid has no points.');
  return [first, ...rest];
}
