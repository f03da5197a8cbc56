import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { finish } from '../../../src/core/numeric/work';
import { estimateOf } from '../../../src/core/validation/estimate';
import { iris } from '../../../src/core/validation/iris';
import { searchNested } from '../../../src/core/validation/nestedSearch';
import { kFold, type Split } from '../../../src/core/validation/splits';
import { legacyShuffle } from './legacyShuffle';
import { supportVectorScorer } from './supportVectors';

const { nested_cv_iris: oracle } = JSON.parse(
  readFileSync('test/fixtures/oracles/selectionBias.json', 'utf8'),
) as { nested_cv_iris: { non_nested: number[]; nested: number[]; mean_difference: number; sd: number } };

/** `KFold(4, shuffle=True, random_state=seed)` over rows given in order. */
function shuffledFolds(rows: readonly number[], seed: number): Split[] {
  const order = legacyShuffle(seed, rows.length).map(place => rows[place] ?? 0);
  return kFold(order, 4);
}

describe('flat and nested search', () => {
  it('shuffles as NumPy does', () => {
    // np.random.RandomState(seed).shuffle(np.arange(150)) of NumPy 2.
    assert.deepEqual(legacyShuffle(0, 150).slice(0, 8), [114, 62, 33, 107, 7, 100, 40, 86]);
    assert.deepEqual(legacyShuffle(1, 150).slice(0, 8), [14, 98, 75, 16, 131, 56, 141, 44]);
  });

  it('gives the scores of scikit-learn’s example on iris, split for split', function () {
    this.timeout(120_000);
    const rows = iris();
    const configurations = [1, 10, 100].flatMap(C => [0.01, 0.1].map(gamma => ({ C, gamma })));
    const scorers = configurations.map(({ C, gamma }) => supportVectorScorer(rows, C, gamma));
    const searches = oracle.nested.map((_, seed) => {
      const outer = shuffledFolds([...rows.labels.keys()], seed);
      const inner = outer.map(({ train }) =>
        shuffledFolds(
          [...train].sort((a, b) => a - b),
          seed,
        ),
      );
      const scorerOf = (i: number) => scorers[i] ?? assert.fail();
      return finish(searchNested(150, configurations.length, scorerOf, { outer, inner }));
    });
    const close = (values: readonly number[], expected: readonly number[]): void =>
      values.forEach((value, i) => assert.ok(Math.abs(value - (expected[i] ?? 0)) < 1e-12, `trial ${i}`));
    close(
      searches.map(({ flat }) => flat),
      oracle.non_nested,
    );
    close(
      searches.map(({ nested }) => nested),
      oracle.nested,
    );
    const { mean } = estimateOf(searches.map(({ flat, nested }) => flat - nested));
    assert.ok(Math.abs(mean - oracle.mean_difference) < 1e-12);
  });

  it('takes the first of equals, and the hold-out score from the first outer fold', () => {
    const outer = kFold([0, 1, 2, 3], 2);
    const inner = outer.map(({ train }) => kFold(train, 2));
    const scorerOf = (configuration: number) => (_: Uint8Array, test: readonly number[]) =>
      configuration === 2 ? 0.25 : (test[0] ?? 0) === 0 ? 1 : 0.5;
    const search = finish(searchNested(4, 3, scorerOf, { outer, inner }));
    assert.deepEqual(search.scores, [0.75, 0.75, 0.25]);
    assert.deepEqual([search.chosen, search.flat, search.nested, search.holdOut], [0, 0.75, 0.75, 1]);
  });
});
