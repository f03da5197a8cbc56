import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  choice,
  choiceWithoutReplacement,
  permutation,
  shuffle,
  weightedChoice,
} from '../../../../src/core/numeric/numpy/choice';
import { defaultRng, type NumpyGenerator } from '../../../../src/core/numeric/numpy/generator';
import { Pcg64 } from '../../../../src/core/numeric/numpy/pcg64';
import { generateState } from '../../../../src/core/numeric/numpy/seedSequence';

interface Streams {
  readonly words: number[];
  readonly raw: string[];
  readonly random: number[];
  readonly uniform: number[];
  readonly normal: number[];
  readonly normal2Half: number[];
  readonly normals: { readonly last: number; readonly sha256_f64le: string };
  readonly exponential: number[];
  readonly below10: number[];
  readonly below100: number[];
  readonly minus5to5: number[];
  readonly below2pow32: number[];
  readonly below2pow40: number[];
  readonly mixed: {
    readonly integers_0_10_3: number[];
    readonly then_random_2: number[];
    readonly then_integers_0_10_1: number[];
    readonly then_random_1: number[];
  };
  readonly permutation: number[];
  readonly shuffle: number[];
  readonly without: number[];
  readonly weighted: number[];
  readonly choice: number[];
  readonly spawned: number[];
  /** 32 of 256 without replacement, after 768 normals from the same generator. */
  readonly afterNormals: number[];
}

const { seeds } = JSON.parse(readFileSync('test/fixtures/oracles/numpyStreams.json', 'utf8')) as {
  readonly seeds: Readonly<Record<string, Streams>>;
};

describe("NumPy's default_rng", () => {
  for (const [seed, expected] of Object.entries(seeds)) {
    it(`is the same generator for seed ${seed}, to the last bit`, () => {
      const fresh = (): NumpyGenerator => defaultRng(BigInt(seed));
      /** As many draws from a fresh generator as the reference has. */
      const draws = (reference: readonly number[], draw: (generator: NumpyGenerator) => number): number[] => {
        const generator = fresh();
        return reference.map(() => draw(generator));
      };

      const words = generateState({ entropy: BigInt(seed), spawnKey: [] }, 8);
      assert.deepEqual([...words], expected.words);
      const bits = new Pcg64(words);
      const raw = expected.raw.map(() => {
        bits.next();
        return String((BigInt(bits.high) << 32n) | BigInt(bits.low));
      });
      assert.deepEqual(raw, expected.raw);

      assert.deepEqual(
        draws(expected.random, g => g.random()),
        expected.random,
      );
      assert.deepEqual(
        draws(expected.uniform, g => g.uniform(-3, 7)),
        expected.uniform,
      );
      assert.deepEqual(
        draws(expected.normal, g => g.standardNormal()),
        expected.normal,
      );
      assert.deepEqual(
        draws(expected.normal2Half, g => g.normal(2, 0.5)),
        expected.normal2Half,
      );
      assert.deepEqual(
        draws(expected.exponential, g => g.standardExponential()),
        expected.exponential,
      );
      assert.deepEqual(
        draws(expected.below10, g => g.integers(0, 10)),
        expected.below10,
      );
      assert.deepEqual(
        draws(expected.below100, g => g.integers(0, 100)),
        expected.below100,
      );
      assert.deepEqual(
        draws(expected.minus5to5, g => g.integers(-5, 6)),
        expected.minus5to5,
      );
      assert.deepEqual(
        draws(expected.below2pow32, g => g.integers(0, 2 ** 32)),
        expected.below2pow32,
      );
      assert.deepEqual(
        draws(expected.below2pow40, g => g.integers(0, 2 ** 40)),
        expected.below2pow40,
      );

      assert.deepEqual(permutation(fresh(), 10), expected.permutation);
      const items = [...Array(10).keys()];
      shuffle(fresh(), items);
      assert.deepEqual(items, expected.shuffle);
      assert.deepEqual(choice(fresh(), 10, 8), expected.choice);
      assert.deepEqual(weightedChoice(fresh(), [0.1, 0.2, 0.3, 0.25, 0.15], 8), expected.weighted);
      assert.deepEqual(choiceWithoutReplacement(fresh(), 256, 32).slice(0, 8), expected.without);
      assert.deepEqual(
        fresh()
          .spawn(expected.spawned.length)
          .map(child => child.random()),
        expected.spawned,
      );
    });

    it(`keeps the unused half of a draw for the next small integer, seed ${seed}`, () => {
      const generator = defaultRng(BigInt(seed));
      const { mixed } = expected;
      assert.deepEqual(
        mixed.integers_0_10_3.map(() => generator.integers(0, 10)),
        mixed.integers_0_10_3,
      );
      assert.deepEqual(
        mixed.then_random_2.map(() => generator.random()),
        mixed.then_random_2,
      );
      assert.deepEqual(
        mixed.then_integers_0_10_1.map(() => generator.integers(0, 10)),
        mixed.then_integers_0_10_1,
      );
      assert.deepEqual(
        mixed.then_random_1.map(() => generator.random()),
        mixed.then_random_1,
      );
      const after = defaultRng(BigInt(seed));
      for (let i = 0; i < 768; i++) after.standardNormal();
      assert.deepEqual(choiceWithoutReplacement(after, 256, 32), expected.afterNormals);
    });

    it(`draws 100,000 normals, tails included, byte for byte, seed ${seed}`, () => {
      const generator = defaultRng(BigInt(seed));
      const normals = Float64Array.from({ length: 100_000 }, () => generator.standardNormal());
      assert.equal(normals.at(-1), expected.normals.last);
      const hash = createHash('sha256').update(new Uint8Array(normals.buffer)).digest('hex');
      assert.equal(hash, expected.normals.sha256_f64le);
    });
  }
});

describe('beyond the reference draws', () => {
  it('100,000 exponentials of seeds 0 and 44 have the SHA-256 of those of NumPy 2.4.6', () => {
    const hashes = [0, 44].map(seed => {
      const generator = defaultRng(seed);
      const draws = Float64Array.from({ length: 100_000 }, () => generator.standardExponential());
      return createHash('sha256').update(new Uint8Array(draws.buffer)).digest('hex');
    });
    assert.deepEqual(hashes, [
      'c002a9c386e9a315e9d961e7d2f261b729b9d3f86df5a603817228b6182ed6f3',
      '09be9bab4d93877a9f8c449757e08ca6bea3469ab63fdbbfa351b5887b528f84',
    ]);
  });

  it('a large choice without replacement is the end of a shuffled list, as in NumPy 2.4.6', () => {
    assert.deepEqual(
      choiceWithoutReplacement(defaultRng(7), 20_000, 1000).slice(-4),
      [17941, 13682, 12501, 18898],
    );
  });
});
