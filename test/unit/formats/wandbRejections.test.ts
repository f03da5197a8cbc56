import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { wandbSweep } from '../../../src/core/formats/wandb/wandbSweep';
import type { Finding } from '../../../src/core/finding';
import { parseSource } from '../../../src/core/text/parse';
import { applyEdits } from '../../../src/core/text/range';
import type { SourceLanguage } from '../../../src/core/text/source';
import { sweepText } from './readSweep';
import { onlySpace } from './onlySpace';

interface Case {
  readonly what: string;
  readonly code: string;
  /** The text of the range marked. */
  readonly marked: string;
  readonly wrong: string;
  /** What the first fixes make of it or, where there are none, what a person would. */
  readonly right: string;
}

type Part = 'parameter' | 'setting' | 'method' | 'metric';

const cases = JSON.parse(readFileSync('test/fixtures/wandb/rejections.json', 'utf8')) as Record<
  Part,
  readonly Case[]
>;

const findingsOf = (text: string, language: SourceLanguage = 'yaml'): readonly Finding[] =>
  onlySpace(wandbSweep.read(parseSource(text, language))).findings;

const codesOf = (text: string): string[] => findingsOf(text).map(({ code }) => code);

const good = {
  method: 'method: random',
  metric: 'metric: {name: val_loss, goal: minimize}',
  parameters: 'parameters: {x: {values: [1, 2]}}',
};

function sweep(changes: Partial<typeof good>, ...more: string[]): string {
  return `${[...Object.values({ ...good, ...changes }), ...more].filter(line => line !== '').join('\n')}\n`;
}

function place(part: Part, snippet: string): string {
  switch (part) {
    case 'parameter':
      return sweepText(snippet);
    case 'setting':
      return sweep({}, snippet);
    case 'method':
    case 'metric':
      return sweep({ [part]: snippet });
  }
}

describe('what W&B refuses or misreads', () => {
  for (const part of ['parameter', 'setting', 'method', 'metric'] as const) {
    for (const { what, code, marked, wrong, right } of cases[part]) {
      it(`is found, and gone once mended: ${part}, ${what}`, () => {
        const source = place(part, wrong);
        const found = findingsOf(source).filter(finding => finding.code === code);
        const [first] = found;
        assert.ok(first, `no ${code} in ${JSON.stringify(findingsOf(source))}`);
        assert.equal(source.slice(first.range.start, first.range.end), marked);
        assert.match(first.message, /^[^\n]+[.?]$/);
        const edits = found.flatMap(finding => finding.fixes[0]?.edits ?? []);
        if (edits.length > 0) assert.equal(applyEdits(source, edits), place(part, right));
        assert.deepEqual(findingsOf(place(part, right)), []);
      });
    }
  }

  it('includes a sweep without a method', () => {
    const text = sweep({ method: '' });
    const [first] = findingsOf(text);
    assert.equal(first?.code, 'wandb-method');
    assert.equal(text.slice(first.range.start, first.range.end), 'parameters');
    assert.deepEqual(findingsOf(applyEdits(text, first.fixes[0]?.edits ?? [])), []);
  });

  it('includes Bayesian search without a metric, and over probabilities', () => {
    const bayes = { method: 'method: bayes' };
    assert.deepEqual(codesOf(sweep({ ...bayes, metric: '' })), ['wandb-method']);
    const parameters = 'parameters: {x: {values: [1, 2], probabilities: [0.5, 0.5]}}';
    assert.deepEqual(codesOf(sweep({ ...bayes, parameters })), ['wandb-probabilities']);
  });

  it('includes hyperband without a metric, and a misspelt key of it', () => {
    const hyperband = 'early_terminate: {type: hyperband, min_iter: 3}';
    assert.deepEqual(codesOf(sweep({ metric: '' }, hyperband)), ['wandb-early-terminate']);
    const [unknown] = findingsOf(sweep({}, hyperband.replace('min_iter', 'mn_iter')));
    assert.deepEqual(
      [unknown?.code, unknown?.fixes.map(({ title }) => title)],
      ['wandb-unknown-key', ['Rename it to min_iter']],
    );
  });

  it('includes a sweep without parameters', () => {
    assert.deepEqual(codesOf(sweep({ parameters: 'parameters: {}' })), ['wandb-no-parameters']);
    assert.deepEqual(codesOf(sweep({ parameters: '' })), ['wandb-no-parameters']);
  });

  it('names the iterations at which max_iter compares runs (hyperband_stopping.py: 19, s 2, eta 3 → 2, 6)', () => {
    const [first] = findingsOf(
      sweep({}, 'early_terminate: {type: hyperband, min_iter: 7, max_iter: 19, s: 2}'),
    );
    assert.match(first?.message ?? '', /after 2, 6 iterations/);
  });

  it('is the same in JSON, where fixes write JSON', () => {
    const text =
      '{"method": "randm", "metric": {"name": "loss"}, "parameters": {"x": {"min": 1e-5, "max": 0.1, "q": 0.01}}}';
    const found = findingsOf(text, 'json');
    assert.deepEqual(
      found.map(({ code }) => code),
      ['wandb-method', 'wandb-distribution', 'string-number'],
    );
    const edits = found.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    const fixed = applyEdits(text, edits);
    assert.deepEqual(findingsOf(fixed, 'json'), []);
    assert.deepEqual(JSON.parse(fixed), {
      method: 'random',
      metric: { name: 'loss' },
      parameters: { x: { min: 1e-5, max: 0.1, q: 0.01, distribution: 'q_uniform' } },
    });
  });

  it('is nothing in a sweep that uses every part rightly', () => {
    const text = readFileSync('media/samples/wandb/sweep.yaml', 'utf8');
    assert.deepEqual(findingsOf(text), []);
  });
});
