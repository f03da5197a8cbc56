import assert from 'node:assert/strict';
import { hyperbandBrackets } from '../../../src/core/fidelity/hyperband';
import { scheduleTable } from '../../../src/core/fidelity/schedule';
import { toolBrackets } from '../../../src/core/fidelity/toolBrackets';
import type { FormatId } from '../../../src/core/space/searchSpace';
import { makeSpace, stated } from '../demos/halvingSpaces';
import { multifidelity } from './fixture';

function brackets(
  format: FormatId,
  name: string,
  max: number,
  eta = 3,
  min?: number,
): number[][][] | undefined {
  const space = makeSpace({
    format,
    earlyStopping: {
      name,
      family: 'hyperband',
      maxResource: stated(max),
      reductionFactor: stated(eta),
      minResource: min === undefined ? undefined : stated(min),
    },
  });
  return toolBrackets(space)?.brackets.map(rungs =>
    rungs.map(({ configurations, resource }) => [configurations, resource]),
  );
}

const exact = (maxResource: number, reductionFactor = 3): number[][][] =>
  hyperbandBrackets({ minResource: 1, maxResource, reductionFactor, convention: 'algorithm1' }).map(bracket =>
    scheduleTable(bracket).map(({ configurations, resource }) => [configurations, resource]),
  );

describe('the brackets a tool computes', () => {
  it('are the exact ones in NNI where the least resource is a whole unit', () => {
    assert.deepEqual(brackets('nni-experiment', 'Hyperband', 81), exact(81));
    assert.deepEqual(brackets('nni-experiment', 'Hyperband', 243), exact(243));
  });

  it('keep whole units in NNI: 100 begins at 1 and ends at 100', () => {
    assert.deepEqual(
      brackets('nni-experiment', 'Hyperband', 100)?.[0]?.map(([, resource]) => resource),
      [1, 3, 11, 33, 100],
    );
  });

  it('lose one in Katib for 243 and keep ceilings on the way', () => {
    const katib = brackets('katib-experiment', 'hyperband', 243);
    assert.equal(katib?.length, 5);
    assert.equal(exact(243).length, 6);
    // 34 → ⌈34 / 3⌉ → ⌈12 / 3⌉ → ⌈⌈34 / 9⌉ / 3⌉
    assert.deepEqual(
      brackets('katib-experiment', 'hyperband', 81)?.[1]?.map(([n]) => n),
      [34, 12, 4, 2],
    );
  });

  it('are larger in Keras Tuner where the most epochs are no power of the factor', () => {
    const [first] = brackets('keras-tuner-python', 'Hyperband', 100) ?? [];
    // ⌈1 + log₃ 100⌉ = 6, over 5, times 3⁴
    assert.deepEqual(first?.[0], [98, 2]);
    assert.deepEqual(first?.at(-1), [2, 100]);
  });

  it('round up in Ray’s Hyperband and leave out what would begin below one unit', () => {
    // log₃ 50 = 3.56 rounds to 4: five brackets, of which the first would begin at 50 / 81.
    const ray = brackets('ray-python', 'HyperBandScheduler', 50);
    assert.deepEqual(
      ray?.map(rungs => rungs[0]),
      [
        [34, 1],
        [15, 5],
        [8, 16],
        [5, 50],
      ],
    );
  });

  for (const [name, sizes] of Object.entries(multifidelity.optunaBrackets)) {
    const [, R = '', eta = ''] = /^R(\d+)_eta(\d+)$/.exec(name) ?? [];
    it(`begin in Optuna with the configurations of its own class for R = ${R}, η = ${eta}`, () => {
      assert.deepEqual(
        brackets('optuna-python', 'HyperbandPruner', Number(R), Number(eta), 1)?.map(([first]) => first?.[0]),
        sizes,
      );
    });
  }

  it('are unknown for other tools and for schedules that cannot be', () => {
    assert.equal(brackets('wandb-sweep', 'hyperband', 81), undefined);
    assert.equal(brackets('katib-experiment', 'hyperband', 81, 1), undefined);
    assert.equal(brackets('nni-experiment', 'BOHB', 3, 3, 9), undefined);
  });
});
