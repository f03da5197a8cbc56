import { Pcg64, upper } from './pcg64';
import { generateState, spawn, type SeedSequence } from './seedSequence';
import {
  exponentialTail,
  exponentialZiggurat,
  inverseNormalTail,
  normalTail,
  normalZiggurat,
} from './ziggurat';

/**
 * NumPy's `Generator`: the same calls in the same order give the same numbers as `numpy.random.default_rng(seed)`
 * (checked against NumPy 1.24 and 2.4).
 */
export interface NumpyGenerator {
  /** Uniform on [0, 1), 53 bits. */
  random(): number;
  /** Uniform on [low, high). */
  uniform(low: number, high: number): number;
  standardNormal(): number;
  normal(mean: number, standardDeviation: number): number;
  standardExponential(): number;
  /** Uniform on the integers low … high − 1, which must be safe ones. */
  integers(low: number, high: number): number;
  /** The next 32 bits: of each draw first the lower, then the upper half. */
  next32(): number;
  /** Independent generators, as `default_rng(seed).spawn(count)` gives first. */
  spawn(count: number): NumpyGenerator[];
}

/** `numpy.random.default_rng(seed)`; the seed is an integer ≥ 0 of any size. */
export function defaultRng(seed: number | bigint): NumpyGenerator {
  return generatorOf({ entropy: seed, spawnKey: [] });
}

function generatorOf(sequence: SeedSequence): NumpyGenerator {
  const bits = new Pcg64(generateState(sequence, 8));
  const random = (): number => {
    bits.next();
    return (bits.high * 2 ** 21 + (bits.low >>> 11)) * 2 ** -53;
  };

  /** The upper half of a draw, kept for the next call. */
  let spare: number | undefined;
  const next32 = (): number => {
    if (spare !== undefined) {
      const half = spare;
      spare = undefined;
      return half;
    }
    bits.next();
    spare = bits.high;
    return bits.low;
  };

  const standardNormal = (): number => {
    const { width, height, inside } = normalZiggurat();
    for (;;) {
      bits.next();
      const { high, low } = bits;
      const layer = low & 0xff;
      const n = (high & 0x1fffffff) * 2 ** 23 + (low >>> 9);
      const size = n * (width[layer] ?? 0);
      const x = (low >>> 8) & 1 ? -size : size;
      if (n < (inside[layer] ?? 0)) return x;
      if (layer === 0) {
        const tail = normalTailDraw(random);
        return (low >>> 17) & 1 ? -tail : tail;
      }
      const below = height[layer] ?? 0;
      if (((height[layer - 1] ?? 0) - below) * random() + below < Math.exp(-0.5 * x * x)) return x;
    }
  };

  const standardExponential = (): number => {
    const { width, height, inside } = exponentialZiggurat();
    for (;;) {
      bits.next();
      const { high, low } = bits;
      const layer = (low >>> 3) & 0xff;
      const n = high * 2 ** 21 + (low >>> 11);
      const x = n * (width[layer] ?? 0);
      if (n < (inside[layer] ?? 0)) return x;
      if (layer === 0) return exponentialTail - Math.log1p(-random());
      const below = height[layer] ?? 0;
      if (((height[layer - 1] ?? 0) - below) * random() + below < Math.exp(-x)) return x;
    }
  };

  return {
    random,
    uniform: (low, high) => low + (high - low) * random(),
    standardNormal,
    normal: (mean, standardDeviation) => mean + standardDeviation * standardNormal(),
    standardExponential,
    next32,
    integers: (low, high) => low + boundedInteger(high - low, bits, next32),
    spawn: count => spawn(sequence, count).map(generatorOf),
  };
}

function normalTailDraw(random: () => number): number {
  for (;;) {
    const x = -Math.log1p(-random()) * inverseNormalTail;
    const y = -Math.log1p(-random());
    if (y + y > x * x) return normalTail + x;
  }
}

/** Uniform on 0 … count − 1 (Lemire, ACM Trans. Model. Comput. Simul. 29, 2019), of 32 bits where they suffice. */
function boundedInteger(count: number, bits: Pcg64, next32: () => number): number {
  const two32 = 2 ** 32;
  if (count === 1) return 0;
  if (count === two32) return next32();
  if (count < two32) {
    const reject = (two32 - count) % count;
    for (;;) {
      const word = next32();
      if (Math.imul(word, count) >>> 0 >= reject) return upper(word, count);
    }
  }
  const wide = BigInt(count);
  const reject = ((1n << 64n) - wide) % wide;
  for (;;) {
    bits.next();
    const product = ((BigInt(bits.high) << 32n) | BigInt(bits.low)) * wide;
    if ((product & 0xffffffffffffffffn) >= reject) return Number(product >> 64n);
  }
}
