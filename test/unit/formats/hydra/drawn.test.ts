import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Domain } from '../../../../src/core/space/domain';
import { density, levelCount, levelValues, quantile } from '../../../../src/core/space/distribution';
import { readHydra, sweeping } from './hydraText';

interface Expected {
  readonly text: string;
  readonly refused?: true;
  readonly type?: 'integer' | 'float';
  readonly low?: number;
  readonly high?: number;
  readonly scale?: 'linear' | 'log';
  readonly step?: number;
  readonly choices?: readonly unknown[];
  /** What a `GridSampler` is given; null where the sweeper refuses. */
  readonly grid?: readonly unknown[] | null;
}

/** `create_optuna_distribution_from_override` and `_to_grid_sampler_choices` of hydra-optuna-sweeper 1.3.0. */
const expected = JSON.parse(readFileSync('test/fixtures/hydra/optuna.json', 'utf8')) as Expected[];

function drawn(sweeper: string, override: string): Domain | undefined {
  const { parameters } = readHydra(sweeping(sweeper, `x: '${override}'`));
  return parameters[0]?.domain;
}

function values(domain: Domain | undefined): unknown[] {
  if (domain === undefined) return [];
  return levelValues(domain, 100).map(value => (Array.isArray(value) ? JSON.stringify(value) : value));
}

function near(actual: readonly unknown[], wanted: readonly unknown[], what: string): void {
  const tidy = (value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  assert.deepEqual(actual.map(tidy), wanted.map(tidy), what);
}

describe('what the Optuna sweeper draws', () => {
  for (const one of expected) {
    it(`of ${one.text}`, () => {
      const domain = drawn('optuna', one.text);
      if (one.refused) assert.equal(domain, undefined);
      else if (one.choices) near(values(domain), one.choices, one.text);
      else if (one.low === one.high) assert.deepEqual(domain, { kind: 'constant', value: one.low });
      else {
        assert.ok(domain?.kind === 'float' || domain?.kind === 'integer', one.text);
        assert.equal(domain.kind, one.type);
        assert.deepEqual([domain.low, domain.scale], [one.low, one.scale]);
        if (one.step === undefined || one.type === 'integer') assert.equal(domain.high, one.high);
        if (one.step !== undefined) {
          near([quantile(domain, 1), domain.step?.size], [one.high, one.step], one.text);
        }
      }
    });

    it(`of ${one.text} with a GridSampler`, () => {
      near(values(drawn('optuna/grid', one.text)), one.grid ?? [], one.text);
    });
  }
});

describe('what the other sweepers draw', () => {
  it('leaves the stop of a range out, going either way', () => {
    for (const sweeper of ['ax', 'nevergrad', 'basic']) {
      assert.deepEqual(values(drawn(sweeper, 'range(1, 10, 3)')), [1, 4, 7]);
      assert.deepEqual(values(drawn(sweeper, 'range(5, 1, -1)')), [2, 3, 4, 5]);
      near(values(drawn(sweeper, 'range(0, 0.3, 0.1)')), [0, 0.1, 0.2], sweeper);
    }
  });

  it('orders the numbers that Ax chooses among, and what Nevergrad is told is ordered', () => {
    assert.equal(drawn('ax', 'choice(3, 1, 2)')?.kind, 'ordinal');
    assert.equal(drawn('ax', 'choice(b, a)')?.kind, 'categorical');
    assert.equal(drawn('nevergrad', 'choice(1, 2)')?.kind, 'categorical');
    assert.equal(drawn('nevergrad', 'tag(ordered, choice(a, b))')?.kind, 'ordinal');
  });

  it('rounds a real number for the whole ones of Nevergrad, so that the ends are drawn half as often', () => {
    const domain = drawn('nevergrad', 'int(interval(1, 5))');
    assert.ok(domain);
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(value => density(domain, value)),
      [0.125, 0.25, 0.25, 0.25, 0.125],
    );
    assert.equal(levelCount(drawn('ax', 'int(interval(1, 5))') ?? domain), 5);
  });

  it('reads what Ax and Nevergrad have words of their own for', () => {
    const ax = readHydra(
      [
        'hydra:',
        '  sweeper:',
        '    ax_config:',
        '      max_trials: 12',
        '      experiment: {minimize: false, objective_name: reward}',
        '      params:',
        '        a: {type: range, bounds: [1e-6, 1], log_scale: true}',
        '        b: {type: range, bounds: [-5, 5]}',
        '        c: {type: choice, values: [relu, tanh]}',
        '        d: {type: fixed, value: 3}',
      ].join('\n'),
    );
    assert.deepEqual(
      ax.parameters.map(({ domain }) => domain?.kind),
      ['float', 'integer', 'categorical', 'constant'],
    );
    assert.deepEqual([ax.budget.trials?.value, ax.objective?.goal, ax.findings], [12, 'maximize', []]);
    const nevergrad = readHydra(
      [
        'hydra:',
        '  sweeper:',
        '    optim: {budget: 40, num_workers: 5, optimizer: CMA}',
        '    parametrization:',
        '      db: [mnist, cifar]',
        '      lr: {init: 0.02, step: 2.0, log: true}',
        '      dropout: {lower: 0.0, upper: 1.0}',
        '      batch: {lower: 4, upper: 16, integer: true}',
      ].join('\n'),
    );
    const [, lr, , batch] = nevergrad.parameters.map(({ domain }) => domain);
    assert.ok(lr?.kind === 'float' && batch?.kind === 'integer');
    near([quantile(lr, 0.5)], [0.02], 'init is the median');
    assert.deepEqual([nevergrad.method?.name, nevergrad.budget.trials?.value], ['CMA', 40]);
  });
});
