import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { nearestRight } from '../nearest';
import { kFold } from '../splits';
import { coinFlips, folds, normals } from './chance';
import type { Leak, LeakStudy } from './leak';

const rows = 50;
const features = 5000;
const kept = 100;

/**
 * The features most correlated with the label are chosen on all rows, or in each fold on its training rows alone.
 * The simulation of Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 7.10.2.
 */
export const selection: Leak = { id: 'selection', study: (_, random) => study(random) };

function* study(random: RandomStream): Work<LeakStudy> {
  const labels = coinFlips(rows, random);
  const values = new Float64Array(rows * features);
  for (let row = 0; row < rows; row++) {
    values.set(normals(features, random), row * features);
    yield;
  }
  const splits = kFold(random.permutation(rows), folds);
  const parts: Moments[] = [];
  for (const { test } of splits) {
    parts.push(momentsOf(values, labels, test));
    yield;
  }
  const everyone = parts.reduce((sum, part) => combined(sum, part, 1));
  const chosen = columns(values, mostCorrelated(everyone));
  let leaky = 0;
  let honest = 0;
  for (const [fold, part] of parts.entries()) {
    const { train, test } = splits[fold] ?? { train: [], test: [] };
    leaky += nearestRight(chosen, kept, labels, train, test);
    yield;
    const inside = mostCorrelated(combined(everyone, part, -1));
    honest += nearestRight(columns(values, inside), kept, labels, train, test);
    yield;
  }
  return { leaky: leaky / rows, honest: honest / rows, truth: 0.5 };
}

/** Sums over rows: of each feature, of its square, of it where the label is 1, and of the labels. */
interface Moments {
  readonly count: number;
  readonly positive: number;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  readonly sumPositive: Float64Array;
}

function momentsOf(values: Float64Array, labels: Uint8Array, used: readonly number[]): Moments {
  const sum = new Float64Array(features);
  const squares = new Float64Array(features);
  const sumPositive = new Float64Array(features);
  let positive = 0;
  for (const row of used) {
    const label = labels[row] ?? 0;
    positive += label;
    for (let j = 0, at = row * features; j < features; j++, at++) {
      const x = values[at] ?? 0;
      sum[j] = (sum[j] ?? 0) + x;
      squares[j] = (squares[j] ?? 0) + x * x;
      sumPositive[j] = (sumPositive[j] ?? 0) + x * label;
    }
  }
  return { count: used.length, positive, sum, squares, sumPositive };
}

/** The sums over more rows, or fewer. */
function combined(a: Moments, b: Moments, sign: 1 | -1): Moments {
  const plus = (x: Float64Array, y: Float64Array): Float64Array =>
    x.map((value, j) => value + sign * (y[j] ?? 0));
  return {
    count: a.count + sign * b.count,
    positive: a.positive + sign * b.positive,
    sum: plus(a.sum, b.sum),
    squares: plus(a.squares, b.squares),
    sumPositive: plus(a.sumPositive, b.sumPositive),
  };
}

/** The features whose correlation with the label is the greatest in size. */
function mostCorrelated({ count, positive, sum, squares, sumPositive }: Moments): number[] {
  const strength = sumPositive.map((product, j) => {
    const total = sum[j] ?? 0;
    return (product - (total * positive) / count) ** 2 / ((squares[j] ?? 0) - (total * total) / count);
  });
  const least = strength.slice().sort()[features - kept] ?? 0;
  return [...strength.keys()].filter(j => (strength[j] ?? 0) >= least).slice(0, kept);
}

function columns(values: Float64Array, chosen: readonly number[]): Float64Array {
  const picked = new Float64Array(rows * kept);
  for (let row = 0; row < rows; row++) {
    chosen.forEach((feature, j) => (picked[row * kept + j] = values[row * features + feature] ?? 0));
  }
  return picked;
}
