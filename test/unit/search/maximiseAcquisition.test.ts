import assert from 'node:assert/strict';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { maximise, type Score } from '../../../src/core/search/maximiseAcquisition';
import { surrogateSpace } from '../../../src/core/search/surrogateSpace';
import { sampleSpace } from '../../../src/core/sampling/sampler';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../demos/halvingSpaces';

const space = makeSpace({
  parameters: [
    { name: 'rate', domain: numericDomain({ type: 'float', low: 1e-5, high: 1, scale: 'log' }) },
    { name: 'depth', domain: numericDomain({ type: 'integer', low: 1, high: 9 }) },
    { name: 'width', domain: numericDomain({ type: 'integer', low: 1, high: 4000 }) },
    { name: 'size', domain: ordinalDomain([{ value: 'S' }, { value: 'M' }, { value: 'L' }]) },
    { name: 'kind', domain: categoricalDomain([{ value: 'a' }, { value: 'b', weight: 3 }, { value: 'c' }]) },
    {
      name: 'decay',
      domain: numericDomain({ type: 'float', low: 0, high: 1 }),
      condition: { kind: 'in', parent: 'kind', values: ['c'] },
    },
  ],
});
const cube = surrogateSpace(space);

describe('a space as a surrogate sees it', () => {
  it('leads every configuration back to itself', () => {
    for (const configuration of sampleSpace(space, 'random', 50, 1)) {
      const back = cube.decode(cube.encode(configuration));
      assert.deepEqual([...back.keys()], [...configuration.keys()]);
      for (const [name, value] of configuration) {
        const found = back.get(name);
        if (typeof value === 'number') assert.ok(Math.abs(Number(found) / value - 1) < 1e-9, name);
        else assert.equal(found, value);
      }
    }
  });

  it('puts what is inactive at one place, and ordinal choices in their order', () => {
    const off = cube.encode(
      new Map<string, string | number>([
        ['rate', 1e-3],
        ['size', 'M'],
        ['kind', 'a'],
      ]),
    );
    assert.equal(off[5], 0.5);
    assert.equal(off[3], 0.5);
    assert.equal(off[4], 0);
  });
});

describe('maximising an acquisition', () => {
  /** Highest, 0, at the given coordinates; another choice costs one. */
  const target = [0.31, 0.72, 0.6, 1, 2, 0.84];
  const score: Score = {
    value: point => -[...point].reduce((sum, u, d) => sum + cost(u, d), 0),
    slope: point => ({
      value: score.value(point),
      gradient: point.map((u, d) => (d === 4 ? 0 : -2 * (u - (target[d] ?? NaN)))),
    }),
  };
  const cost = (u: number, d: number): number =>
    d === 4 ? Number(u !== target[4]) : (u - (target[d] ?? NaN)) ** 2;
  const options = { candidates: 64, climbs: 4 };

  it('finds the best of a mixed, conditional space, by steps along what is continuous and moves along the rest', () => {
    const [top] = finish(maximise(cube, score, [], options, randomStream(1)));
    assert.ok(top);
    const configuration = cube.decode(top.standing);
    assert.equal(configuration.get('kind'), 'c');
    assert.equal(configuration.get('size'), 'L');
    assert.equal(configuration.get('depth'), 7);
    assert.ok(Math.abs(Number(configuration.get('decay')) - 0.84) < 1e-3);
    assert.ok(Math.abs(Math.log10(Number(configuration.get('rate'))) - (-5 + 5 * 0.31)) < 5e-3);
    assert.ok(Math.abs(Number(configuration.get('width')) - 2401) <= 1);
  });

  it('stays out of what is forbidden, and has no answer where everything is', () => {
    const forbidding = (values: readonly string[]) =>
      surrogateSpace({ ...space, forbidden: [{ kind: 'in', parent: 'kind', values }] });
    const allowed = forbidding(['c', 'a']);
    const tops = finish(maximise(allowed, score, [], options, randomStream(1)));
    assert.ok(tops.length > 0);
    assert.ok(tops.every(({ standing }) => allowed.decode(standing).get('kind') === 'b'));
    assert.deepEqual(finish(maximise(forbidding(['a', 'b', 'c']), score, [], options, randomStream(1))), []);
  });
});
