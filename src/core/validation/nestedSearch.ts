import type { Work } from '../numeric/work';
import type { Split } from './splits';

/** The share of `test` rows predicted right by a model of one configuration trained on the rows of `training` (1 for in). */
export type Scorer = (training: Uint8Array, test: readonly number[]) => number;

/** The splits of a nested search; all rows are numbered alike. */
export interface NestedSplits {
  readonly outer: readonly Split[];
  /** For each outer split the splits of its training rows. */
  readonly inner: readonly (readonly Split[])[];
}

/** The scores of one search by all of its estimates, as shares of rows predicted right. */
export interface NestedSearch {
  /** Of each configuration by cross-validation over the outer splits. */
  readonly scores: readonly number[];
  /** The configuration with the best of them, the first of equals. */
  readonly chosen: number;
  /** The best score itself: flat cross-validation. */
  readonly flat: number;
  /** The mean score on outer test rows of what the inner splits of the same fold chose: nested cross-validation. */
  readonly nested: number;
  /** The same on the first outer fold alone: one hold-out set, looked at once. */
  readonly holdOut: number;
}

/**
 * Scores every configuration by flat and by nested cross-validation at once (Varma and Simon, BMC Bioinformatics 7,
 * 2006). Yields after each configuration.
 *
 * @param scorerOf prepares a configuration; called once for each.
 */
export function* searchNested(
  rows: number,
  configurations: number,
  scorerOf: (configuration: number) => Scorer,
  { outer, inner }: NestedSplits,
): Work<NestedSearch> {
  const outerMasks = outer.map(({ train }) => mask(rows, train));
  const innerMasks = inner.map(splits => splits.map(({ train }) => mask(rows, train)));
  const scores: number[] = [];
  let chosen = 0;
  const best = outer.map(() => ({ inner: -Infinity, outer: 0 }));
  for (let configuration = 0; configuration < configurations; configuration++) {
    const scorer = scorerOf(configuration);
    let sum = 0;
    for (const [fold, { test }] of outer.entries()) {
      const onOuter = scorer(outerMasks[fold] ?? mask(rows, []), test);
      sum += onOuter;
      const splits = inner[fold] ?? [];
      const total = splits.reduce(
        (inside, split, i) => inside + scorer(innerMasks[fold]?.[i] ?? mask(rows, []), split.test),
        0,
      );
      if (total > (best[fold]?.inner ?? Infinity)) best[fold] = { inner: total, outer: onOuter };
    }
    scores.push(sum / outer.length);
    if ((scores[configuration] ?? 0) > (scores[chosen] ?? 0)) chosen = configuration;
    yield;
  }
  const nested = best.reduce((sum, fold) => sum + fold.outer, 0) / outer.length;
  return { scores, chosen, flat: scores[chosen] ?? 0, nested, holdOut: best[0]?.outer ?? 0 };
}

/** 1 for each of the rows given. */
export function mask(rows: number, members: readonly number[]): Uint8Array {
  const result = new Uint8Array(rows);
  for (const row of members) result[row] = 1;
  return result;
}
