import assert from 'node:assert/strict';
import { halvingBudget } from '../../../src/core/demos/halvingBudget';
import { toolSchedule } from '../../../src/core/fidelity/toolSchedule';
import type { EarlyStopping, FormatId } from '../../../src/core/space/searchSpace';
import { makeSpace, stated, wandbHyperband } from '../demos/halvingSpaces';

type Table = readonly (readonly (readonly [configurations: number, resource: number])[])[];

function tables(
  format: FormatId,
  stopping: Omit<EarlyStopping, 'range' | 'family'>,
  trials?: number,
): { exact: Table; computed: Table } {
  const space = makeSpace({
    format,
    ...(trials === undefined ? {} : { trials }),
    earlyStopping: { family: 'hyperband', ...stopping },
  });
  const schedule = toolSchedule(space, halvingBudget(space)) ?? assert.fail();
  const table = (brackets: typeof schedule.exact): Table =>
    brackets.map(rungs =>
      rungs.map(
        ({ configurations, resource }) => [configurations, Math.round(100 * resource) / 100] as const,
      ),
    );
  return { exact: table(schedule.exact), computed: table(schedule.computed) };
}

describe('the schedule a tool computes', () => {
  it('lets one more pass in W&B', () => {
    assert.deepEqual(tables('wandb-sweep', wandbHyperband), {
      exact: [[[27, 1], [9, 3], [3, 9], [1, 27]]],
      computed: [[[27, 1], [10, 3], [4, 9], [2, 27]]],
    }); // prettier-ignore
  });

  it('cuts W&B’s bands to whole numbers', () => {
    const { exact, computed } = tables('wandb-sweep', {
      name: 'hyperband',
      maxResource: stated(100),
      rungsBelow: stated(3),
    });
    const resources = (of: Table) => of[0]?.map(([, resource]) => resource);
    assert.deepEqual(resources(exact), [3.7, 11.11, 33.33, 100]);
    assert.deepEqual(resources(computed), [3, 11, 33, 100]);
  });

  it('has no comparison in Ray where a quotient of logarithms falls short, which is where training ends', () => {
    const space = makeSpace({
      format: 'ray-python',
      earlyStopping: {
        name: 'ASHAScheduler',
        family: 'hyperband',
        maxResource: stated(243),
        reductionFactor: stated(3),
      },
    });
    const { computed = [] } = toolSchedule(space, halvingBudget(space)) ?? {};
    assert.deepEqual(
      computed[0]?.filter(({ isOpen }) => isOpen).map(({ resource }) => resource),
      [243],
    );
  });

  it('takes 4 and 1 to 100 for what Ray’s ASHA and Optuna’s successive halving leave open', () => {
    const { computed } = tables('ray-python', { name: 'ASHAScheduler', maxResource: stated(100) }, 64);
    assert.deepEqual(computed, [[[64, 1], [16, 4], [4, 16], [1, 64], [1, 100]]]); // prettier-ignore
    const { computed: optuna } = tables(
      'optuna-python',
      { name: 'SuccessiveHalvingPruner', minResource: stated(2) },
      16,
    );
    assert.deepEqual(optuna, [[[16, 2], [4, 8], [1, 32], [1, 128]]]); // prettier-ignore
  });

  // master/pkg/searcher/adaptive_asha.go: weights 4³/4, 4²/3, 4/2 and 1 of the brackets with 4, 3, 2 and 1 rungs.
  it('shares trials among the brackets of Determined by its mode, and always promotes one', () => {
    const search = (mode: EarlyStopping['mode'], trials: number) =>
      tables(
        'determined',
        {
          name: 'adaptive_asha',
          mode,
          maxResource: stated(64),
          reductionFactor: stated(4),
          rungsBelow: stated(3),
        },
        trials,
      ).computed;
    assert.deepEqual(search('aggressive', 64), [[[64, 1], [16, 4], [4, 16], [1, 64]]]); // prettier-ignore
    assert.deepEqual(search('standard', 64).map(rungs => rungs[0]), [[45, 1], [14, 4], [5, 16]]); // prettier-ignore
    assert.deepEqual(search('conservative', 64).map(rungs => rungs[0]?.[1]), [1, 4, 16, 64]); // prettier-ignore
    assert.deepEqual(search('standard', 64)[1], [[14, 4], [3, 16], [1, 64]]); // prettier-ignore
    // No more rungs than the trials can fill: 15 fill one of factor 4.
    assert.deepEqual(search('aggressive', 15), [[[15, 16], [3, 64]]]); // prettier-ignore
  });

  it('is unknown for services that do not say how they round', () => {
    const space = makeSpace({
      format: 'sagemaker-tuning',
      earlyStopping: { name: 'Hyperband', family: 'hyperband', maxResource: stated(27) },
    });
    assert.equal(toolSchedule(space, halvingBudget(space)), undefined);
  });
});
