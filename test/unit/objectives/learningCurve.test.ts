import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomStream } from '../../../src/core/numeric/random';
import { lossAt } from '../../../src/core/objectives/learningCurve';
import { learningCurveTask } from '../../../src/core/objectives/learningCurveTask';
import { configurations } from '../../../src/core/sampling/sampler';
import { makeSpace } from '../demos/halvingSpaces';

describe('a learning curve', () => {
  it('starts at a loss of one, always falls and never passes its asymptote', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asymptote, rate, a, b) => {
          const curve = { asymptote, rate };
          const [early, late] = [lossAt(curve, Math.min(a, b)), lossAt(curve, Math.max(a, b))];
          assert.ok(Math.abs(lossAt(curve, 0) - 1) < 1e-12);
          assert.ok(late <= early && late >= asymptote);
        },
      ),
    );
  });

  it('is the power law a + (1 − a) 2^−rate one onset into training', () => {
    assert.ok(Math.abs(lossAt({ asymptote: 0.2, rate: 1 }, 0.01) - 0.6) < 1e-12);
  });
});

describe('a learning-curve task', () => {
  const space = makeSpace();
  const drawn = [...configurations(space, 'random', 60, randomStream(5))];
  const curvesOf = (seed: number) => {
    const task = learningCurveTask(space, randomStream(seed));
    return drawn.map(configuration => task.curve(configuration));
  };

  it('depends on the configuration and the seed alone', () => {
    assert.deepEqual(curvesOf(1), curvesOf(1));
    assert.notDeepEqual(curvesOf(1), curvesOf(2));
  });

  it('has curves that cross: some pair changes order between a twenty-seventh of training and its end', () => {
    const curves = curvesOf(1);
    const crossings = curves.flatMap((a, i) =>
      curves.slice(i + 1).filter(b => {
        const early = lossAt(a, 1 / 27) - lossAt(b, 1 / 27);
        return early * (lossAt(a, 1) - lossAt(b, 1)) < 0;
      }),
    );
    const pairs = (curves.length * (curves.length - 1)) / 2;
    assert.ok(crossings.length > 0.02 * pairs && crossings.length < 0.4 * pairs, String(crossings.length));
  });

  it('gives every configuration, conditional ones too, an asymptote and a rate within the documented range', () => {
    assert.ok(new Set(drawn.map(configuration => configuration.has('momentum'))).size === 2);
    for (const { asymptote, rate } of curvesOf(3)) {
      assert.ok(asymptote >= 0.05 && asymptote <= 0.75);
      assert.ok(rate >= 0.35 && rate <= 1.05);
    }
  });
});
