import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asha } from '../../../src/core/demos/asha/asha';
import { bohb } from '../../../src/core/demos/bohb/bohb';
import { resolveOptions, type Demo } from '../../../src/core/demos/demo';
import { halving } from '../../../src/core/demos/halving';
import { hyperband } from '../../../src/core/demos/hyperband/hyperband';
import { pbt } from '../../../src/core/demos/pbt/pbt';
import type { Report } from '../../../src/core/report/report';
import { makeSpace, wandbHyperband } from './halvingSpaces';
import { blocksOf } from './reading';

/** Small enough to be stopped many times. */
const subjects: readonly (readonly [Demo, Record<string, unknown>])[] = [
  [halving, { configurations: 9, maxResource: 9 }],
  [hyperband, { maxResource: 9 }],
  [asha, { configurations: 9, maxResource: 9, crashes: true }],
  [bohb, { maxResource: 9, rounds: 2 }],
  [pbt, { population: 6, steps: 5 }],
];

const space = makeSpace({ earlyStopping: wandbHyperband });

/** The newest report after so many steps, or none yet. */
function stoppedAfter(demo: Demo, given: Record<string, unknown>, steps: number): Report | undefined {
  const options = resolveOptions(demo.controls(space), given);
  const run = demo.run({ space, options, seed: 3, source: { toolVersion: '1' } });
  let newest: Report | undefined;
  for (let n = 0; n < steps; n++) {
    const step = run.next();
    if (step.done) return step.value;
    newest = step.value.partial ?? newest;
  }
  run.return(undefined as never);
  assert.equal(run.next().done, true);
  return newest;
}

describe('a demonstration of budgets that is stopped at any moment', () => {
  for (const [demo, given] of subjects) {
    it(`leaves a whole report of ${demo.id} behind`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 600 }), steps => {
          const report = stoppedAfter(demo, given, steps);
          if (report === undefined) return;
          assert.equal(report.provenance.demo, demo.id);
          assert.doesNotMatch(report.answer, /NaN|undefined|Infinity/);
          assert.ok(report.sections.length > 0);
          const charts = new Set<string>();
          for (const block of blocksOf(report)) {
            if (block.kind === 'checks') {
              for (const { name, status } of block.checks) assert.notEqual(status, 'FAIL', name);
            }
            if (block.kind !== 'chart') continue;
            assert.ok(!charts.has(block.id), block.id);
            charts.add(block.id);
            assert.doesNotMatch(block.summary, /undefined|Infinity/);
            for (const row of block.table.rows) {
              for (const { key } of block.table.columns) assert.ok(key in row, `${block.id}: ${key}`);
            }
          }
        }),
        { numRuns: 25, seed: 5 },
      );
    });

    it(`goes on in ${demo.id} without touching what it has shown`, () => {
      const options = resolveOptions(demo.controls(space), given);
      const shown: { report: Report; text: string }[] = [];
      for (const { partial } of demo.run({ space, options, seed: 3, source: { toolVersion: '1' } })) {
        if (partial) shown.push({ report: partial, text: JSON.stringify(partial) });
      }
      assert.ok(shown.length > 2);
      for (const { report, text } of shown) assert.equal(JSON.stringify(report), text);
    });
  }
});
