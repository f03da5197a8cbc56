/** Bits of the fixed point: far more than the 53 of the result need. */
const bits = 128n;
const one = 1n << bits;

/**
 * The natural logarithm, of a positive finite number rounded correctly: what the mathematics library behind Python and
 * NumPy returns. `Math.log` may be the neighbouring number, and then log(243) / log(3) is 5 here and 4.999… there.
 */
export function roundedLog(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) return Math.log(x);
  let exponent = 0;
  let whole = x;
  for (; !Number.isInteger(whole); whole *= 2) exponent--;
  const mantissa = BigInt(whole);
  const size = mantissa.toString(2).length - 1;
  const power = 1n << BigInt(size);
  const total = logOfRatio(mantissa, power) + BigInt(size + exponent) * logOfRatio(2n, 1n);
  return Number(total) / 2 ** Number(bits);
}

/** ln(a / b) = 2 artanh((a − b) / (a + b)) in fixed point, for a / b from 1 to 2. */
function logOfRatio(a: bigint, b: bigint): bigint {
  const t = ((a - b) * one) / (a + b);
  const square = (t * t) / one;
  let sum = 0n;
  for (let term = t, k = 1n; term !== 0n; k += 2n, term = (term * square) / one) sum += term / k;
  return 2n * sum;
}
