import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listed } from '../../../src/core/fidelity/configurationSources';
import { hyperbandBrackets } from '../../../src/core/fidelity/hyperband';
import { scheduleCost, scheduleTable } from '../../../src/core/fidelity/schedule';
import { successiveHalving } from '../../../src/core/fidelity/successiveHalving';
import { multifidelity } from './fixture';
import { numbered, playAlone } from './play';

describe('the brackets of Hyperband', () => {
  for (const convention of ['algorithm1', 'printed'] as const) {
    for (const { R, eta, brackets, total } of multifidelity.hyperband[convention]) {
      it(`are those of exact arithmetic for R = ${R}, η = ${eta} (${convention})`, () => {
        const computed = hyperbandBrackets({
          minResource: 1,
          maxResource: R,
          reductionFactor: eta,
          convention,
        });
        const tables = computed.map(bracket =>
          scheduleTable(bracket).map(({ configurations, resource }) => [configurations, resource]),
        );
        assert.deepEqual(
          tables.map(table => table.map(([n]) => n)),
          brackets.map(table => table.map(([n]) => n)),
        );
        for (const [s, table] of tables.entries()) {
          for (const [i, [, resource]] of table.entries()) {
            const expected = brackets[s]?.[i]?.[1] ?? NaN;
            assert.ok(Math.abs((resource ?? NaN) - expected) <= 1e-12 * expected);
          }
        }
        const cost = computed.reduce((sum, bracket) => sum + scheduleCost(bracket).cost, 0);
        assert.ok(Math.abs(cost - total) <= 1e-9 * total);
      });
    }
  }

  it('begin with 81, 34, 15, 8, 5 or, as printed, 81, 27, 9, 6, 5 configurations', () => {
    const options = { minResource: 1, maxResource: 81, reductionFactor: 3 };
    const sizes = (convention: 'algorithm1' | 'printed'): number[] =>
      hyperbandBrackets({ ...options, convention }).map(({ configurations }) => configurations);
    assert.deepEqual(sizes('algorithm1'), [81, 34, 15, 8, 5]);
    assert.deepEqual(sizes('printed'), [81, 27, 9, 6, 5]);
  });

  it('count from the least resource, whatever its unit', () => {
    const brackets = hyperbandBrackets({
      minResource: 100,
      maxResource: 8100,
      reductionFactor: 3,
      convention: 'algorithm1',
    });
    assert.deepEqual(brackets[0]?.resources, [100, 300, 900, 2700, 8100]);
  });

  it('refuses what cannot be', () => {
    const options = { minResource: 1, maxResource: 9, reductionFactor: 3, convention: 'printed' } as const;
    assert.throws(() => hyperbandBrackets({ ...options, minResource: 0 }), RangeError);
    assert.throws(() => hyperbandBrackets({ ...options, maxResource: 0.5 }), RangeError);
    assert.throws(() => hyperbandBrackets({ ...options, reductionFactor: 1 }), RangeError);
  });

  it('spends what its table says when played, for any R and η', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom(2, 2.5, 3, 4),
        fc.constantFrom('algorithm1' as const, 'printed' as const),
        fc.integer(),
        (maxResource, reductionFactor, convention, seed) => {
          const brackets = hyperbandBrackets({ minResource: 1, maxResource, reductionFactor, convention });
          const configurations = brackets.reduce((sum, bracket) => sum + bracket.configurations, 0);
          const scheduler = successiveHalving({
            bracket: n => brackets[n],
            source: listed(numbered(configurations)),
          });
          const jobs = playAlone(scheduler, ({ trial, rung }) => Math.sin(seed + 7 * trial + rung));
          const expected = brackets.flatMap((bracket, n) =>
            scheduleTable(bracket).map(row => [n, row.rung, row.configurations, row.resource]),
          );
          const played = brackets.flatMap((bracket, n) =>
            bracket.resources.map((resource, rung) => [
              n,
              rung,
              jobs.filter(job => job.bracket === n && job.rung === rung && job.resource === resource).length,
              resource,
            ]),
          );
          assert.deepEqual(played, expected);
          assert.ok(jobs.every(({ resource }) => resource <= maxResource));
        },
      ),
      { numRuns: 40 },
    );
  });
});
