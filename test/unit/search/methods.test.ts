import assert from 'node:assert/strict';
import { configurationKey } from '../../../src/core/sampling/duplicates';
import { gridSearch } from '../../../src/core/search/gridSearch';
import { searchMethods } from '../../../src/core/search/methods';
import { optimiser } from '../../../src/core/search/optimiser';
import { quasiRandomSearch } from '../../../src/core/search/quasiRandomSearch';
import { randomSearch } from '../../../src/core/search/randomSearch';
import { isForbidden } from '../../../src/core/space/conditions';
import { canDraw, toUnit } from '../../../src/core/space/distribution';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Configuration, SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../demos/halvingSpaces';

/** Nine configurations, one of which is forbidden. */
const finite: SearchSpace = {
  ...makeSpace({
    parameters: [
      { name: 'depth', domain: numericDomain({ type: 'integer', low: 1, high: 3 }) },
      { name: 'solver', domain: categoricalDomain([{ value: 'adam', weight: 50 }, { value: 'sgd' }]) },
      {
        name: 'nesterov',
        domain: categoricalDomain([{ value: true }, { value: false }]),
        condition: { kind: 'in', parent: 'solver', values: ['sgd'] },
      },
    ],
  }),
  forbidden: [
    {
      kind: 'all',
      of: [
        { kind: 'in', parent: 'depth', values: [3] },
        { kind: 'in', parent: 'solver', values: ['adam'] },
      ],
    },
  ],
};

const mixed = makeSpace({
  parameters: [
    { name: 'lr', domain: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }) },
    { name: 'units', domain: numericDomain({ type: 'integer', low: 8, high: 512, scale: 'log' }) },
    { name: 'solver', domain: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }]) },
    {
      name: 'momentum',
      domain: numericDomain({ type: 'float', low: 0, high: 0.99 }),
      condition: { kind: 'in', parent: 'solver', values: ['sgd'] },
    },
  ],
});

/** What a method suggests when every loss is the number of its trial, up to `most`. */
function suggestions(search: ReturnType<typeof optimiser>, most: number): Configuration[] {
  const found: Configuration[] = [];
  while (found.length < most) {
    const suggestion = search.ask();
    if (suggestion === undefined) break;
    found.push(suggestion.configuration);
    search.tell(suggestion.id, suggestion.id);
  }
  return found;
}

for (const { id } of searchMethods(20)) {
  const make = (budget = 20) => {
    const method = searchMethods(budget).find(candidate => candidate.id === id);
    assert.ok(method);
    return method;
  };

  describe(`the method ${id}`, () => {
    it('tries everything a finite space allows once, then has nothing more to suggest', () => {
      const found = suggestions(optimiser(make(), finite, 1), 50);
      assert.equal(found.length, 8);
      assert.equal(new Set(found.map(configurationKey)).size, 8);
      assert.ok(found.every(configuration => !isForbidden(finite, configuration)));
    });

    it('does not repeat what is still pending either', () => {
      const search = optimiser(make(), finite, 2);
      const asked = Array.from({ length: 8 }, () => search.ask()?.configuration ?? new Map());
      assert.equal(new Set(asked.map(configurationKey)).size, 8);
      assert.equal(search.ask(), undefined);
    });

    it('gives values of their domains to exactly the active parameters', () => {
      for (const configuration of suggestions(optimiser(make(40), mixed, 3), 30)) {
        assert.equal(configuration.has('momentum'), configuration.get('solver') === 'sgd');
        for (const { name, domain } of mixed.parameters) {
          const value = configuration.get(name);
          assert.ok(name === 'momentum' || value !== undefined);
          if (domain && value !== undefined) assert.ok(canDraw(domain, value));
        }
      }
    });

    it('suggests the same for the same seed and trials, resumed or not', () => {
      const straight = optimiser(make(40), mixed, 4);
      const before = suggestions(straight, 15);
      const resumed = optimiser(make(40), mixed, 4, straight.log());
      assert.deepEqual(suggestions(resumed, 10), suggestions(straight, 10));
      assert.deepEqual(suggestions(optimiser(make(40), mixed, 4), 15), before);
    });

    it('goes on from the trials of another method, also when all of them failed', () => {
      const other = optimiser(randomSearch, mixed, 5);
      for (let i = 0; i < 12; i++) {
        other.ask();
        other.tell(i, NaN);
      }
      assert.equal(suggestions(optimiser(make(), mixed, 5, other.log()), 5).length, 5);
    });
  });
}

describe('random search', () => {
  it('draws from the distributions of the space', () => {
    const found = suggestions(optimiser(randomSearch, mixed, 6), 400);
    const small = found.filter(configuration => Number(configuration.get('lr')) < 1e-4).length;
    // A quarter of the decades: 100 expected, standard deviation 8.7.
    assert.ok(Math.abs(small - 100) < 35, `${small}`);
  });
});

describe('quasi-random search', () => {
  it('puts one of the first sixteen trials into each sixteenth of every parameter', () => {
    const found = suggestions(optimiser(quasiRandomSearch, mixed, 7), 16);
    const lr = mixed.parameters[0]?.domain;
    assert.ok(lr);
    const slices = found.map(configuration => Math.floor(16 * toUnit(lr, Number(configuration.get('lr')))));
    assert.deepEqual(
      slices.sort((a, b) => a - b),
      Array.from({ length: 16 }, (_, i) => i),
    );
  });

  it('is scrambled by the seed', () => {
    const first = (seed: number) => suggestions(optimiser(quasiRandomSearch, mixed, seed), 1);
    assert.notDeepEqual(first(1), first(2));
  });
});

describe('grid search', () => {
  it('affords as many values of each parameter as the budget allows', () => {
    const lr = { name: 'lr', domain: numericDomain({ type: 'float', low: 0, high: 1 }) };
    const found = suggestions(optimiser(gridSearch(5), makeSpace({ parameters: [lr] }), 1), 50);
    assert.deepEqual(
      found.map(configuration => configuration.get('lr')),
      [0, 0.25, 0.5, 0.75, 1],
    );
  });
});
