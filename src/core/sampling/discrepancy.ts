/**
 * The squared centred L2 discrepancy of points in the unit cube: how unevenly they fill it, 0 at best (Hickernell,
 * Math. Comp. 67, 1998, formula 3.9; the `CD` of SciPy's `qmc.discrepancy`).
 */
export function centredDiscrepancy(points: readonly Float64Array[]): number {
  const steps = centredDiscrepancySteps(points);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, yielding after each of the points: its cost grows with their square. */
export function* centredDiscrepancySteps(points: readonly Float64Array[]): Generator<void, number> {
  const count = points.length;
  const dimension = points[0]?.length ?? 0;
  let single = 0;
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    const x = points[i];
    if (!x) continue;
    single += product(dimension, k => 1 + 0.5 * fromCentre(x, k) * (1 - fromCentre(x, k)));
    pairs += product(dimension, k => 1 + fromCentre(x, k));
    for (let j = 0; j < i; j++) {
      const y = points[j];
      if (y) pairs += 2 * pairProduct(x, y, dimension);
    }
    yield;
  }
  return (13 / 12) ** dimension - (2 * single) / count + pairs / (count * count);
}

/** The mean of the squared centred discrepancy of independent uniform points. */
export function expectedCentredDiscrepancy(count: number, dimension: number): number {
  return ((5 / 4) ** dimension - (13 / 12) ** dimension) / count;
}

function pairProduct(x: Float64Array, y: Float64Array, dimension: number): number {
  let value = 1;
  for (let k = 0; k < dimension; k++) {
    value *= 1 + 0.5 * (fromCentre(x, k) + fromCentre(y, k) - Math.abs((x[k] ?? 0) - (y[k] ?? 0)));
  }
  return value;
}

function product(dimension: number, factor: (k: number) => number): number {
  let value = 1;
  for (let k = 0; k < dimension; k++) value *= factor(k);
  return value;
}

function fromCentre(x: Float64Array, k: number): number {
  return Math.abs((x[k] ?? 0) - 0.5);
}
