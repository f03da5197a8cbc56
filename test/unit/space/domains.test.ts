import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromUnit, levelCount } from '../../../src/core/space/distribution';
import {
  categoricalDomain,
  choiceLabel,
  numericDomain,
  ordinalDomain,
} from '../../../src/core/space/domains';
import { drawable } from './arbitraryDomain';

describe('numericDomain', () => {
  const nothing: [string, Parameters<typeof numericDomain>[0]][] = [
    ['bounds out of order', { type: 'float', low: 1, high: 0 }],
    ['a bound that is no number', { type: 'float', low: NaN, high: 1 }],
    ['a log scale from zero', { type: 'float', low: 0, high: 1, scale: 'log' }],
    ['a log scale from below zero', { type: 'integer', low: -3, high: 9, scale: 'log' }],
    ['no bound and no prior', { type: 'float', low: 0, high: Infinity }],
    ['a step of zero', { type: 'float', low: 0, high: 1, step: { size: 0, origin: 'low', clamp: false } }],
    ['no whole number between the bounds', { type: 'integer', low: 0.2, high: 0.8 }],
    ['a negative deviation', normal({ standardDeviation: -1 })],
    ['a prior without mass between the bounds', { ...normal({ mean: 0 }), low: 60, high: 70 }],
  ];
  for (const [title, specification] of nothing) {
    it(`finds nothing to draw in ${title}`, () => assert.equal(numericDomain(specification), undefined));
  }

  it('is a constant where only one value is possible', () => {
    const constant = (value: number) => ({ kind: 'constant', value });
    assert.deepEqual(numericDomain({ type: 'float', low: 2, high: 2 }), constant(2));
    assert.deepEqual(numericDomain({ type: 'integer', low: 1.5, high: 2.5 }), constant(2));
    assert.deepEqual(
      numericDomain({ type: 'float', low: 0, high: 1, step: { size: 2, origin: 'low', clamp: false } }),
      constant(0),
    );
    assert.deepEqual(numericDomain(normal({ mean: 3, standardDeviation: 0 })), constant(3));
  });

  it("keeps the last step that fits, as Optuna's does", () => {
    const domain = drawable(
      numericDomain({ type: 'float', low: 0, high: 1, step: { size: 0.3, origin: 'low', clamp: false } }),
    );
    assert.equal(levelCount(domain), 4);
    assert.equal(fromUnit(domain, 1), 0.3 * 3);
    const tenths = drawable(
      numericDomain({ type: 'float', low: 0.1, high: 0.5, step: { size: 0.1, origin: 'low', clamp: false } }),
    );
    assert.equal(levelCount(tenths), 5);
  });

  it('is total: every specification gives undefined or a domain that draws finite numbers', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, 1e308, -1e308, 5e-324));
    fc.assert(
      fc.property(
        fc.constantFrom('float' as const, 'integer' as const),
        number,
        number,
        fc.constantFrom('linear' as const, 'log' as const, 'reverseLog' as const),
        fc.option(
          fc.record({
            size: number,
            origin: fc.constantFrom('low' as const, 'zero' as const),
            clamp: fc.boolean(),
          }),
          { nil: undefined },
        ),
        fc.oneof(
          fc.constant({ kind: 'uniform' } as const),
          fc.record({ kind: fc.constant('normal' as const), mean: number, standardDeviation: number }),
          fc.record({ kind: fc.constant('beta' as const), alpha: number, beta: number }),
        ),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (type, low, high, scale, step, prior, u) => {
          const domain = numericDomain({ type, low, high, scale, step, prior });
          if (domain) assert.ok(Number.isFinite(fromUnit(domain, u)), JSON.stringify({ domain, u }));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('categoricalDomain', () => {
  it('adds the weights of a repeated value and leaves out what is never drawn', () => {
    const domain = categoricalDomain([
      { value: 'adam' },
      { value: 'sgd' },
      { value: 'adam' },
      { value: 'x', weight: 0 },
    ]);
    assert.deepEqual(domain, {
      kind: 'categorical',
      choices: [
        { value: 'adam', label: 'adam', weight: 2 / 3 },
        { value: 'sgd', label: 'sgd', weight: 1 / 3 },
      ],
    });
  });

  it('tells 1 from "1" and true, and takes mappings with the same entries for the same', () => {
    assert.equal(levelCount(drawable(categoricalDomain([{ value: 1 }, { value: '1' }, { value: true }]))), 3);
    const same = categoricalDomain([{ value: { a: 1, b: [2] } }, { value: { b: [2], a: 1 } }]);
    assert.equal(same?.kind, 'constant');
  });

  it('finds nothing to draw without choices or with a weight that is not a number ≥ 0', () => {
    assert.equal(categoricalDomain([]), undefined);
    assert.equal(categoricalDomain([{ value: 1, weight: -1 }, { value: 2 }]), undefined);
    assert.equal(ordinalDomain([{ value: 1, weight: NaN }, { value: 2 }]), undefined);
  });

  it('shows strings bare and everything else as JSON', () => {
    assert.deepEqual(
      [choiceLabel('adam'), choiceLabel(null), choiceLabel([1, 'a'])],
      ['adam', 'null', '[1,"a"]'],
    );
  });
});

function normal({ mean = 0, standardDeviation = 1 }): Parameters<typeof numericDomain>[0] {
  return {
    type: 'float',
    low: -Infinity,
    high: Infinity,
    prior: { kind: 'normal', mean, standardDeviation },
  };
}
