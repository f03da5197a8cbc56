import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomStream } from '../../../src/core/numeric/random';
import { rankCorrelation } from '../../../src/core/numeric/rankCorrelation';
import { finish } from '../../../src/core/numeric/work';
import { curveFamilies, lossAt, type LearningCurve } from '../../../src/core/objectives/learningCurve';
import { learningCurveTask } from '../../../src/core/objectives/learningCurveTask';
import { configurations } from '../../../src/core/sampling/sampler';
import { makeSpace } from '../demos/halvingSpaces';

const usual: LearningCurve = { family: 'powerLaw', badness: 0, pretence: 0, angle: 0, first: 1 / 27 };

describe('a learning curve', () => {
  const scores = fc.double({ min: -4, max: 4, noNaN: true });

  it('starts at a loss of one and always falls where nothing is pretended', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom('powerLaw' as const, 'exponential' as const),
        scores,
        unit,
        unit,
        (family, badness, a, b) => {
          const curve = { ...usual, family, badness };
          assert.ok(Math.abs(lossAt(curve, 0) - 1) < 1e-12);
          assert.ok(lossAt(curve, Math.max(a, b)) <= lossAt(curve, Math.min(a, b)));
        },
      ),
    );
  });

  it('ends where its badness says, whatever it pretended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...curveFamilies),
        scores,
        scores,
        scores,
        (family, badness, pretence, angle) => {
          const honest = lossAt({ ...usual, family, badness }, 1);
          assert.ok(Math.abs(lossAt({ ...usual, family, badness, pretence, angle }, 1) - honest) < 1e-12);
        },
      ),
    );
  });

  it('is the power law a + (1 − a) 2^−0.7 a hundredth into training', () => {
    assert.ok(Math.abs(lossAt(usual, 0.01) - (0.45 + 0.55 * 2 ** -0.7)) < 1e-12);
  });

  it('climbs where it overfits: early losses below the last one', () => {
    const curve = { ...usual, family: 'overfitting' as const, badness: 1, pretence: -1, angle: 1 };
    assert.ok(lossAt(curve, 0.3) < lossAt(curve, 1) - 0.02);
  });

  it('climbs and fails where it diverges', () => {
    const curve = { ...usual, diverges: 0.4 };
    assert.ok(lossAt(curve, 0.45) > lossAt(curve, 0.4));
    assert.ok(Number.isNaN(lossAt(curve, 0.6)));
  });
});

describe('a learning-curve task', () => {
  const space = makeSpace();
  const drawn = [...configurations(space, 'random', 400, randomStream(5))];
  const curvesOf = (seed: number, options: Parameters<typeof learningCurveTask>[2] = {}) => {
    const task = finish(learningCurveTask(space, randomStream(seed), options));
    return drawn.map(configuration => task.curve(configuration));
  };

  it('depends on the configuration and the seed alone', () => {
    assert.deepEqual(curvesOf(1), curvesOf(1));
    assert.notDeepEqual(curvesOf(1), curvesOf(2));
  });

  for (const correlation of [-0.3, 0, 0.5, 0.8, 1]) {
    it(`has the rank correlation asked for between first budget and full training: ${correlation}`, () => {
      for (const family of ['powerLaw', 'exponential', 'crossing', 'overfitting'] as const) {
        const seeds = [1, 2, 3, 4].map(seed => {
          const curves = curvesOf(seed, { family, correlation, first: 1 / 81 });
          return rankCorrelation(
            curves.map(curve => lossAt(curve, 1 / 81)),
            curves.map(curve => lossAt(curve, 1)),
          );
        });
        // The angle is set on 128 other configurations: a standard error of about 0.09 at 0, less elsewhere.
        const mean = seeds.reduce((sum, rho) => sum + rho, 0) / seeds.length;
        assert.ok(Math.abs(mean - correlation) < 0.12, `${family}: ${mean}`);
      }
    });
  }

  it('predicts the end the better the later the budget, and crosses late where it is to', () => {
    const at = (family: 'powerLaw' | 'crossing', progress: number): number => {
      const curves = curvesOf(1, { family, correlation: 0.2 });
      return rankCorrelation(
        curves.map(curve => lossAt(curve, progress)),
        curves.map(curve => lossAt(curve, 1)),
      );
    };
    assert.ok(
      at('powerLaw', 1 / 27) < at('powerLaw', 1 / 9) && at('powerLaw', 1 / 9) < at('powerLaw', 1 / 3),
    );
    assert.ok(at('crossing', 1 / 3) < at('powerLaw', 1 / 3) - 0.1);
  });

  it('lets about one in eight diverge where curves diverge, and none elsewhere', () => {
    const diverging = curvesOf(1, { family: 'diverging' }).filter(({ diverges }) => diverges !== undefined);
    assert.ok(diverging.length > 20 && diverging.length < 90, String(diverging.length));
    assert.ok(curvesOf(1).every(({ diverges }) => diverges === undefined));
  });

  it('is made in small steps', () => {
    assert.ok([...learningCurveTask(space, randomStream(1))].length >= 8);
  });

  it('stands a space of a single choice', () => {
    const single = makeSpace({
      parameters: [
        {
          name: 'a',
          domain: {
            kind: 'categorical',
            choices: [
              { value: 1, label: '1', weight: 0.5 },
              { value: 2, label: '2', weight: 0.5 },
            ],
          },
        },
      ],
    });
    const task = finish(learningCurveTask(single, randomStream(1), { correlation: 0.3 }));
    const losses = [1, 2].map(a => lossAt(task.curve(new Map([['a', a]])), 0.3));
    assert.ok(losses.every(Number.isFinite) && losses[0] !== losses[1]);
  });
});
