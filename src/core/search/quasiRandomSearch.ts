import * as l10n from '@vscode/l10n';
import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import { sobolPoints } from '../sampling/sobol';
import type { SearchMethod, Trial } from './method';
import { drawUntried } from './untried';

/** Where a scrambled sequence stands. */
type Position = {
  /** The seed of its scrambling. */
  readonly scrambling: number;
  /** How many of its points are used up. */
  readonly used: number;
};

/**
 * The points of a scrambled Sobol sequence from its start on, those left out that a finite space has seen already.
 * Evenly spread from the first point and balanced after each power of two; also the initial design of methods that
 * learn from their trials.
 */
export const quasiRandomSearch: SearchMethod = {
  id: 'qmc',
  label: () => l10n.t('Quasi-random search (Sobol)'),
  *suggest(space, trials, random) {
    const { scrambling, used } = lastPosition(trials) ?? { scrambling: random.integer(2 ** 32), used: 0 };
    const points = sobolPoints(varyingParameters(space).length, randomStream(scrambling));
    yield* skip(points, used);
    const toConfiguration = configurationMapping(space);
    let drawn = used;
    const draw = () => {
      drawn++;
      return toConfiguration(points.next().value);
    };
    const configuration = yield* drawUntried(space, trials, draw, random);
    return configuration && { configuration, memo: { scrambling, used: drawn } satisfies Position };
  },
};

function lastPosition(trials: readonly Trial[]): Position | undefined {
  return trials.map(({ memo }) => memo).findLast(isPosition);
}

function isPosition(memo: unknown): memo is Position {
  return (
    typeof memo === 'object' &&
    memo !== null &&
    'scrambling' in memo &&
    'used' in memo &&
    typeof memo.scrambling === 'number' &&
    typeof memo.used === 'number'
  );
}

function* skip(points: Generator<Float64Array>, count: number): Work<void> {
  for (let i = 1; i <= count; i++) {
    points.next();
    if (i % 256 === 0) yield;
  }
}
