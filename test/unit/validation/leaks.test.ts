import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { estimateOf } from '../../../src/core/validation/estimate';
import type { LeakId, LeakSetting } from '../../../src/core/validation/leaks/leak';
import { leaks } from '../../../src/core/validation/leaks/leaks';

const setting: LeakSetting = {
  trials: 30,
  scoring: { rows: 200, accuracy: 0.8, spread: 0.01, shared: 0.5 },
  looks: 10,
  duplicated: 0.2,
};

function measure(id: LeakId, studies: number, of = setting) {
  const leak = leaks.find(candidate => candidate.id === id) ?? assert.fail();
  const found = Array.from({ length: studies }, (_, i) => finish(leak.study(of, randomStream(`${id} ${i}`))));
  return {
    optimism: estimateOf(found.map(({ leaky, truth }) => leaky - truth)),
    honest: estimateOf(found.map(({ honest, truth }) => honest - truth)),
    found,
    expected: leak.expected && finish(leak.expected(of)),
  };
}

/** Of a mean of seeded studies from what it must be. */
const standardErrors = 4;

describe('leaks', () => {
  for (const { id, expected } of leaks) {
    const measured = () => measure(id, id === 'selection' ? 4 : 150);

    it(`${id}: is honest without the leak`, () => {
      const { honest } = measured();
      assert.ok(Math.abs(honest.mean) <= standardErrors * honest.standardError, String(honest.mean));
    });

    if (!expected) continue;
    it(`${id}: fools by what the closed form says`, () => {
      const { optimism, expected: exact = NaN } = measured();
      const off = Math.abs(optimism.mean - exact);
      assert.ok(off <= standardErrors * optimism.standardError, `${optimism.mean}, not ${exact}`);
    });
  }

  it('selection: fools 1-NN on noise as in The Elements of Statistical Learning, and scaling hardly at all', () => {
    const { esl_wrong_right_cv: oracle } = JSON.parse(
      readFileSync('test/fixtures/oracles/selectionBias.json', 'utf8'),
    ) as { esl_wrong_right_cv: { wrong_error_mean: number } };
    const { found } = measure('selection', 6);
    const error = 1 - estimateOf(found.map(({ leaky }) => leaky)).mean;
    assert.ok(Math.abs(error - oracle.wrong_error_mean) < 0.03, String(error));
    assert.ok(Math.abs(measure('scaling', 150).optimism.mean) < 0.02);
  });

  it('early stopping on the ranking rows fools more than choosing by them alone, and looks add to it', () => {
    const of = (looks: number): number => measure('early-stopping', 1, { ...setting, looks }).expected ?? NaN;
    const alone = measure('test-set', 1).expected ?? NaN;
    assert.equal(of(1), alone);
    assert.ok(alone < of(3) && of(3) < of(30));
  });

  it('gives the same study for the same stream', () => {
    for (const { study } of leaks.filter(({ id }) => id !== 'selection')) {
      const draw = () => finish(study(setting, randomStream('same')));
      assert.deepEqual(draw(), draw());
    }
  });
});
