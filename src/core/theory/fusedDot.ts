/**
 * The dot product of two vectors, each product added with a single rounding: what the BLAS under NumPy gives on any
 * processor with fused multiply-add. It decides the sixth decimal of a loss that lies on a tie.
 */
export function fusedDot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => {
    const y = b[i] ?? 0;
    const product = x * y;
    const total = sum + product;
    const shift = total - sum;
    // What the two roundings lost: of the product (Dekker) and of the sum (Knuth).
    const lost = productError(x, y, product) + (sum - (total - shift) + (product - shift));
    return total + lost;
  }, 0);
}

/** x·y − fl(x·y), exactly. */
function productError(x: number, y: number, product: number): number {
  const [xHigh, xLow] = halves(x);
  const [yHigh, yLow] = halves(y);
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

/** Two numbers of 26 bits that add up to x. */
function halves(x: number): [number, number] {
  const scaled = x * (2 ** 27 + 1);
  const high = scaled - (scaled - x);
  return [high, x - high];
}
