import type { NumpyGenerator } from './generator';

/** `Generator.permutation(n)`: 0 … n − 1 in random order. */
export function permutation(generator: NumpyGenerator, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  shuffle(generator, order);
  return order;
}

/** `Generator.shuffle`, in place. */
export function shuffle(generator: NumpyGenerator, items: unknown[]): void {
  for (let i = items.length - 1; i > 0; i--) {
    const mask = 2 ** (32 - Math.clz32(i)) - 1;
    let j = i + 1;
    while (j > i) j = generator.next32() & mask;
    swap(items, i, j);
  }
}

/** `Generator.choice(n, count)`: with replacement. */
export function choice(generator: NumpyGenerator, n: number, count: number): number[] {
  return Array.from({ length: count }, () => generator.integers(0, n));
}

/** `Generator.choice(len(p), count, p=p)`: with replacement; the probabilities sum to one. */
export function weightedChoice(
  generator: NumpyGenerator,
  probabilities: readonly number[],
  count: number,
): number[] {
  let total = 0;
  const cumulative = probabilities.map(probability => (total += probability));
  return Array.from({ length: count }, () => {
    const u = generator.random();
    return cumulative.findIndex(reached => reached / total > u);
  });
}

/** `Generator.choice(n, count, replace=False)`, `count` ≤ n: Floyd's algorithm, or the end of a shuffled list. */
export function choiceWithoutReplacement(generator: NumpyGenerator, n: number, count: number): number[] {
  if (n > 10_000 && count > Math.floor(n / 50)) {
    const all = Array.from({ length: n }, (_, i) => i);
    shuffleFrom(generator, all, Math.max(n - count, 1));
    return all.slice(n - count);
  }
  const chosen = new Set<number>();
  for (let last = n - count; last < n; last++) {
    const drawn = generator.integers(0, last + 1);
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  const order = [...chosen];
  shuffleFrom(generator, order, 1);
  return order;
}

/** `choice` shuffles by other draws than `shuffle` does: those of `integers`. */
function shuffleFrom(generator: NumpyGenerator, items: unknown[], first: number): void {
  for (let i = items.length - 1; i >= first; i--) swap(items, i, generator.integers(0, i + 1));
}

function swap(items: unknown[], i: number, j: number): void {
  [items[i], items[j]] = [items[j], items[i]];
}
