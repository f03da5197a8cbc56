import assert from 'node:assert/strict';
import { rayPython } from '../../../../src/core/formats/ray/rayPython';
import { parseSource } from '../../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from '../drawnCases';
import { onlySpace } from '../onlySpace';
import { holdToRules } from '../ruleCases';

const readAll = (text: string) => rayPython.read(parseSource(text, 'python'));
const read = (text: string) => onlySpace(readAll(text));
const space = (...entries: readonly string[]) => `from ray import tune\nspace = {${entries.join(', ')}}\n`;

// ray/tune/search/sample.py of Ray 2: reals below the upper bound, integers too; log integers are exp(U) rounded
// down; quantised, U between the outermost multiples of q is rounded to the nearest; a q of 1 changes nothing.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['uniform', 'uniform(0, 10)', { quantiles: [0.5, 5, 9.5] }],
  ['loguniform takes values', 'loguniform(1e-4, 1e-2)', { quantiles: [10 ** -3.9, 1e-3, 10 ** -2.1] }],
  ['quniform rounds, so the ends carry half', 'quniform(0, 1, 0.5)', { levels: [[0, 0.25], [0.5, 0.5], [1, 0.25]] }],
  ['a q of 1 does not round', 'quniform(0, 10, 1)', { quantiles: [0.5, 5, 9.5] }],
  ['randn', 'randn(1, 2)', { quantiles: [1 - 2 * 1.6448536, 1, 1 + 2 * 1.6448536] }],
  ['randint leaves its upper bound out', 'randint(1, 4)', even(1, 2, 3)],
  ['lograndint rounds down', 'lograndint(1, 4)', { levels: [1, 2, 3].map(k => [k, Math.log((k + 1) / k) / Math.log(4)] as const) }],
  ['qrandint goes inwards to multiples', 'qrandint(1, 10, 3)', { levels: [[3, 0.25], [6, 0.5], [9, 0.25]] }],
  ['qrandint with a q of 1 leaves its upper bound out', 'qrandint(1, 4)', even(1, 2, 3)],
  ['choice is even', 'choice(["a", 2, None])', even('a', 2, null)],
  ['a choice of objects goes by their source', 'choice([nn.ReLU, nn.Tanh])', even('nn.ReLU', 'nn.Tanh')],
  ['grid_search', 'grid_search([1, 2])', even(1, 2)],
  ['choices may be made by a comprehension', 'choice([2**i for i in range(4, 7)])', even(16, 32, 64)],
  ['nothing is known of sample_from', 'sample_from(lambda c: 1)', 'nothing'],
  ['nothing comes of bounds that are no multiples of q', 'quniform(0, 1, 0.3)', 'nothing'],
]; // prettier-ignore

describe('what Ray Tune draws', () => {
  for (const [what, call, expected] of drawn) {
    it(what, () => assertDraws(read(space(`"x": tune.${call}`)).parameters[0]?.domain, expected));
  }
});

describe('a Ray Tune space', () => {
  const names = (text: string) => read(text).parameters.map(({ name }) => name);

  it('is found by what tune means in the module, whatever it is called', () => {
    for (const text of [
      'from ray import tune as t\nspace = {"x": t.uniform(0, 1)}',
      'import ray.tune\nspace = {"x": ray.tune.uniform(0, 1)}',
      'from ray.tune import uniform as u\nspace = {"x": u(0, 1)}',
      'import ray.tune as rt\nspace = dict(x=rt.uniform(0, 1))',
      '# a cell of a notebook\nspace = {"x": tune.uniform(0, 1)}',
    ]) {
      assert.equal(rayPython.recognise(parseSource(text, 'python')), 1, text);
      assert.deepEqual(names(text), ['x'], text);
    }
    const own = 'class tune:\n    pass\nspace = {"x": tune.uniform(0, 1)}';
    assert.equal(rayPython.recognise(parseSource(own, 'python')), 0);
  });

  it('joins nested names with dots, and keeps what every trial shares as a constant', () => {
    const text = space(
      '"opt": {"lr": tune.uniform(0, 1), "name": "sgd"}',
      '"l": [tune.choice([1, 2]), 3]',
      '"n": 10',
    );
    assert.deepEqual(
      read(text).parameters.map(({ name, declared }) => [name, declared.type]),
      [
        ['opt.lr', 'float'],
        ['opt.name', 'constant'],
        ['l.0', 'categorical'],
        ['l.1', 'constant'],
        ['n', 'constant'],
      ],
    );
  });

  it('is put together from names, additions, functions and the old spelling of a grid', () => {
    const text = [
      'from ray import tune',
      'lr = tune.loguniform(1e-5, 1e-1)',
      'base = {"lr": lr}',
      'def make():\n    return {"width": {"grid_search": [64, 128]}}',
      'space = {**base, "model": make()}',
      'space["depth"] = tune.randint(1, 5)',
    ].join('\n');
    assert.deepEqual(names(text), ['lr', 'model.width', 'depth']);
    assert.deepEqual(read(text).method, undefined);
  });

  it('is what the tuner makes of it: metric, search, scheduler, trials', () => {
    const text =
      space('"a": tune.grid_search([1, 2, 3])', '"b": tune.uniform(0, 1)') +
      [
        'from ray.tune.schedulers import ASHAScheduler',
        'from ray.tune.search import ConcurrencyLimiter',
        'from ray.tune.search.optuna import OptunaSearch',
        'asha = ASHAScheduler(max_t=81, grace_period=3, reduction_factor=3, brackets=2)',
        'config = tune.TuneConfig(metric="val_loss", mode="min", num_samples=10, max_concurrent_trials=4,',
        '    search_alg=ConcurrencyLimiter(OptunaSearch(), max_concurrent=4), scheduler=asha)',
        'tune.Tuner(train, param_space=space, tune_config=config).fit()',
      ].join('\n');
    const { objective, method, budget } = read(text);
    assert.deepEqual([objective?.metric, objective?.goal], ['val_loss', 'minimize']);
    assert.deepEqual([method?.name, method?.family], ['OptunaSearch', 'parzen']);
    // num_samples repeats every combination of the grid.
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [30, 4]);
    const { name, minResource, maxResource, reductionFactor } = budget.earlyStopping ?? {};
    assert.deepEqual(
      [name, minResource?.value, maxResource?.value, reductionFactor?.value],
      ['ASHAScheduler', 3, 81, 3],
    );
  });

  it('has a name where a module has several, and settings of its own run', () => {
    const text = [
      'from ray import tune',
      'one = {"x": tune.uniform(0, 1)}',
      'def run():',
      '    tune.run(train, config={"y": tune.grid_search([1, 2])}, metric="acc", mode="max", num_samples=2)',
    ].join('\n');
    assert.deepEqual(
      readAll(text).map(({ name, objective, method }) => [name, objective?.goal, method?.family]),
      [
        ['one', undefined, undefined],
        ['config', 'maximize', 'grid'],
      ],
    );
  });
});

describe('what Ray Tune would object to', () => {
  holdToRules(rayPython, 'python', [
    {
      code: 'ray-quantised-bound',
      what: 'a lower bound between multiples',
      wrong: space('"x": tune.qloguniform(1e-4, 1e-1, 5e-4)'),
      right: space('"x": tune.qloguniform(5e-4, 1e-1, 5e-4)'),
      at: '1e-4',
      fixed: '5e-4',
    },
    {
      code: 'ray-nested-domain',
      what: 'a distribution in a list',
      wrong: space('"x": tune.choice([1, tune.uniform(0, 1)])'),
      right: space('"x": tune.choice([1, 2])'),
      at: 'tune.uniform(0, 1)',
    },
    {
      code: 'empty-range',
      what: 'a range that ends where it starts',
      wrong: space('"x": tune.randint(3, 3)'),
      right: space('"x": tune.randint(3, 5)'),
      at: '3',
    },
    {
      code: 'wrong-value',
      what: 'a standard deviation of zero',
      wrong: space('"x": tune.randn(0, 0)'),
      right: space('"x": tune.randn(0, 1)'),
      at: '0',
    },
    {
      code: 'unknown-word',
      what: 'a mode Ray Tune does not have',
      wrong: `${space('"x": tune.uniform(0, 1)')}tune.run(f, config=space, metric="loss", mode="minimize")`,
      right: `${space('"x": tune.uniform(0, 1)')}tune.run(f, config=space, metric="loss", mode="min")`,
      at: '"minimize"',
      fixed: '"min"',
    },
  ]);
});
