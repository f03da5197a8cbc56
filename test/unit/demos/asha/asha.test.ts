import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asha } from '../../../../src/core/demos/asha/asha';
import { DemoError } from '../../../../src/core/demos/demo';
import type { EarlyStopping, FormatId, SearchSpace } from '../../../../src/core/space/searchSpace';
import { makeSpace, onlyConstants, stated, wandbHyperband } from '../halvingSpaces';
import { chartOf, chartsOf, checksOf, itDrawsCharts, reportOf, reportsOf, tableOf } from '../reading';

const steps = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  reportsOf(asha, { space, given, seed });
const last = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  reportOf(asha, { space, given, seed });

describe('the demonstration of ASHA', () => {
  const space = makeSpace({ earlyStopping: wandbHyperband });
  const report = last(space, { policy: 'promotion' });

  it('answers with the time of synchronous halving, its idle share, and what ASHA does meanwhile', () => {
    assert.match(
      report.answer,
      /^Synchronous halving takes [\d.]+ units of time for 27 configurations on 8 workers, \d+ % idle; in that time ASHA, promotion \(paper, Syne Tune\) begins \d+ and trains \d+ in full instead of 1, \d+ % idle\.$/,
    );
  });

  it('draws a bar for every job of either schedule, on one axis of time', () => {
    const ends = ['asha-workers', 'asha-synchronous'].map(id => {
      const { data, spec } = chartOf(report, id);
      for (const { start, end } of data['bars'] ?? []) assert.ok(Number(end) >= Number(start));
      return JSON.stringify((spec['encoding'] as { x: { scale: unknown } }).x.scale);
    });
    assert.equal(ends[0], ends[1]);
    assert.equal(chartOf(report, 'asha-synchronous').data['bars']?.length, 27 + 9 + 3 + 1);
  });

  it('gives every promotion its rank at that time, and those passed over theirs at the end', () => {
    for (const { reason } of tableOf(report, 'Promotions and stops').rows) {
      assert.match(String(reason), /^(goes on|finished): rank \d+ of \d+ so far$/);
    }
    for (const { reason } of tableOf(report, 'Never promoted').rows) {
      assert.match(String(reason), /^passed over: rank \d+ of \d+, the best \d+ went on$/);
    }
  });

  it('correlates every pair of budgets over at least 200 configurations, perfectly with itself', () => {
    const { data } = chartOf(report, 'asha-correlation');
    const pairs = data['pairs'] ?? [];
    assert.equal(pairs.length, 16);
    for (const { a, b, rho, of } of pairs) {
      assert.ok(Number(of) >= 200);
      if (a === b) assert.ok(Math.abs(Number(rho) - 1) < 1e-12);
    }
  });

  it('warns when cheap budgets do not predict the expensive one', () => {
    const misleading = last(space, { correlation: 0.1, curves: 'crossing' });
    assert.equal(
      checksOf(misleading).find(({ name }) => name.startsWith('The cheapest budget'))?.status,
      'WARN',
    );
  });

  it('never fails a check of its own, whatever the cluster and the scheduler', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('promotion', 'ray', 'optuna', 'syneTune', 'wandb', 'determined', 'median'),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('powerLaw', 'noisy', 'diverging'),
        fc.integer({ min: 0, max: 999 }),
        (workers, policy, crashes, endless, curves, seed) => {
          const tried = last(space, { workers, policy, crashes, endless, curves, configurations: 18 }, seed);
          assert.deepEqual(
            checksOf(tried).filter(({ status }) => status === 'FAIL'),
            [],
          );
        },
      ),
      { numRuns: 12 },
    );
  });

  it('has a consistent report at whatever moment it is stopped', () => {
    let seen = 0;
    for (const partial of steps(space, { crashes: true })) {
      seen++;
      for (const { data, table: shown, summary } of chartsOf(partial)) {
        const bars = data['bars'];
        if (!bars) continue;
        const time = Number(/done after ([\d.]+)/.exec(summary)?.[1]);
        // The summary shows three digits.
        for (const { start, end } of bars) {
          assert.ok(Number(start) <= Number(end) && Number(end) <= time * 1.01 + 0.01);
        }
        assert.equal(shown.rows.length, bars.length);
      }
    }
    assert.ok(seen >= 3, String(seen));
  });

  it('gives the same bytes for the same seed and another timeline for another', () => {
    assert.equal(JSON.stringify(last(space, { policy: 'promotion' })), JSON.stringify(report));
    assert.notDeepEqual(
      chartOf(last(space, {}, 2), 'asha-workers').data,
      chartOf(report, 'asha-workers').data,
    );
  });

  it('starts from the scheduler of the file', () => {
    const policy = (format: FormatId, earlyStopping: Omit<EarlyStopping, 'range'>): unknown =>
      asha.controls(makeSpace({ format, earlyStopping })).find(({ id }) => id === 'policy')?.value;
    assert.equal(policy('ray-python', { name: 'ASHAScheduler', family: 'hyperband' }), 'ray');
    assert.equal(policy('optuna-python', { name: 'SuccessiveHalvingPruner', family: 'hyperband' }), 'optuna');
    assert.equal(policy('nni-experiment', { name: 'Medianstop', family: 'medianStopping' }), 'stated');
    assert.equal(
      policy('azure-sweep', { name: 'bandit', family: 'bandit', slackFactor: stated(0.1) }),
      'stated',
    );
    assert.equal(policy('wandb-sweep', wandbHyperband), 'wandb');
    assert.equal(policy('determined', { name: 'adaptive_asha', family: 'hyperband' }), 'determined');
    assert.equal(policy('katib-experiment', { name: 'hyperband', family: 'hyperband' }), 'promotion');
  });

  it('plays the policy of an Azure file with its numbers', () => {
    const azure = makeSpace({
      format: 'azure-sweep',
      earlyStopping: { name: 'truncation_selection', family: 'truncation', percentage: stated(50) },
    });
    assert.match(last(azure).answer, /truncation_selection of the file/);
  });

  it('trains the same number of configurations where the file states it', () => {
    assert.match(
      last(makeSpace({ trials: 12 })).answer,
      /12 configurations .*; ASHA.* takes [\d.]+, \d+ % idle\.$/,
    );
  });

  it('says what to change when nothing varies or the resources are the wrong way round', () => {
    assert.throws(() => last(makeSpace({ parameters: onlyConstants })), DemoError);
    assert.throws(() => last(space, { minResource: 9, maxResource: 3 }), /raise it/);
  });

  itDrawsCharts(report);
});
