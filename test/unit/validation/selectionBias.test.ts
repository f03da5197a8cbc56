import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { correctedTTest } from '../../../src/core/validation/correctedTTest';
import { expectedBest } from '../../../src/core/validation/expectedBest';
import { expectedMaximum } from '../../../src/core/validation/expectedMaximum';
import { scoreLaw, winnerOf } from '../../../src/core/validation/scoreLaw';
import { normalOptimism, rowsFor, supportedTrials } from '../../../src/core/validation/validationSize';

interface Oracle {
  readonly E_max_of_k_std_normals: Readonly<Record<string, number>>;
  readonly best_of_k_coin_flips_accuracy: readonly { k: number; m: number; expected_best: number }[];
  readonly expected_best_of_n: {
    readonly values: number[];
    readonly with_replacement_Dodge2019: number[];
    readonly without_replacement_unbiased: number[];
  };
  readonly nadeau_bengio: {
    readonly diffs: number[];
    readonly n_test_over_n_train: number;
    readonly t: number;
    readonly df: number;
    readonly p_two_sided: number;
    readonly uncorrected_t: number;
  };
}

const oracle = JSON.parse(readFileSync('test/fixtures/oracles/selectionBias.json', 'utf8')) as Oracle;

function near(value: number, expected: number, tolerance = 1e-12): void {
  assert.ok(Math.abs(value - expected) <= tolerance, `${value}, not ${expected}`);
}

describe('expectedMaximum', () => {
  for (const [n, expected] of Object.entries(oracle.E_max_of_k_std_normals)) {
    it(`is ${expected.toFixed(4)} for ${n} standard normals`, () => {
      near(expectedMaximum(Number(n)), expected, 1e-9);
    });
  }
});

describe('scoreLaw', () => {
  for (const { k, m, expected_best } of oracle.best_of_k_coin_flips_accuracy) {
    it(`expects the best of ${k} coin flippers on ${m} rows at ${expected_best.toFixed(4)}`, () => {
      const law = scoreLaw({ rows: m, accuracy: 0.5, spread: 0, shared: 0 });
      const { reported, truth } = winnerOf(law, k);
      near(reported, expected_best, 1e-9);
      near(truth, 0.5, 1e-9);
    });
  }

  it('expects no optimism of a single trial, whatever its spread', () => {
    const law = scoreLaw({ rows: 300, accuracy: 0.8, spread: 0.03, shared: 0.4 });
    const { reported, truth } = winnerOf(law, 1);
    // Accuracies past 1 are cut off there.
    near(reported, 0.8, 1e-6);
    near(truth, 0.8, 1e-6);
  });

  it('agrees with the normal closed form where counts are large and trials alike', () => {
    for (const spread of [0, 0.001, 0.003]) {
      const scoring = { rows: 5000, accuracy: 0.7, spread, shared: 0.5 };
      const { optimism } = winnerOf(scoreLaw(scoring), 40);
      near(optimism / normalOptimism(scoring, 40), 1, 0.02);
    }
  });
});

describe('the size of a validation set', () => {
  const scoring = { rows: 400, accuracy: 0.8, spread: 0.01, shared: 0.5 };

  it('supports as many trials as keep the optimism within the tolerance, and not one more', () => {
    const trials = supportedTrials(scoring, 0.02);
    assert.ok(normalOptimism(scoring, trials) <= 0.02 && normalOptimism(scoring, trials + 1) > 0.02);
  });

  it('names the rows at which the optimism is the tolerance', () => {
    for (const spread of [0, 0.01, 0.03]) {
      const rows = rowsFor({ ...scoring, spread }, 60, 0.005);
      near(normalOptimism({ ...scoring, spread, rows }, 60), 0.005, 1e-5);
    }
  });

  it('supports one trial alone where nothing may be lost and any number where nothing can be', () => {
    assert.equal(supportedTrials(scoring, 0), 1);
    assert.equal(supportedTrials(scoring, 0.5), Infinity);
  });
});

describe('expectedBest', () => {
  const { values, with_replacement_Dodge2019, without_replacement_unbiased } = oracle.expected_best_of_n;

  it('draws with replacement as Dodge et al. and without as the unbiased estimate does', () => {
    const shuffled = [...values].reverse();
    const { withReplacement, withoutReplacement } = expectedBest(shuffled);
    withReplacement.forEach((value, i) => near(value, with_replacement_Dodge2019[i] ?? NaN));
    withoutReplacement.forEach((value, i) => near(value, without_replacement_unbiased[i] ?? NaN));
  });
});

describe('correctedTTest', () => {
  const { diffs, n_test_over_n_train, t, df, p_two_sided, uncorrected_t } = oracle.nadeau_bengio;

  it('gives the statistic and p-value of the corrected resampled t-test', () => {
    const test = correctedTTest(diffs, n_test_over_n_train);
    near(test.t, t);
    near(test.pValue, p_two_sided);
    assert.equal(test.degreesOfFreedom, df);
  });

  it('is the ordinary paired t-test without the correction', () => {
    near(correctedTTest(diffs, 0).t, uncorrected_t);
  });

  it('finds nothing where there is no difference at all', () => {
    assert.equal(correctedTTest([0, 0, 0], 0.25).pValue, 1);
  });
});
