import type { RandomStream } from '../numeric/random';
import type { PointSource } from './pointSource';

/**
 * Halton's sequence in [0, 1)^dimension from the origin on: coordinate j is the index with its digits to the j-th
 * prime base mirrored at the point. With a stream every digit is permuted at random, each place by itself (Owen, "A
 * randomized Halton algorithm in R", 2017), down to 2⁻³², and what is below is random. Digits that are zero for every
 * index so far are permuted too, so each point by itself is uniform.
 */
export function haltonSource(dimension: number, scrambling?: RandomStream): PointSource {
  const axes = primes(dimension).map((base, axis) =>
    vanDerCorput(base, scrambling?.substream(`axis ${axis}`)),
  );
  let index = 0;
  return (rows, count) => {
    for (let row = 0; row < count; row++, index++) {
      for (let axis = 0; axis < dimension; axis++) rows[row * dimension + axis] = axes[axis]?.(index) ?? 0;
    }
  };
}

function vanDerCorput(base: number, stream: RandomStream | undefined): (index: number) => number {
  if (!stream) {
    return index => {
      let value = 0;
      let place = 1 / base;
      for (let rest = index; rest > 0; rest = Math.floor(rest / base), place /= base) {
        value += (rest % base) * place;
      }
      return value;
    };
  }
  const places = Math.ceil(32 / Math.log2(base));
  const permutations = Array.from({ length: places }, () => stream.permutation(base));
  const finest = base ** -places;
  return index => {
    let digits = 0;
    let rest = index;
    for (const permutation of permutations) {
      digits = digits * base + (permutation[rest % base] ?? 0);
      rest = Math.floor(rest / base);
    }
    return (digits + stream.uniform()) * finest;
  };
}

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every(prime => n % prime !== 0)) found.push(n);
  }
  return found;
}
