import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { hartmann6 } from '../../../src/core/objectives/hartmann';
import { configurationKey } from '../../../src/core/sampling/duplicates';
import {
  goodCount,
  improvementWeights,
  splitTrials,
  trialWeights,
} from '../../../src/core/search/goodTrials';
import type { SearchMethod, Trial } from '../../../src/core/search/method';
import { optimiser } from '../../../src/core/search/optimiser';
import { parzenDensities } from '../../../src/core/search/parzenDensities';
import { parzenSpace } from '../../../src/core/search/parzenHistory';
import { randomSearch } from '../../../src/core/search/randomSearch';
import { optunaRules, treeParzenSearch } from '../../../src/core/search/treeParzenSearch';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Configuration, SearchSpace } from '../../../src/core/space/searchSpace';
import type { Value } from '../../../src/core/text/scalars';
import { makeSpace } from '../space/makeSpace';

type Row = readonly (number | string)[];

const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/oracles/parzen.json', import.meta.url), 'utf8'),
) as {
  readonly gamma: readonly (readonly [number, number])[];
  readonly weights: readonly (readonly number[])[];
  readonly search: {
    readonly trials: readonly (readonly [Row, number])[];
    readonly good: readonly number[];
    readonly queries: readonly Row[];
    readonly logRatio: readonly number[];
    readonly logRatioAlone: Readonly<Record<string, readonly number[]>>;
  };
};

const mixed = makeSpace({
  x: numericDomain({ type: 'float', low: -5, high: 10 }),
  lr: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }),
  units: numericDomain({ type: 'integer', low: 8, high: 512, scale: 'log' }),
  layers: numericDomain({ type: 'integer', low: 1, high: 6 }),
  drop: numericDomain({
    type: 'float',
    low: 0,
    high: 0.5,
    step: { size: 0.125, origin: 'low', clamp: false },
  }),
  solver: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }, { value: 'lamb' }]),
});

const unit = makeSpace({ x: numericDomain({ type: 'float', low: 0, high: 1 }) });

const named = (space: SearchSpace, row: Row): Configuration =>
  new Map<string, Value>(space.parameters.map(({ name }, i) => [name, row[i] ?? null]));

const trial = (id: number, loss?: number, x = 0.5): Trial => ({
  id,
  configuration: new Map([['x', x]]),
  ...(loss !== undefined && { loss }),
});

function search(
  method: SearchMethod,
  space: SearchSpace,
  seed: number,
  trials: number,
  evaluate: (configuration: Configuration) => number,
): readonly Trial[] {
  const running = optimiser(method, space, seed);
  for (let i = 0; i < trials; i++) {
    const suggestion = running.ask();
    if (!suggestion) break;
    running.tell(suggestion.id, evaluate(suggestion.configuration));
  }
  return running.trials();
}

describe('the trials that Parzen estimators call good', () => {
  it('are as many as in Optuna', () => {
    for (const [finished, expected] of reference.gamma) assert.equal(goodCount(finished), expected);
  });

  it('and the others count as in Optuna, the latest 25 fully', () => {
    for (const expected of reference.weights) {
      trialWeights(expected.length).forEach((weight, i) => {
        assert.ok(Math.abs(weight - (expected[i] ?? NaN)) < 1e-15);
      });
    }
  });

  it('are the lowest, the earlier of equals; failed and pending ones are never among them', () => {
    const losses = [3, NaN, 1, undefined, 1, -Infinity, 2, Infinity];
    const split = splitTrials(
      losses.map((loss, id) => trial(id, loss)),
      3,
    );
    assert.deepEqual(split, { good: [2, 4, 6], bad: [0, 1, 3, 5, 7] });
    assert.deepEqual(splitTrials([trial(0, NaN), trial(1)], 2).good, []);
  });

  it('are told from the rest whatever the losses', () => {
    const loss = fc.oneof(fc.double(), fc.integer({ min: 0, max: 3 }), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(loss), fc.integer({ min: 1, max: 6 }), (losses, count) => {
        const trials = losses.map((value, id) => trial(id, value));
        const { good, bad } = splitTrials(trials, count);
        const finite = losses.filter(value => value !== undefined && Number.isFinite(value));
        assert.equal(good.length, Math.min(count, finite.length));
        assert.deepEqual(
          [...good, ...bad].sort((a, b) => a - b),
          [...trials.keys()],
        );
        const worst = Math.max(...good.map(id => losses[id] ?? NaN));
        assert.ok(bad.every(id => !Number.isFinite(losses[id] ?? NaN) || (losses[id] ?? NaN) >= worst));
        const weights = improvementWeights(trials, good, bad);
        const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
        assert.ok(good.length === 0 || Math.abs(mean - 1) < 1e-12);
        assert.ok(weights.every(weight => weight >= 0));
      }),
    );
  });

  it('count by how far they are below the best of the others', () => {
    const trials = [0, 1, 2, 4].map((loss, id) => trial(id, loss));
    assert.deepEqual([...improvementWeights(trials, [0, 1], [2, 3])], [4 / 3, 2 / 3]);
    assert.deepEqual([...improvementWeights([trial(0, 7), trial(1, 7)], [0, 1], [])], [1, 1]);
    const extreme = [-1e308, 1e308, 1.5e308].map((loss, id) => trial(id, loss));
    assert.ok(improvementWeights(extreme, [0, 1], [2]).every(Number.isFinite));
  });
});

describe('tree-structured Parzen estimators', () => {
  const { trials: told, good, queries, logRatio, logRatioAlone } = reference.search;
  const trials = told.map(([row, loss], id) => ({ id, configuration: named(mixed, row), loss }));
  const split = splitTrials(trials, goodCount(trials.length));
  const { axes, steps } = parzenSpace(mixed);

  it('call the same trials good as Optuna 5.0', () => {
    assert.deepEqual(split.good, good);
  });

  it('weigh configurations of every kind of parameter as Optuna 5.0 does', () => {
    const { good: first, bad: second } = parzenDensities(mixed, trials, split, steps, optunaRules);
    queries.forEach((row, i) => {
      const placement = Float64Array.from(axes, (axis, d) => axis.position(row[d] ?? null));
      const ratio = first.logDensity(placement) - second.logDensity(placement);
      assert.ok(Math.abs(ratio - (logRatio[i] ?? NaN)) < 1e-9, `${ratio}, ${logRatio[i]}`);
    });
  });

  for (const [d, step] of steps.entries()) {
    it(`weigh ${step.parameter.name} alone as Optuna 5.0 does`, () => {
      const { good: first, bad: second } = parzenDensities(mixed, trials, split, [step], optunaRules);
      queries.forEach((row, i) => {
        const placement = Float64Array.of(axes[d]?.position(row[d] ?? null) ?? NaN);
        const ratio = first.logDensity(placement) - second.logDensity(placement);
        assert.ok(Math.abs(ratio - (logRatioAlone[step.parameter.name]?.[i] ?? NaN)) < 1e-9);
      });
    });
  }

  it('find a minimum of six parameters far better than random search', () => {
    const space = makeSpace(
      Object.fromEntries(
        hartmann6.bounds.map(([low, high], i) => [`x${i}`, numericDomain({ type: 'float', low, high })]),
      ),
    );
    const regrets = (method: SearchMethod): number[] =>
      [1, 2, 3, 4, 5].map(seed => {
        const found = search(method, space, seed, 100, configuration =>
          hartmann6.evaluate([...configuration.values()].map(Number)),
        );
        return Math.min(...found.map(({ loss = NaN }) => loss)) - hartmann6.minimum;
      });
    const median = (values: number[]): number => values.sort((a, b) => a - b)[2] ?? NaN;
    const [ours, optuna] = [regrets(treeParzenSearch()), regrets(treeParzenSearch(optunaRules))];
    const alone = regrets(treeParzenSearch({ multivariate: false }));
    assert.ok(median(ours) < 0.3, `${median(ours)}`);
    assert.ok(median(optuna) < 0.6, `${median(optuna)}`);
    assert.ok(median(alone) < 0.6, `${median(alone)}`);
    assert.ok(median(regrets(randomSearch)) > 0.6);
  });

  it('close in on the good branch of a conditional space and on the values in it', () => {
    const space = makeSpace(
      {
        solver: categoricalDomain(['adam', 'sgd', 'lamb'].map(value => ({ value }))),
        beta: numericDomain({ type: 'float', low: 0, high: 1 }),
        momentum: numericDomain({ type: 'float', low: 0, high: 1 }),
      },
      {
        conditions: {
          beta: { kind: 'in', parent: 'solver', values: ['adam'] },
          momentum: { kind: 'in', parent: 'solver', values: ['sgd'] },
        },
      },
    );
    const evaluate = (configuration: Configuration): number => {
      const momentum = configuration.get('momentum');
      return momentum === undefined ? 1 : Math.abs(Number(momentum) - 0.9);
    };
    for (const multivariate of [true, false]) {
      const late = search(treeParzenSearch({ multivariate }), space, 1, 80, evaluate).slice(40);
      const sgd = late.filter(({ configuration }) => configuration.get('solver') === 'sgd');
      assert.ok(sgd.length > 25, `${sgd.length}`);
      assert.ok(Math.min(...sgd.map(({ loss = NaN }) => loss)) < 0.01);
    }
  });

  it('leave what is pending alone, so that trials asked for together differ', () => {
    const running = optimiser(treeParzenSearch(), unit, 1);
    for (let i = 0; i < 30; i++) {
      const { id = -1, configuration } = running.ask() ?? {};
      running.tell(id, (Number(configuration?.get('x')) - 0.3) ** 2);
    }
    const together = Array.from({ length: 8 }, () => Number(running.ask()?.configuration.get('x')));
    const spread = Math.max(...together) - Math.min(...together);
    const again = optimiser(treeParzenSearch(), unit, 1, running.log());
    assert.ok(spread > 0.02, `${spread}`);
    assert.equal(again.trials().filter(({ loss }) => loss === undefined).length, 8);
  });

  it('turn away from where trials fail', () => {
    const found = search(treeParzenSearch(), unit, 2, 60, configuration => {
      const x = Number(configuration.get('x'));
      return x > 0.5 ? NaN : (x - 0.3) ** 2;
    });
    const failed = found.slice(20).filter(({ loss = NaN }) => Number.isNaN(loss)).length;
    assert.ok(failed < 8, `${failed}`);
  });

  it('try each configuration of a finite space once, one parameter at a time too', () => {
    const space = makeSpace({
      a: numericDomain({ type: 'integer', low: 1, high: 6 }),
      b: categoricalDomain([{ value: 'x', weight: 9 }, { value: 'y' }]),
    });
    for (const multivariate of [true, false]) {
      const found = search(
        treeParzenSearch({ multivariate }),
        space,
        3,
        50,
        configuration => -Number(configuration.get('a')),
      );
      assert.equal(found.length, 12);
      assert.equal(new Set(found.map(({ configuration }) => configurationKey(configuration))).size, 12);
    }
  });

  it('suggest the same whatever was kept from other searches of the space', () => {
    const first = optimiser(treeParzenSearch(), mixed, 5);
    const second = optimiser(treeParzenSearch(), mixed, 6);
    const apart = search(treeParzenSearch(), mixed, 5, 40, configuration => Number(configuration.get('x')));
    for (let i = 0; i < 40; i++) {
      for (const running of [first, second]) {
        const { id = -1, configuration } = running.ask() ?? {};
        running.tell(id, Number(configuration?.get('x')));
      }
    }
    assert.deepEqual(first.trials(), apart);
    // A history that is longer than the trials now looked at.
    assert.deepEqual(
      finish(treeParzenSearch().suggest(mixed, apart.slice(0, 30), randomStream(5).substream('tpe 30'))),
      { configuration: apart[30]?.configuration },
    );
  });
});
