import type { RandomStream } from '../../numeric/random';

/** The data leaks are shown on labels that are coin flips: whatever is above one half, validation made up. */
export function coinFlips(count: number, random: RandomStream): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.integer(2));
}

export function normals(count: number, random: RandomStream): Float64Array {
  return Float64Array.from({ length: count }, () => random.normal());
}

/** Folds of every cross-validation here. */
export const folds = 5;
