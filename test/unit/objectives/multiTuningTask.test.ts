import assert from 'node:assert/strict';
import { randomStream } from '../../../src/core/numeric/random';
import { sizeDrivers, tuningTask } from '../../../src/core/objectives/multiTuningTask';
import { dominates } from '../../../src/core/pareto/dominance';
import { sampleSpace } from '../../../src/core/sampling/sampler';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import { makeSpace, usualParameters } from '../demos/halvingSpaces';

const space = makeSpace();
const task = tuningTask(space, 'latency', sizeDrivers(space), randomStream(1));

describe('a tuning task with two losses', () => {
  it('takes the parameters for its size whose names say so', () => {
    assert.deepEqual(
      sizeDrivers(space).map(({ name }) => name),
      ['layers'],
    );
  });

  it('takes what is searched on a linear scale where no name says so, and else the last with an order', () => {
    const named = (names: readonly string[]) =>
      sizeDrivers(makeSpace({ parameters: usualParameters.filter(({ name }) => names.includes(name)) })).map(
        ({ name }) => name,
      );
    assert.deepEqual(named(['lr', 'optimizer', 'momentum']), ['momentum']);
    assert.deepEqual(named(['lr', 'optimizer']), ['lr']);
    assert.deepEqual(named(['optimizer']), []);
  });

  it('lets no configuration dominate the best errors at each of its sizes', () => {
    const bound = task.sizes.map(size => task.bestAt(size));
    for (const configuration of sampleSpace(space, 'random', 300, 1)) {
      const losses = task.losses(configuration);
      assert.ok(!bound.some(best => dominates(losses, best)));
      assert.ok(bound.some(([error, cost]) => error <= losses[0] + 1e-12 && cost <= losses[1] + 1e-9));
    }
  });

  it('costs more the larger the model is, listed sizes in the order of their values', () => {
    const listed = makeSpace({
      parameters: [
        { name: 'hidden', domain: categoricalDomain([{ value: 256 }, { value: 64 }, { value: 128 }]) },
        { name: 'lr', domain: numericDomain({ type: 'float', low: 0, high: 1 }) },
      ],
    });
    const { losses, sizes } = tuningTask(listed, 'memory', sizeDrivers(listed), randomStream(2));
    const costs = [64, 128, 256].map(
      hidden =>
        losses(
          new Map([
            ['hidden', hidden],
            ['lr', 0.3],
          ]),
        )[1],
    );
    assert.deepEqual(sizes, [0, 0.5, 1]);
    assert.ok((costs[0] ?? 0) < (costs[1] ?? 0) && (costs[1] ?? 0) < (costs[2] ?? 0));
  });
});
