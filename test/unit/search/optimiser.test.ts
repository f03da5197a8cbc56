import assert from 'node:assert/strict';
import { incumbent, type SearchMethod } from '../../../src/core/search/method';
import { optimiser } from '../../../src/core/search/optimiser';
import { randomSearch } from '../../../src/core/search/randomSearch';
import { parseTrialLog, TrialLogError } from '../../../src/core/search/trialLog';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../demos/halvingSpaces';

const space = makeSpace({
  parameters: [
    { name: 'lr', domain: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }) },
    { name: 'solver', domain: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }, { value: Infinity }]) },
    {
      name: 'momentum',
      domain: numericDomain({ type: 'float', low: 0, high: 0.99 }),
      condition: { kind: 'in', parent: 'solver', values: ['sgd'] },
    },
  ],
});

/** Suggests what random search does and notes how many trials it saw. */
const noting: SearchMethod<number> = {
  id: 'noting',
  label: () => 'Noting',
  *suggest(space, trials, random) {
    const suggested = yield* randomSearch.suggest(space, trials, random);
    return suggested && { ...suggested, memo: { seen: trials.length }, reason: trials.length };
  },
};

describe('an optimiser', () => {
  it('numbers its suggestions, keeps them pending until told, and passes on why they were made', () => {
    const search = optimiser(noting, space, 1);
    const [first, second] = [search.ask(), search.ask()];
    assert.deepEqual([first?.id, second?.id, second?.reason], [0, 1, 1]);
    search.tell(1, 0.5);
    assert.deepEqual(
      search.trials().map(({ loss, memo }) => [loss, memo]),
      [
        [undefined, { seen: 0 }],
        [0.5, { seen: 1 }],
      ],
    );
  });

  it('refuses a loss for what it did not ask for or was told already', () => {
    const search = optimiser(noting, space, 1);
    assert.throws(() => search.tell(0, 1), RangeError);
    search.ask();
    search.tell(0, NaN);
    assert.throws(() => search.tell(0, 1), RangeError);
  });

  it('goes on from its log exactly where it would have gone on without', () => {
    const whole = optimiser(noting, space, 'seed');
    for (let i = 0; i < 6; i++) {
      whole.ask();
      if (i % 3 !== 2) whole.tell(i, [0.1, NaN, 0, -Infinity, 3][i] ?? 2);
    }
    const resumed = optimiser(noting, space, 'seed', parseTrialLog(JSON.stringify(whole.log())));
    assert.deepEqual(resumed.trials(), whole.trials());
    assert.deepEqual(resumed.ask(), whole.ask());
    resumed.tell(2, 1);
    assert.equal(resumed.trials()[2]?.loss, 1);
  });

  it('has the successful trial of lowest loss as its incumbent, the first of equals', () => {
    const search = optimiser(noting, space, 1);
    const losses = [NaN, 2, -Infinity, 1, 1, undefined];
    losses.forEach((loss, id) => {
      search.ask();
      if (loss !== undefined) search.tell(id, loss);
    });
    assert.equal(incumbent(search.trials())?.id, 3);
    assert.equal(incumbent(search.trials().slice(0, 1)), undefined);
  });
});

describe('a log of trials', () => {
  const log = (trials: unknown): string => JSON.stringify({ version: 1, method: 'random', seed: 1, trials });
  const adam = { lr: 0.01, solver: 'adam' };

  it('is refused with the place that is broken', () => {
    for (const [text, at] of [
      ['{"version": 1', ''],
      ['[]', ''],
      ['{"version": 2}', 'version'],
      ['{"version": 1, "method": 3}', 'method'],
      ['{"version": 1, "method": "random", "seed": null}', 'seed'],
      [log({}), 'trials'],
      [log([null]), 'trials[0]'],
      [log([{ configuration: [] }]), 'trials[0].configuration'],
      [log([{ configuration: {}, loss: 'low' }]), 'trials[0].loss'],
      [log([{ configuration: {}, loss: null }]), 'trials[0].loss'],
      [log([{ configuration: {}, resource: '1' }]), 'trials[0].resource'],
      [log([{ configuration: { ...adam, lr: 1 } }]), 'trials[0].configuration.lr'],
      [log([{ configuration: { ...adam, lr: '0.01' } }]), 'trials[0].configuration.lr'],
      [log([{ configuration: adam }, { configuration: { lr: 0.01 } }]), 'trials[1].configuration.solver'],
      [log([{ configuration: { ...adam, solver: 'lion' } }]), 'trials[0].configuration.solver'],
      [log([{ configuration: { ...adam, momentum: 0.5 } }]), 'trials[0].configuration.momentum'],
      [log([{ configuration: { ...adam, solver: 'sgd' } }]), 'trials[0].configuration.momentum'],
      [log([{ configuration: { ...adam, decay: 1 } }]), 'trials[0].configuration.decay'],
    ] as const) {
      assert.throws(
        () => optimiser(randomSearch, space, 1, parseTrialLog(text)),
        (error: unknown) => error instanceof TrialLogError && error.at === at,
        text,
      );
    }
  });

  it('keeps values and losses that JSON has no numbers for', () => {
    const read = optimiser(
      randomSearch,
      space,
      1,
      parseTrialLog(log([{ configuration: { lr: 0.01, solver: 'Infinity' }, loss: '-Infinity' }])),
    );
    assert.deepEqual(read.trials()[0], {
      id: 0,
      configuration: new Map<string, unknown>([
        ['lr', 0.01],
        ['solver', Infinity],
      ]),
      loss: -Infinity,
      resource: undefined,
      memo: undefined,
    });
  });
});
