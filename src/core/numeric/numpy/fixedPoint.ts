/** A real number as an integer multiple of 2⁻⁹⁶: arithmetic that is the same everywhere, unlike `Math.exp`. */
export type Fixed = bigint;

const bits = 96n;
const one = 1n << bits;
const halvings = 8n;

export function fixed(x: number): Fixed {
  // Scaling by a power of two is exact, and 2⁷⁰ leaves no fraction of the numbers that occur.
  return BigInt(Math.trunc(x * 2 ** 70)) << (bits - 70n);
}

/** The nearest double. */
export function toNumber(x: Fixed): number {
  return Number(x) / 2 ** 96;
}

export function divide(a: Fixed, b: Fixed): Fixed {
  return (a << bits) / b;
}

export function multiply(a: Fixed, b: Fixed): Fixed {
  return (a * b) >> bits;
}

/** exp(x) for |x| below about 60, by Taylor's series on x / 2⁸. */
export function exp(x: Fixed): Fixed {
  const small = x >> halvings;
  let sum = one;
  let term = one;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = multiply(term, small) / k;
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = multiply(sum, sum);
  return sum;
}

/** ln(x) for x > 0: one of Halley's steps, which triple the digits, from the double. */
export function log(x: Fixed): Fixed {
  const near = fixed(Math.log(toNumber(x)));
  const reached = exp(near);
  return near + divide(2n * (x - reached), x + reached);
}
