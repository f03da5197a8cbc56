import type { RandomStream } from '../numeric/random';

/** One split of the rows 0 … n − 1; every index stands in one of the two, or in neither. */
export interface Split {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/**
 * Folds of almost equal size: the first n mod k of them have one row more, as in scikit-learn.
 *
 * @param order the rows, shuffled or not; folds are consecutive stretches of it.
 */
export function kFold(order: readonly number[], folds: number): Split[] {
  const n = order.length;
  let start = 0;
  return Array.from({ length: folds }, (_, fold) => {
    const end = start + Math.floor(n / folds) + (fold < n % folds ? 1 : 0);
    const split = { train: [...order.slice(0, start), ...order.slice(end)], test: order.slice(start, end) };
    start = end;
    return split;
  });
}

/** Folds in which every class has its share, give or take a row; rows of a class are dealt in random order. */
export function stratifiedKFold(labels: ArrayLike<number>, folds: number, random: RandomStream): Split[] {
  const byClass = random.permutation(labels.length).sort((a, b) => (labels[a] ?? 0) - (labels[b] ?? 0));
  return ofFolds(
    byClass.map((row, place) => [row, place % folds]),
    folds,
  );
}

/** Folds that no group is torn between: each group, the largest first, goes to the fold that has fewest rows. */
export function groupKFold(groups: ArrayLike<number>, folds: number): Split[] {
  const members = new Map<number, number[]>();
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? 0;
    members.set(group, [...(members.get(group) ?? []), row]);
  }
  const sizes = Array.from({ length: folds }, () => 0);
  const placed = [...members.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(rows => {
      const fold = sizes.indexOf(Math.min(...sizes));
      sizes[fold] = (sizes[fold] ?? 0) + rows.length;
      return rows.map((row): [number, number] => [row, fold]);
    });
  return ofFolds(placed, folds);
}

/** Forward chaining: each of `folds` equal blocks at the end is predicted from all rows before it. */
export function timeSeriesSplit(n: number, folds: number): Split[] {
  const size = Math.floor(n / (folds + 1));
  const rows = Array.from({ length: n }, (_, row) => row);
  return Array.from({ length: folds }, (_, fold) => {
    const start = n - (folds - fold) * size;
    return { train: rows.slice(0, start), test: rows.slice(start, start + size) };
  });
}

function ofFolds(placed: readonly (readonly [row: number, fold: number])[], folds: number): Split[] {
  return Array.from({ length: folds }, (_, fold) => ({
    train: placed.filter(([, of]) => of !== fold).map(([row]) => row),
    test: placed.filter(([, of]) => of === fold).map(([row]) => row),
  }));
}
