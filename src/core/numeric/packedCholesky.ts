import type { Work } from './work';

/**
 * Symmetric and lower triangular matrices stored row by row without what is above the diagonal: element (i, j ≤ i)
 * stands at `rowStart(i) + j`, so that a matrix grows by appending a row. Written by hand because a Gaussian process
 * spends nearly all its time here: ml-matrix takes four times as long, and cannot be interrupted.
 */
export function rowStart(i: number): number {
  return (i * (i + 1)) / 2;
}

/** Multiplications between two yields: about a millisecond. */
const slice = 1e6;

/**
 * Turns a symmetric positive definite matrix into its Cholesky factor L, in place.
 * @returns false when it is not positive definite; what the array then holds has no meaning.
 */
export function* factorise(a: Float64Array, n: number): Work<boolean> {
  let done = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    if (!factorRowPair(a, i)) return false;
    done += i * i;
    if (done > slice) {
      done = 0;
      yield;
    }
  }
  return i === n || factorRow(a, i);
}

/** Row i of the factor, given those above: how a factor grows by one observation. */
export function factorRow(a: Float64Array, i: number): boolean {
  const row = rowStart(i);
  for (let j = 0; j < i; j++) {
    const start = rowStart(j);
    a[row + j] = ((a[row + j] as number) - dotRows(a, row, a, start, j)) / (a[start + j] as number);
  }
  const pivot = (a[row + i] as number) - dotRows(a, row, a, row, i);
  a[row + i] = Math.sqrt(pivot);
  return pivot > 0;
}

/** Rows i and i + 1 at once, four columns at a time, so that each number loaded is used more than once. */
function factorRowPair(a: Float64Array, i: number): boolean {
  const p = rowStart(i);
  const q = rowStart(i + 1);
  let j = 0;
  for (; j + 3 < i; j += 4) {
    const r0 = rowStart(j);
    const r1 = rowStart(j + 1);
    const r2 = rowStart(j + 2);
    const r3 = rowStart(j + 3);
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    for (let k = 0; k < j; k++) {
      const x = a[p + k] as number;
      const y = a[q + k] as number;
      const b0 = a[r0 + k] as number;
      const b1 = a[r1 + k] as number;
      const b2 = a[r2 + k] as number;
      const b3 = a[r3 + k] as number;
      s0 += x * b0;
      t0 += y * b0;
      s1 += x * b1;
      t1 += y * b1;
      s2 += x * b2;
      t2 += y * b2;
      s3 += x * b3;
      t3 += y * b3;
    }
    solveFour(a, p + j, r0 + j, r1 + j, r2 + j, r3 + j, s0, s1, s2, s3);
    solveFour(a, q + j, r0 + j, r1 + j, r2 + j, r3 + j, t0, t1, t2, t3);
  }
  for (; j < i; j++) {
    const start = rowStart(j);
    const pivot = a[start + j] as number;
    a[p + j] = ((a[p + j] as number) - dotRows(a, p, a, start, j)) / pivot;
    a[q + j] = ((a[q + j] as number) - dotRows(a, q, a, start, j)) / pivot;
  }
  const first = (a[p + i] as number) - dotRows(a, p, a, p, i);
  const corner = Math.sqrt(first);
  a[p + i] = corner;
  a[q + i] = ((a[q + i] as number) - dotRows(a, q, a, p, i)) / corner;
  const second = (a[q + i + 1] as number) - dotRows(a, q, a, q, i + 1);
  a[q + i + 1] = Math.sqrt(second);
  return first > 0 && second > 0;
}

/** The four elements of a row at `x`, whose sums over earlier columns are s, by the 4 × 4 triangle at c₀ … c₃. */
function solveFour(
  a: Float64Array,
  x: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  const x0 = ((a[x] as number) - s0) / (a[c0] as number);
  const x1 = ((a[x + 1] as number) - s1 - x0 * (a[c1] as number)) / (a[c1 + 1] as number);
  const x2 =
    ((a[x + 2] as number) - s2 - x0 * (a[c2] as number) - x1 * (a[c2 + 1] as number)) / (a[c2 + 2] as number);
  a[x] = x0;
  a[x + 1] = x1;
  a[x + 2] = x2;
  a[x + 3] =
    ((a[x + 3] as number) -
      s3 -
      x0 * (a[c3] as number) -
      x1 * (a[c3 + 1] as number) -
      x2 * (a[c3 + 2] as number)) /
    (a[c3 + 3] as number);
}

/** `Σ a[from + k] b[start + k]` over k < count, in four sums because a single one waits for each addition to finish. */
export function dotRows(
  a: Float64Array,
  from: number,
  b: Float64Array,
  start: number,
  count: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += (a[from + k] as number) * (b[start + k] as number);
    s1 += (a[from + k + 1] as number) * (b[start + k + 1] as number);
    s2 += (a[from + k + 2] as number) * (b[start + k + 2] as number);
    s3 += (a[from + k + 3] as number) * (b[start + k + 3] as number);
  }
  for (; k < count; k++) s0 += (a[from + k] as number) * (b[start + k] as number);
  return s0 + s1 + (s2 + s3);
}

/** `L⁻¹ x` in place, by forward substitution. */
export function solveLower(lower: Float64Array, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = rowStart(i);
    x[i] = ((x[i] as number) - dotRows(lower, row, x, 0, i)) / (lower[row + i] as number);
  }
}

/** `L⁻ᵀ x` in place, by back substitution along the rows of L. */
export function solveTransposed(lower: Float64Array, x: Float64Array, n: number): void {
  for (let i = n - 1; i >= 0; i--) {
    const row = rowStart(i);
    const value = (x[i] as number) / (lower[row + i] as number);
    x[i] = value;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - value * (lower[row + k] as number);
  }
}

/**
 * `(L Lᵀ)⁻¹`, symmetric, into `inverse`.
 * @param scratch of the same length; it holds L⁻¹ afterwards.
 */
export function* invertFactor(
  lower: Float64Array,
  n: number,
  inverse: Float64Array,
  scratch: Float64Array,
): Work<void> {
  let done = 0;
  for (let i = 0; i < n; i += 2) {
    if (i + 1 < n) invertRowPair(lower, scratch, i);
    else invertRow(lower, scratch, i);
    done += i * i;
    if (done > slice) {
      done = 0;
      yield;
    }
  }
  inverse.fill(0, 0, rowStart(n));
  for (let k = 0; k < n; k += 4) {
    if (k + 3 < n) addFourOuterProducts(scratch, inverse, k);
    else for (let last = k; last < n; last++) addOuterProduct(scratch, inverse, last, 0);
    done += 2 * k * k;
    if (done > slice) {
      done = 0;
      yield;
    }
  }
}

/** Rows i and i + 1 of L⁻¹, given those above: `−(Σₖ Lᵢₖ rowₖ) / Lᵢᵢ`, four rows at a time. */
function invertRowPair(lower: Float64Array, out: Float64Array, i: number): void {
  const p = rowStart(i);
  const q = rowStart(i + 1);
  const scale = -1 / (lower[p + i] as number);
  const nextScale = -1 / (lower[q + i + 1] as number);
  out.fill(0, p, q + i + 2);
  let k = i - 1;
  for (; k >= 3; k -= 4) {
    const f0 = scale * (lower[p + k] as number);
    const f1 = scale * (lower[p + k - 1] as number);
    const f2 = scale * (lower[p + k - 2] as number);
    const f3 = scale * (lower[p + k - 3] as number);
    const g0 = nextScale * (lower[q + k] as number);
    const g1 = nextScale * (lower[q + k - 1] as number);
    const g2 = nextScale * (lower[q + k - 2] as number);
    const g3 = nextScale * (lower[q + k - 3] as number);
    const r0 = rowStart(k);
    const r1 = rowStart(k - 1);
    const r2 = rowStart(k - 2);
    const r3 = rowStart(k - 3);
    for (let j = 0; j <= k - 3; j++) {
      const a = out[r0 + j] as number;
      const b = out[r1 + j] as number;
      const c = out[r2 + j] as number;
      const d = out[r3 + j] as number;
      out[p + j] = (out[p + j] as number) + f0 * a + f1 * b + f2 * c + f3 * d;
      out[q + j] = (out[q + j] as number) + g0 * a + g1 * b + g2 * c + g3 * d;
    }
    for (let row = k; row > k - 3; row--) {
      addScaledEnd(out, p, scale * (lower[p + row] as number), row, k - 2);
      addScaledEnd(out, q, nextScale * (lower[q + row] as number), row, k - 2);
    }
  }
  for (; k >= 0; k--) {
    addScaledEnd(out, p, scale * (lower[p + k] as number), k, 0);
    addScaledEnd(out, q, nextScale * (lower[q + k] as number), k, 0);
  }
  out[p + i] = -scale;
  addScaledEnd(out, q, nextScale * (lower[q + i] as number), i, 0);
  out[q + i + 1] = -nextScale;
}

function invertRow(lower: Float64Array, out: Float64Array, i: number): void {
  const row = rowStart(i);
  const scale = -1 / (lower[row + i] as number);
  out.fill(0, row, row + i);
  for (let k = 0; k < i; k++) addScaledEnd(out, row, scale * (lower[row + k] as number), k, 0);
  out[row + i] = -scale;
}

/** Adds a multiple of row k of a lower triangular matrix, from a column on, to what starts at `target`. */
function addScaledEnd(m: Float64Array, target: number, factor: number, k: number, from: number): void {
  const row = rowStart(k);
  for (let j = from; j <= k; j++) m[target + j] = (m[target + j] as number) + factor * (m[row + j] as number);
}

/** Adds `mᵣ mᵣᵀ` for the rows r = k … k + 3 of a lower triangular matrix, two rows of the sum at a time. */
function addFourOuterProducts(m: Float64Array, sum: Float64Array, k: number): void {
  const r0 = rowStart(k);
  const r1 = rowStart(k + 1);
  const r2 = rowStart(k + 2);
  const r3 = rowStart(k + 3);
  let i = 0;
  for (; i < k; i += 2) {
    const f0 = m[r0 + i] as number;
    const f1 = m[r1 + i] as number;
    const f2 = m[r2 + i] as number;
    const f3 = m[r3 + i] as number;
    const g0 = m[r0 + i + 1] as number;
    const g1 = m[r1 + i + 1] as number;
    const g2 = m[r2 + i + 1] as number;
    const g3 = m[r3 + i + 1] as number;
    const p = rowStart(i);
    const q = rowStart(i + 1);
    for (let j = 0; j <= i; j++) {
      const a = m[r0 + j] as number;
      const b = m[r1 + j] as number;
      const c = m[r2 + j] as number;
      const d = m[r3 + j] as number;
      sum[p + j] = (sum[p + j] as number) + f0 * a + f1 * b + f2 * c + f3 * d;
      sum[q + j] = (sum[q + j] as number) + g0 * a + g1 * b + g2 * c + g3 * d;
    }
    sum[q + i + 1] = (sum[q + i + 1] as number) + g0 * g0 + g1 * g1 + g2 * g2 + g3 * g3;
  }
  // k is a multiple of four, so that the pairs end just before it.
  for (let row = k; row < k + 4; row++) addOuterProduct(m, sum, row, k);
}

/** Adds `mₖ mₖᵀ` below the given row of the sum. */
function addOuterProduct(m: Float64Array, sum: Float64Array, k: number, from: number): void {
  const row = rowStart(k);
  for (let i = from; i <= k; i++) {
    const factor = m[row + i] as number;
    const target = rowStart(i);
    for (let j = 0; j <= i; j++) {
      sum[target + j] = (sum[target + j] as number) + factor * (m[row + j] as number);
    }
  }
}
