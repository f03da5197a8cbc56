/** The multiplier of the generator's 128-bit state, as 32-bit limbs, the lowest first. */
const [m0, m1, m2, m3] = [0x9fccf645, 0x4385df64, 0x1fc65da4, 0x2360ed05] as const;

const two32 = 2 ** 32;

/**
 * PCG XSL RR 128/64 (O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
 * Number Generation", 2014): NumPy's `PCG64`, seeded as NumPy seeds it. A draw is 64 bits, left in `high` and `low`.
 */
export class Pcg64 {
  /** The upper and lower half of the last draw, 0 … 2³² − 1. */
  high = 0;
  low = 0;
  /** State and increment as 32-bit limbs, the lowest first. */
  private readonly state = new Uint32Array(4);
  private readonly increment = new Uint32Array(4);

  /** @param words eight words of a seed sequence. */
  constructor(words: Uint32Array) {
    const at = (i: number): number => words[i] ?? 0;
    // Each half is 64 bits, the upper half first, each of two words, the lower word first.
    const start = [at(2), at(3), at(0), at(1)];
    const stream = [at(6), at(7), at(4), at(5)];
    // An increment must be odd.
    stream.forEach(
      (word, i) => (this.increment[i] = (word << 1) | (i === 0 ? 1 : (stream[i - 1] ?? 0) >>> 31)),
    );
    this.step();
    let carry = 0;
    start.forEach((word, i) => {
      const sum = (this.state[i] ?? 0) + word + carry;
      this.state[i] = sum;
      carry = sum >= two32 ? 1 : 0;
    });
    this.step();
  }

  /** Draws the next 64 bits. */
  next(): void {
    this.step();
    const s0 = this.state[0] as number;
    const s1 = this.state[1] as number;
    const s2 = this.state[2] as number;
    const s3 = this.state[3] as number;
    const high = s3 ^ s1;
    const low = s2 ^ s0;
    const rotation = s3 >>> 26;
    const top = rotation < 32 ? high : low;
    const bottom = rotation < 32 ? low : high;
    // A shift by 32 is none in JavaScript, hence the shift in two.
    const by = rotation & 31;
    this.low = ((bottom >>> by) | ((top << 1) << (31 - by))) >>> 0;
    this.high = ((top >>> by) | ((bottom << 1) << (31 - by))) >>> 0;
  }

  /** state ← state · multiplier + increment, modulo 2¹²⁸. */
  private step(): void {
    const { state, increment } = this;
    const s0 = state[0] as number;
    const s1 = state[1] as number;
    const s2 = state[2] as number;
    const s3 = state[3] as number;
    const column0 = lower(s0, m0) + (increment[0] as number);
    const column1 =
      Math.floor(column0 / two32) + (increment[1] as number) + upper(s0, m0) + lower(s0, m1) + lower(s1, m0);
    const column2 =
      Math.floor(column1 / two32) +
      (increment[2] as number) +
      upper(s0, m1) +
      upper(s1, m0) +
      lower(s0, m2) +
      lower(s1, m1) +
      lower(s2, m0);
    const column3 =
      Math.floor(column2 / two32) +
      (increment[3] as number) +
      upper(s0, m2) +
      upper(s1, m1) +
      upper(s2, m0) +
      lower(s0, m3) +
      lower(s1, m2) +
      lower(s2, m1) +
      lower(s3, m0);
    // A typed array keeps the lowest 32 bits.
    state[0] = column0;
    state[1] = column1;
    state[2] = column2;
    state[3] = column3;
  }
}

function lower(a: number, b: number): number {
  return Math.imul(a, b) >>> 0;
}

/** The upper 32 bits of a product of two 32-bit integers. */
export function upper(a: number, b: number): number {
  // The product loses at most its last 11 bits to rounding, so that the quotient is within 2⁻²⁰ of the integer.
  return Math.round((a * b - lower(a, b)) / two32);
}
