import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fromUnit, levelValues } from '../../../src/core/space/distribution';
import { readSweep } from './readSweep';

interface Reference {
  readonly probabilities: readonly number[];
  readonly cases: readonly {
    readonly declaration: string;
    readonly quantiles: readonly number[];
    readonly support?: readonly number[];
  }[];
}

const reference = JSON.parse(readFileSync('test/fixtures/wandb/quantiles.json', 'utf8')) as Reference;

const drawn = (declaration: string) => {
  const { parameters, findings } = readSweep(`x: ${declaration}`);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  const domain = parameters[0]?.domain;
  assert.ok(domain);
  return domain;
};

describe('what a W&B parameter draws', () => {
  for (const { declaration, quantiles, support } of reference.cases) {
    it(`has the quantiles of W&B's own sampler: ${declaration}`, () => {
      const domain = drawn(declaration);
      reference.probabilities.forEach((probability, i) => {
        const [ours, theirs] = [fromUnit(domain, probability), quantiles[i] ?? NaN];
        assert.ok(
          typeof ours === 'number' && Math.abs(ours - theirs) <= 1e-8 * Math.max(1, Math.abs(theirs)),
          `${probability}: ${String(ours)} instead of ${theirs}`,
        );
      });
    });

    if (support) {
      it(`takes just the values W&B's own sampler takes: ${declaration}`, () => {
        const values = levelValues(drawn(declaration), 1000).map(value => Number(Number(value).toFixed(9)));
        assert.deepEqual(
          values,
          support.map(value => Number(value.toFixed(9))),
        );
      });
    }
  }

  it('takes whole bounds for integers, and one with a dot for real numbers', () => {
    assert.equal(drawn('{min: 1, max: 6}').kind, 'integer');
    assert.equal(drawn('{min: 1, max: 6.0}').kind, 'float');
    assert.equal(drawn('{distribution: uniform, min: 1, max: 6}').kind, 'float');
  });

  it('draws choices by their probabilities, and all alike without', () => {
    const weights = (declaration: string) => {
      const domain = drawn(declaration);
      return domain.kind === 'categorical' ? domain.choices.map(({ label, weight }) => [label, weight]) : [];
    };
    assert.deepEqual(weights('{values: [a, b], probabilities: [0.25, 0.75]}'), [
      ['a', 0.25],
      ['b', 0.75],
    ]);
    assert.deepEqual(weights('{values: [a, 2, true, 0.5]}'), [
      ['a', 0.25],
      ['2', 0.25],
      ['true', 0.25],
      ['0.5', 0.25],
    ]);
  });

  it('takes a value for a constant, a list or mapping included', () => {
    assert.deepEqual(drawn('{value: [3, 4]}'), { kind: 'constant', value: [3, 4] });
    assert.deepEqual(drawn('{value: {a: 1}}'), { kind: 'constant', value: { a: 1 } });
    assert.deepEqual(drawn('{value: }'), { kind: 'constant', value: null });
  });

  it('draws nothing where the bounds are the wrong way round or a log meets zero', () => {
    for (const declaration of [
      '{min: 5, max: 1}',
      '{distribution: log_uniform_values, min: 0, max: 1}',
      '{distribution: log_uniform, min: 0, max: 1000}',
      '{max: 5}',
    ]) {
      assert.equal(readSweep(`x: ${declaration}`).parameters[0]?.domain, undefined, declaration);
    }
  });

  it('states the exponents of the deprecated kinds as written', () => {
    const [parameter] = readSweep('x: {distribution: inv_log_uniform, min: 2, max: 9}').parameters;
    assert.deepEqual(
      [
        parameter?.declared.bounds,
        parameter?.declared.low,
        parameter?.declared.high,
        parameter?.declared.scale,
      ],
      ['exponents', 2, 9, 'log'],
    );
  });
});
