/** NumPy's `SeedSequence`: spreads a seed over as many well-mixed 32-bit words as are asked for. */
export interface SeedSequence {
  readonly entropy: number | bigint;
  /** Which child of a child … this is; empty for the sequence of the seed itself. */
  readonly spawnKey: readonly number[];
}

const poolSize = 4;

/** `count` words, as `SeedSequence(entropy, spawn_key=spawnKey).generate_state(count)`. */
export function generateState(sequence: SeedSequence, count: number): Uint32Array {
  const pool = mixedPool(assembledEntropy(sequence));
  const hash = hasher(0x8b51f9dd, 0x58f38ded);
  return Uint32Array.from({ length: count }, (_, i) => hash(pool[i % poolSize] ?? 0));
}

/** The first `count` children, as `SeedSequence.spawn`; a stream of one is independent of that of any other. */
export function spawn({ entropy, spawnKey }: SeedSequence, count: number): SeedSequence[] {
  return Array.from({ length: count }, (_, child) => ({ entropy, spawnKey: [...spawnKey, child] }));
}

function assembledEntropy({ entropy, spawnKey }: SeedSequence): number[] {
  const own = words(entropy);
  // A child's key must not be taken for more of a short seed.
  while (spawnKey.length > 0 && own.length < poolSize) own.push(0);
  return [...own, ...spawnKey.flatMap(words)];
}

/** An integer ≥ 0 as 32-bit words, the lowest first; zero is one word. */
function words(integer: number | bigint): number[] {
  const result: number[] = [];
  let rest = BigInt(integer);
  do {
    result.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return result;
}

function mixedPool(entropy: readonly number[]): Uint32Array {
  const hash = hasher(0x43b0d7e5, 0x931e8875);
  const pool = Uint32Array.from({ length: poolSize }, (_, i) => hash(entropy[i] ?? 0));
  const mixInto = (target: number, word: number): void => {
    const mixed = Math.imul(0xca01f9dd, pool[target] ?? 0) - Math.imul(0x4973f715, hash(word));
    pool[target] = mixed ^ (mixed >>> 16);
  };
  for (let source = 0; source < poolSize; source++) {
    for (let target = 0; target < poolSize; target++) {
      if (source !== target) mixInto(target, pool[source] ?? 0);
    }
  }
  for (const word of entropy.slice(poolSize)) {
    for (let target = 0; target < poolSize; target++) mixInto(target, word);
  }
  return pool;
}

/** A multiplicative hash whose key moves on with each word. */
function hasher(key: number, multiplier: number): (word: number) => number {
  let state = key;
  return word => {
    const keyed = word ^ state;
    state = Math.imul(state, multiplier);
    const hashed = Math.imul(keyed, state);
    return (hashed ^ (hashed >>> 16)) >>> 0;
  };
}
