import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DemoError, resolveOptions } from '../../../../src/core/demos/demo';
import { llm } from '../../../../src/core/demos/llm/llm';
import type { Report, Row } from '../../../../src/core/report/report';
import { categoricalDomain, constantDomain, numericDomain } from '../../../../src/core/space/domains';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { anyDomain } from '../../space/arbitraryDomain';
import { makeSpace } from '../../space/makeSpace';
import { drawChart } from '../drawChart';
import { chartsOf, checksOf } from '../reading';

const listed = (...values: readonly number[]) => categoricalDomain(values.map(value => ({ value })));
const rate = (low: number, high: number, scale: 'log' | 'linear' = 'log') =>
  numericDomain({ type: 'float', low, high, scale });

const good = makeSpace({
  learning_rate: rate(1e-5, 2e-3),
  lora_r: listed(8, 16, 32),
  lora_alpha: constantDomain(32),
  per_device_train_batch_size: constantDomain(2),
  gradient_accumulation_steps: listed(2, 4, 8),
  num_train_epochs: listed(1, 2, 3),
});
const poor = makeSpace({
  base_model: constantDomain('meta-llama/Llama-3.2-1B'),
  learning_rate: rate(1e-5, 2e-3, 'linear'),
  lora_r: listed(1, 8, 64),
  lora_alpha: listed(8, 32, 128),
  per_device_train_batch_size: listed(1, 4, 16),
  gradient_accumulation_steps: listed(1, 4, 16),
  num_train_epochs: listed(1, 3, 10),
  warmup_steps: constantDomain(500),
  warmup_ratio: listed(0.03, 0.1),
  seed: listed(1, 2, 3),
});

describe('planning a fine-tuning search', () => {
  const report = run(good, { budget: 40 });

  it('answers with what the budget pays and which way of spending it finds most', () => {
    const [, full, halved] =
      /^40 GPU hours pay (\d+) full trials of Llama 3\.1 8B with 5 million tokens at [\d.]+ hours each, or (\d+) in [234] rungs\. In simulation .+ comes within [\d.e-]+ nats of the best known loss, .+ within [\d.e-]+\.$/.exec(
        report.answer,
      ) ?? assert.fail(report.answer);
    assert.ok(Number(halved) > 2 * Number(full));
  });

  it('plans rungs that cost no more than the budget', () => {
    const hours = tableRows(report, 'Rungs').reduce((sum, row) => sum + Number(row['hours']), 0);
    assert.ok(hours <= 40 && hours > 32, String(hours));
    assert.equal(Number(tableRows(report, 'Rungs').at(-1)?.['share']), 100);
  });

  it('finds nothing wrong with a careful space but the number of its parameters', () => {
    const warned = checksOf(report).filter(({ status }) => status === 'WARN' || status === 'FAIL');
    assert.deepEqual(
      warned.map(({ name }) => name),
      ['There are trials enough for the parameters'],
    );
  });

  it('warns of everything that is known to go wrong', () => {
    const warned = checksOf(run(poor, { tokens: 20, budget: 8 })).filter(({ status }) => status === 'WARN');
    for (const name of [
      'The learning rate is searched by its order of magnitude',
      'LoRA α is not searched beside the learning rate',
      'The batch is searched in one parameter',
      'No setting overrides a searched one',
      'No seed is searched',
      'The data is not repeated too often',
      'The smallest adapter can hold the data',
      'Warm-up leaves most of the run',
      'There are trials enough for the parameters',
    ]) {
      assert.ok(
        warned.some(check => check.name === name),
        name,
      );
    }
  });

  it('takes the model that the file names, and lets another one be chosen', () => {
    assert.match(run(poor, { budget: 2 }).answer, /Llama 3\.2 1B/);
    assert.match(run(poor, { model: 'Qwen3 8B', budget: 6 }).answer, /Qwen3 8B/);
  });

  it('says how much does not fit into memory, and what to do when nothing does', () => {
    assert.match(
      run(poor, { model: 'Llama 3.1 8B', device: 'RTX 4090', budget: 9 }).answer,
      /\d %.* do not fit into 24 GiB\.$/,
    );
    assert.throws(() => run(good, { model: 'Llama 3.1 70B', device: 'T4' }), DemoError);
  });

  it('finds a setting weightier the more the loss depends on it', () => {
    const [first] = tableRows(report, 'Settings');
    assert.equal(first?.['parameter'], 'learning_rate');
  });

  it('searches better the longer it searches', () => {
    const rows = chartsOf(report).find(({ id }) => id === 'llm-search')?.data['gaps'] ?? [];
    for (const way of new Set(rows.map(row => row['way']))) {
      const own = rows.filter(row => row['way'] === way).map(row => Number(row['median']));
      assert.ok((own.at(-1) ?? 1) < (own[0] ?? 0), String(way));
    }
  });

  it('says so where a file is not about fine-tuning', () => {
    const unclear = run(makeSpace({ lr: rate(1e-4, 1e-2), batch_size: listed(16, 32) }), { budget: 9 });
    assert.match(unclear.answer, /^Nothing in the file says that it fine-tunes a language model/);
    const usual = run(makeSpace({ kernel: categoricalDomain([{ value: 'rbf' }, { value: 'linear' }]) }), {
      budget: 9,
    });
    assert.match(
      usual.answer,
      /^The file searches no setting of LLM fine-tuning, so a usual LoRA space is shown\./,
    );
  });

  it('draws charts that Vega-Lite has nothing to object to', async () => {
    for (const shown of [
      report,
      run(poor, { budget: 2 }),
      run(makeSpace({ lr: rate(1e-4, 1e-3) }), { budget: 3 }),
    ]) {
      for (const block of chartsOf(shown)) {
        const { svg, warnings } = await drawChart(block);
        assert.deepEqual(warnings, [], block.id);
        assert.ok(svg.includes('<path'), block.id);
        assert.match(block.summary, /\d.*\.$/);
        assert.ok(block.table.rows.length > 0);
      }
    }
  });

  it('gives the same bytes for the same seed and another search for another', () => {
    assert.equal(JSON.stringify(run(good, { budget: 40 })), JSON.stringify(report));
    assert.notEqual(JSON.stringify(run(good, { budget: 40 }, 2)), JSON.stringify(report));
  });

  it('has a report, or one sentence on what to change, for any space', () => {
    const names = ['lora_r', 'learning_rate', 'batch_size', 'num_train_epochs', 'max_seq_length', 'other'];
    fc.assert(
      fc.property(fc.array(anyDomain, { minLength: 1, maxLength: 6 }), domains => {
        const space = makeSpace(
          Object.fromEntries(domains.map((domain, i) => [names[i] ?? `p${i}`, domain])),
        );
        try {
          const text = JSON.stringify(run(space, { budget: 3 }));
          assert.ok(!/NaN|undefined|Infinity/.test(text), text);
        } catch (error) {
          assert.ok(error instanceof DemoError, String(error));
        }
      }),
      { numRuns: 25, seed: 1 },
    );
  });
});

function run(space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report {
  const options = resolveOptions(llm.controls(space), given);
  const steps = llm.run({ space, options, seed, source: { file: 'sweep.yaml', toolVersion: '1' } });
  let fraction = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= fraction && step.value.fraction <= 1);
    fraction = step.value.fraction;
  }
}

function tableRows(report: Report, title: string): readonly Row[] {
  const blocks = report.sections.flatMap(section => section.blocks);
  return blocks.flatMap(block => (block.kind === 'table' && block.title === title ? block.rows : []));
}
