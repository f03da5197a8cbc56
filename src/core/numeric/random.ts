import alea from 'seedrandom/lib/alea';

/**
 * A seeded source of randomness. A named substream depends only on the seed and the names that led to it, never
 * on how much was drawn elsewhere, so adding a draw in one place cannot move another.
 */
export interface RandomStream {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal, by Marsaglia's polar method. */
  normal(): number;
  /** Uniform on 0 … n − 1. */
  integer(n: number): number;
  /** 0 … n − 1 in random order (Fisher–Yates). */
  permutation(n: number): number[];
  substream(name: string): RandomStream;
}

export function randomStream(seed: number | string): RandomStream {
  const path = String(seed);
  // Alea passes BigCrush's small crush and is the fastest of the package; `double` gives it 53 bits.
  const generator = alea(path);
  const uniform = (): number => generator.double();
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * Math.log(s)) / s);
        spare = y * factor;
        return x * factor;
      }
    }
  };
  const integer = (n: number): number => Math.floor(uniform() * n);
  const permutation = (n: number): number[] => {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = integer(i + 1);
      const moved = order[i] as number;
      order[i] = order[j] as number;
      order[j] = moved;
    }
    return order;
  };
  return { uniform, normal, integer, permutation, substream: name => randomStream(`${path}/${name}`) };
}
