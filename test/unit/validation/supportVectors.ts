import type { LabelledRows } from '../../../src/core/validation/labelledRows';
import type { Scorer } from '../../../src/core/validation/nestedSearch';

/** Scores of an RBF support vector classifier, one against one, as LIBSVM trains it (tolerance 1e-3, no shrinking). */
export function supportVectorScorer(rows: LabelledRows, C: number, gamma: number): Scorer {
  const count = rows.labels.length;
  const kernel = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let k = 0; k < rows.width; k++) {
        sum += ((rows.values[i * rows.width + k] ?? 0) - (rows.values[j * rows.width + k] ?? 0)) ** 2;
      }
      kernel[i * count + j] = Math.exp(-gamma * sum);
    }
  }
  const at = (i: number, j: number): number => kernel[i * count + j] ?? 0;
  return (training, test) => {
    const members = Array.from({ length: rows.classes }, (_, label) =>
      [...rows.labels.keys()].filter(row => training[row] === 1 && rows.labels[row] === label),
    );
    const votes = test.map(() => new Array<number>(rows.classes).fill(0));
    members.forEach((first, a) =>
      members.forEach((second, b) => {
        if (b <= a) return;
        const used = [...first, ...second];
        const signs = used.map((_, i) => (i < first.length ? 1 : -1));
        const { alphas, rho } = solve(used, signs, C, at);
        test.forEach((row, t) => {
          const decision = used.reduce(
            (sum, member, i) => sum + (alphas[i] ?? 0) * (signs[i] ?? 0) * at(row, member),
            -rho,
          );
          const winner = decision > 0 ? a : b;
          const ballot = votes[t] ?? [];
          ballot[winner] = (ballot[winner] ?? 0) + 1;
        });
      }),
    );
    const right = test.filter((row, t) => {
      const ballot = votes[t] ?? [];
      return ballot.indexOf(Math.max(...ballot)) === rows.labels[row];
    });
    return right.length / test.length;
  };
}

/** Sequential minimal optimisation with second-order working sets (Fan, Chen and Lin, JMLR 6, 2005). */
function solve(
  used: readonly number[],
  y: readonly number[],
  C: number,
  kernel: (i: number, j: number) => number,
): { alphas: number[]; rho: number } {
  const n = used.length;
  const alphas = new Array<number>(n).fill(0);
  const gradient = new Array<number>(n).fill(-1);
  const K = (i: number, j: number): number => kernel(used[i] ?? 0, used[j] ?? 0);
  const Y = (i: number): number => y[i] ?? 0;
  const A = (i: number): number => alphas[i] ?? 0;
  const G = (i: number): number => gradient[i] ?? 0;
  for (let turn = 0; turn < 100_000; turn++) {
    let [i, greatest] = [-1, -Infinity];
    for (let t = 0; t < n; t++) {
      const isUp = Y(t) > 0 ? A(t) < C : A(t) > 0;
      if (isUp && -Y(t) * G(t) >= greatest) [i, greatest] = [t, -Y(t) * G(t)];
    }
    let [j, least, best] = [-1, Infinity, Infinity];
    for (let t = 0; t < n; t++) {
      const isLow = Y(t) > 0 ? A(t) > 0 : A(t) < C;
      if (!isLow) continue;
      const value = -Y(t) * G(t);
      least = Math.min(least, value);
      const difference = greatest - value;
      if (difference <= 0) continue;
      const curvature = Math.max(1e-12, K(i, i) + K(t, t) - 2 * K(i, t));
      const gain = -(difference * difference) / curvature;
      if (gain <= best) [j, best] = [t, gain];
    }
    if (greatest - least < 1e-3 || j < 0) break;
    const curvature = Math.max(1e-12, K(i, i) + K(j, j) - 2 * K(i, j));
    const move = (-Y(i) * G(i) + Y(j) * G(j)) / curvature;
    const [oldI, oldJ] = [A(i), A(j)];
    const sum = Y(i) * oldI + Y(j) * oldJ;
    const clip = (x: number): number => Math.min(C, Math.max(0, x));
    alphas[i] = clip(oldI + Y(i) * move);
    alphas[j] = clip(Y(j) * (sum - Y(i) * A(i)));
    alphas[i] = clip(Y(i) * (sum - Y(j) * A(j)));
    for (let t = 0; t < n; t++) {
      gradient[t] = G(t) + Y(t) * (Y(i) * K(t, i) * (A(i) - oldI) + Y(j) * K(t, j) * (A(j) - oldJ));
    }
  }
  return { alphas, rho: offset(alphas, gradient, y, C) };
}

function offset(alphas: number[], gradient: number[], y: readonly number[], C: number): number {
  let [upper, lower, sum, free] = [Infinity, -Infinity, 0, 0];
  alphas.forEach((alpha, i) => {
    const sign = y[i] ?? 0;
    const value = sign * (gradient[i] ?? 0);
    if (alpha > 0 && alpha < C) {
      sum += value;
      free++;
    } else if (alpha >= C === sign < 0) upper = Math.min(upper, value);
    else lower = Math.max(lower, value);
  });
  return free > 0 ? sum / free : (upper + lower) / 2;
}
