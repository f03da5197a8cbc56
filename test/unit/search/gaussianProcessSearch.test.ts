import assert from 'node:assert/strict';
import type { AcquisitionId } from '../../../src/core/acquisition/acquisitionFunction';
import { randomStream } from '../../../src/core/numeric/random';
import { branin } from '../../../src/core/objectives/branin';
import { onUnitCube } from '../../../src/core/objectives/testFunction';
import { sampleUnit } from '../../../src/core/sampling/sampler';
import { axesOf } from '../../../src/core/search/axis';
import { gaussianProcessSearch } from '../../../src/core/search/gaussianProcessSearch';
import { heldValues } from '../../../src/core/search/heldValues';
import { makeSpace } from '../demos/halvingSpaces';

const space = makeSpace();
const all = axesOf(space);

function start(names: readonly string[], acquisition: AcquisitionId = 'expected-improvement', seed = 1) {
  const axes = all.filter(({ name }) => names.includes(name));
  const random = randomStream(seed);
  return gaussianProcessSearch({
    space,
    axes,
    held: heldValues(space, axes),
    initialDesign: sampleUnit('sobol', axes.length, 4, random.substream('design')).map(point => [...point]),
    acquisition,
    surrogate: { kernel: 'matern52', noise: 'negligible', randomStarts: 2 },
    random: random.substream('search'),
  });
}

const objective = onUnitCube(branin, 2);

describe('Gaussian-process search', () => {
  it('comes closer to the minimum of Branin in 25 trials than random search in 200', () => {
    const regrets = [1, 2, 3].map(seed => {
      const search = start(['lr', 'momentum'], 'expected-improvement', seed);
      let best = Infinity;
      for (let i = 0; i < 25; i++) {
        const { id, point } = search.ask();
        const loss = objective.evaluate(point);
        search.tell(id, loss);
        best = Math.min(best, loss - objective.minimum);
      }
      return best;
    });
    // The median regret of random search after 200 trials is 0.18 over 40 seeds.
    assert.ok(
      regrets.every(regret => regret < 0.18),
      regrets.join(),
    );
  });

  it('suggests whole configurations: searched values, held ones, and nothing that is inactive', () => {
    const { configuration, reason } = start(['lr']).ask();
    assert.equal(reason, undefined);
    assert.deepEqual([...configuration.keys()].sort(), ['layers', 'lr', 'optimizer']);
    assert.equal(configuration.get('optimizer'), 'adam');
    const lr = Number(configuration.get('lr'));
    assert.ok(lr >= 1e-5 && lr <= 0.1);
  });

  for (const acquisition of [
    'expected-improvement',
    'probability-of-improvement',
    'confidence-bound',
    'thompson',
  ] as const) {
    it(`asks again for another point while suggestions are pending, and takes losses in any order: ${acquisition}`, () => {
      const search = start(['lr'], acquisition);
      const first = Array.from({ length: 4 }, () => search.ask());
      for (const { id, point } of first.reverse()) search.tell(id, objective.evaluate([point[0] ?? 0, 0.5]));
      const batch = [search.ask(), search.ask(), search.ask()];
      const places = batch.map(({ point }) => point[0] ?? NaN);
      assert.equal(new Set(places.map(u => u.toFixed(3))).size, 3, places.join());
      for (const { id } of batch.reverse()) search.tell(id, 1);
      assert.throws(() => search.tell(batch[0]?.id ?? 0, 1), RangeError);
    });
  }

  it('goes on after failed trials, even when all have failed', () => {
    const search = start(['lr', 'layers']);
    for (let i = 0; i < 6; i++) search.tell(search.ask().id, i % 2 === 0 ? NaN : Infinity);
    for (let i = 0; i < 4; i++) search.tell(search.ask().id, i);
    const { point, reason } = search.ask();
    assert.ok(reason);
    assert.ok(reason.model.values.every(Number.isFinite));
    assert.ok(point.every(u => u >= 0 && u <= 1));
  });

  it('suggests the same again from the same seed', () => {
    const places = (seed: number): string => {
      const search = start(['lr', 'layers'], 'thompson', seed);
      return Array.from({ length: 7 }, () => {
        const { id, point } = search.ask();
        search.tell(id, objective.evaluate(point));
        return point.join();
      }).join(' ');
    };
    assert.equal(places(3), places(3));
    assert.notEqual(places(3), places(4));
  });
});
