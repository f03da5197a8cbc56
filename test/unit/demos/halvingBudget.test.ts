import assert from 'node:assert/strict';
import { halvingBudget } from '../../../src/core/demos/halvingBudget';
import { constantDomain, numericDomain } from '../../../src/core/space/domains';
import { makeSpace, stated, usualParameters, wandbHyperband } from './halvingSpaces';

describe('halvingBudget', () => {
  it('reads max_iter 27, s 3, eta 3 as 27 configurations from 1 to 27', () => {
    assert.deepEqual(halvingBudget(makeSpace({ earlyStopping: wandbHyperband })), {
      configurations: 27,
      minResource: 1,
      maxResource: 27,
      reductionFactor: 3,
    });
  });

  // wandb/sweeps: max_iter 19 with s 2 stops at 2 and 6, whatever min_iter says.
  it('lets max_iter win over min_iter as W&B does', () => {
    const earlyStopping = {
      ...wandbHyperband,
      minResource: stated(7),
      maxResource: stated(19),
      rungsBelow: stated(2),
    };
    const { minResource, maxResource } = halvingBudget(makeSpace({ earlyStopping }));
    assert.deepEqual([minResource, maxResource], [2, 19]);
  });

  it('climbs three rungs from a min_iter that has no maximum', () => {
    const earlyStopping = { name: 'hyperband', family: 'hyperband', minResource: stated(300) } as const;
    assert.deepEqual(halvingBudget(makeSpace({ earlyStopping })), {
      configurations: 27,
      minResource: 300,
      maxResource: 8100,
      reductionFactor: 3,
    });
  });

  it('takes R and eta of a Hyperband advisor and the number of trials of the experiment', () => {
    const earlyStopping = {
      name: 'Hyperband',
      family: 'hyperband',
      maxResource: stated(60),
      reductionFactor: stated(4),
    } as const;
    assert.deepEqual(halvingBudget(makeSpace({ format: 'nni-experiment', trials: 40, earlyStopping })), {
      configurations: 40,
      // R η^−⌊log_η R⌋ = 60 / 16, in whole units.
      minResource: 3,
      maxResource: 60,
      reductionFactor: 4,
    });
  });

  it('ignores the numbers of a stopping rule that is not Hyperband', () => {
    const earlyStopping = { ...wandbHyperband, family: 'medianStopping', maxResource: stated(500) } as const;
    assert.equal(halvingBudget(makeSpace({ earlyStopping })).maxResource, 27);
  });

  it('trains as long as a parameter for epochs says where no rule states a resource', () => {
    const fixed = [...usualParameters, { name: 'epochs', domain: constantDomain(90) }];
    const varied = [
      ...usualParameters,
      { name: 'num_epochs', domain: numericDomain({ type: 'integer', low: 5, high: 40 }) },
    ];
    assert.equal(halvingBudget(makeSpace({ parameters: fixed })).maxResource, 90);
    assert.equal(halvingBudget(makeSpace({ parameters: varied })).maxResource, 40);
  });

  it('stays within what the controls can hold, whatever the file states', () => {
    for (const value of [0, -5, 1e308, NaN, Infinity]) {
      const earlyStopping = {
        name: 'hyperband',
        family: 'hyperband',
        minResource: stated(value),
        maxResource: stated(value),
        reductionFactor: stated(value),
      } as const;
      const budget = halvingBudget(makeSpace({ trials: value, earlyStopping }));
      assert.ok(budget.configurations >= 2 && budget.configurations <= 256);
      assert.ok(budget.minResource >= 1 && budget.minResource <= budget.maxResource);
      assert.ok(budget.maxResource <= 1e6 && budget.reductionFactor > 1 && budget.reductionFactor <= 10);
    }
  });
});
