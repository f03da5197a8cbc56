import { finish, type Work } from '../numeric/work';

/**
 * How unevenly points fill the unit cube, 0 at best: the squared L2 discrepancies of SciPy's `qmc.discrepancy`, and
 * for `star` its root as there. The wrapped one does not change when points are shifted around the cube.
 */
export type Discrepancy = 'centred' | 'wrapped' | 'mixture' | 'star';

/** Each is Π constant − (2 / n) Σ Π single + (1 / n²) Σ Σ Π pair, the products over coordinates. */
interface Kernel {
  readonly constant: number;
  single(x: number): number;
  pair(x: number, y: number): number;
}

const kernels: Readonly<Record<Discrepancy, Kernel>> = {
  // Hickernell, Math. Comp. 67 (1998), formula 3.9.
  centred: {
    constant: 13 / 12,
    single: x => 1 + 0.5 * fromCentre(x) * (1 - fromCentre(x)),
    pair: (x, y) => 1 + 0.5 * (fromCentre(x) + fromCentre(y) - Math.abs(x - y)),
  },
  // Hickernell, Lattice rules: how well do they measure up? (1998), formula 4.
  wrapped: {
    constant: -4 / 3,
    single: () => 0,
    pair: (x, y) => 1.5 - Math.abs(x - y) * (1 - Math.abs(x - y)),
  },
  // Zhou, Fang and Ning, J. Complexity 29 (2013), formula 18.
  mixture: {
    constant: 19 / 12,
    single: x => 5 / 3 - 0.25 * fromCentre(x) * (1 + fromCentre(x)),
    pair: (x, y) =>
      15 / 8 - 0.25 * (fromCentre(x) + fromCentre(y)) - 0.75 * Math.abs(x - y) + 0.5 * (x - y) ** 2,
  },
  // Warnock, in Applications of Number Theory to Numerical Analysis (1972).
  star: {
    constant: 1 / 3,
    single: x => (1 - x * x) / 2,
    pair: (x, y) => 1 - Math.max(x, y),
  },
};

export function discrepancy(kind: Discrepancy, points: readonly Float64Array[]): number {
  return finish(discrepancySteps(kind, points));
}

/** The same, yielding after each of the points: its cost grows with their square. */
export function* discrepancySteps(kind: Discrepancy, points: readonly Float64Array[]): Work<number> {
  const { constant, single, pair } = kernels[kind];
  const count = points.length;
  const dimension = points[0]?.length ?? 0;
  let singles = 0;
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    const x = points[i] as Float64Array;
    let product = 1;
    for (let k = 0; k < dimension; k++) product *= single(x[k] as number);
    singles += product;
    for (let j = 0; j <= i; j++) {
      const y = points[j] as Float64Array;
      let product = i === j ? 1 : 2;
      for (let k = 0; k < dimension; k++) product *= pair(x[k] as number, y[k] as number);
      pairs += product;
    }
    yield;
  }
  // The wrapped discrepancy subtracts its constant, whatever the dimension.
  const start = constant < 0 ? -((-constant) ** dimension) : constant ** dimension;
  const squared = start - (2 * singles) / count + pairs / (count * count);
  return kind === 'star' ? Math.sqrt(squared) : squared;
}

/** The mean of the squared centred discrepancy of independent uniform points. */
export function expectedCentredDiscrepancy(count: number, dimension: number): number {
  return ((5 / 4) ** dimension - (13 / 12) ** dimension) / count;
}

function fromCentre(x: number): number {
  return Math.abs(x - 0.5);
}
