import assert from 'node:assert/strict';
import type { AcquisitionId } from '../../../src/core/acquisition/acquisitionFunction';
import { branin } from '../../../src/core/objectives/branin';
import { onUnitCube } from '../../../src/core/objectives/testFunction';
import { axesOf, spaceOf } from '../../../src/core/search/axis';
import { chooseNext, searchGrid } from '../../../src/core/search/chooseNext';
import { gaussianProcessMethod, gaussianProcessSearch } from '../../../src/core/search/gaussianProcess';
import { optimiser } from '../../../src/core/search/optimiser';
import { surrogateSpace } from '../../../src/core/search/surrogateSpace';
import { isActive } from '../../../src/core/space/conditions';
import { numericDomain } from '../../../src/core/space/domains';
import type { Configuration } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../demos/halvingSpaces';

const mixed = makeSpace();
const square = makeSpace({
  parameters: ['x', 'y'].map(name => ({
    name,
    domain: numericDomain({ type: 'float', low: 0, high: 1 }),
  })),
});
const objective = onUnitCube(branin, 2);
const braninLoss = (configuration: Configuration): number =>
  objective.evaluate([Number(configuration.get('x')), Number(configuration.get('y'))]);

/** A loss over the mixed space with its best at sgd, momentum 0.9, lr 1e-2, 4 layers. */
function mixedLoss(configuration: Configuration): number {
  const momentum = configuration.get('momentum');
  return (
    (Math.log10(Number(configuration.get('lr'))) + 2) ** 2 +
    (Number(configuration.get('layers')) - 4) ** 2 / 4 +
    (momentum === undefined ? 1 : (Number(momentum) - 0.9) ** 2)
  );
}

const modelOptions = {
  kernel: 'matern52',
  noise: 'negligible',
  randomStarts: 1,
  losses: 'plain',
  liar: 'believer',
} as const;

function start(acquisition: AcquisitionId, seed = 1) {
  return optimiser(
    gaussianProcessMethod({
      acquisition,
      startTrials: 4,
      ...modelOptions,
    }),
    square,
    seed,
  );
}

const acquisitions = [
  'expected-improvement',
  'probability-of-improvement',
  'confidence-bound',
  'thompson',
] as const;

describe('Gaussian-process search', () => {
  it('comes closer to the minimum of Branin in 25 trials than random search in 200', () => {
    const regrets = [1, 2, 3].map(seed => {
      const search = optimiser(gaussianProcessSearch, square, seed);
      let best = Infinity;
      for (let i = 0; i < 25; i++) {
        const suggestion = search.ask();
        assert.ok(suggestion);
        const loss = braninLoss(suggestion.configuration);
        search.tell(suggestion.id, loss);
        best = Math.min(best, loss - objective.minimum);
      }
      return best;
    });
    // The median regret of random search after 200 trials is 0.14 over 40 seeds.
    assert.ok(
      regrets.every(regret => regret < 0.14),
      regrets.join(),
    );
  });

  it('finds the best branch of a mixed conditional space, and suggests nothing inactive on the way', () => {
    const search = optimiser(gaussianProcessSearch, mixed, 1);
    const conditions = new Map(mixed.parameters.map(({ name, condition }) => [name, condition]));
    let best = Infinity;
    for (let i = 0; i < 30; i++) {
      const suggestion = search.ask();
      assert.ok(suggestion);
      const { id, configuration } = suggestion;
      for (const [name, condition] of conditions) {
        assert.equal(configuration.has(name), condition === undefined || isActive(condition, configuration));
      }
      const loss = mixedLoss(configuration);
      best = Math.min(best, loss);
      search.tell(id, loss);
    }
    assert.ok(best < 0.02, `${best}`);
  });

  it('never suggests what is forbidden', () => {
    const space = { ...mixed, forbidden: [{ kind: 'in', parent: 'optimizer', values: ['sgd'] } as const] };
    const search = optimiser(gaussianProcessSearch, space, 2);
    for (let i = 0; i < 16; i++) {
      const suggestion = search.ask();
      assert.equal(suggestion?.configuration.get('optimizer'), 'adam');
      search.tell(suggestion.id, mixedLoss(suggestion.configuration));
    }
  });

  for (const acquisition of acquisitions) {
    it(`asks again for another point while suggestions are pending, and takes losses in any order: ${acquisition}`, () => {
      const search = start(acquisition);
      const first = Array.from({ length: 4 }, () => search.ask());
      for (const suggestion of first.reverse()) {
        assert.ok(suggestion);
        search.tell(suggestion.id, braninLoss(suggestion.configuration));
      }
      const batch = [search.ask(), search.ask(), search.ask()];
      const places = batch.map(suggestion =>
        [...(suggestion?.configuration.values() ?? [])].map(value => Number(value).toFixed(3)).join(),
      );
      assert.equal(new Set(places).size, 3, places.join(' '));
      for (const suggestion of batch.reverse()) search.tell(suggestion?.id ?? NaN, 1);
    });
  }

  it('goes on after failed trials, even when all have failed', () => {
    const search = optimiser(gaussianProcessSearch, mixed, 1);
    const tell = (loss: number): void => {
      const suggestion = search.ask();
      assert.ok(suggestion);
      search.tell(suggestion.id, loss);
    };
    for (let i = 0; i < 12; i++) tell(i % 2 === 0 ? NaN : Infinity);
    for (let i = 0; i < 3; i++) tell(i);
    const suggestion = search.ask();
    assert.ok(suggestion?.reason);
    assert.ok(suggestion.reason.model.values.every(Number.isFinite));
  });

  it('does not repeat a configuration of a finite space, and ends when all were tried', () => {
    const space = makeSpace({
      parameters: [
        { name: 'a', domain: numericDomain({ type: 'integer', low: 1, high: 4 }) },
        { name: 'b', domain: numericDomain({ type: 'integer', low: 1, high: 3 }) },
      ],
    });
    const search = optimiser(gaussianProcessSearch, space, 1);
    const seen = new Set<string>();
    for (let i = 0; i < 12; i++) {
      const suggestion = search.ask();
      assert.ok(suggestion);
      seen.add([...suggestion.configuration.values()].join());
      search.tell(suggestion.id, Number(suggestion.configuration.get('a')));
    }
    assert.equal(seen.size, 12);
    assert.equal(search.ask(), undefined);
  });

  it('suggests the same again from the same seed, and after going on from its log', () => {
    const places = (seed: number, interrupted: boolean): string => {
      let search = optimiser(gaussianProcessSearch, mixed, seed);
      return Array.from({ length: 11 }, (_, i) => {
        if (interrupted && i === 9) search = optimiser(gaussianProcessSearch, mixed, seed, search.log());
        const suggestion = search.ask();
        assert.ok(suggestion);
        search.tell(suggestion.id, mixedLoss(suggestion.configuration));
        return [...suggestion.configuration.values()].join();
      }).join(' ');
    };
    assert.equal(places(3, false), places(3, false));
    assert.equal(places(3, false), places(3, true));
    assert.notEqual(places(3, false), places(4, false));
  });

  it('can choose among the points of a lattice instead', () => {
    const axes = axesOf(mixed).filter(({ name }) => name === 'lr');
    const space = spaceOf(mixed, axes);
    const grid = searchGrid(axes);
    const method = gaussianProcessMethod({
      acquisition: 'thompson',
      startTrials: 3,
      ...modelOptions,
      choose: ({ model, acquisition }, random) => chooseNext(model, acquisition, grid, random),
    });
    const search = optimiser(method, space, 1);
    for (let i = 0; i < 3; i++) search.tell(search.ask()?.id ?? NaN, i);
    const suggestion = search.ask();
    assert.ok(suggestion?.reason?.choice.draw);
    const [u = NaN] = surrogateSpace(space).encode(suggestion.configuration);
    assert.ok(grid.draw[0]?.some(position => Math.abs(position - u) < 1e-9));
  });
});
