import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';

const corpus = '../shared/corpus';

/** [part of the file's name, what its validator's verdict comes from: code and text marked] */
const reasons: readonly (readonly [string, string, string])[] = [
  ['03_AntonRydahl', 'wandb-unknown-key', 'RUN'],
  ['07_Daniel-Haas-B', 'string-number', '5e-05'],
  ['14_benihime91', 'wandb-parameter-key', 'values'],
  ['15_chengsly', 'string-number', '1e-10'],
];

describe('real W&B sweeps', () => {
  before(function () {
    if (!existsSync(corpus)) this.skip();
  });

  const verdicts = (): { file: string; accepted: boolean }[] =>
    readFileSync(`${corpus}/INDEX.tsv`, 'utf8')
      .split('\n')
      .map(line => line.split('\t'))
      .filter(([file = '', , , , , note = '']) => file.startsWith('wandb/') && note.startsWith('oracle('))
      .map(([file = '', , , , , note = '']) => ({ file, accepted: note.trimEnd().endsWith(': ok') }));

  const errors = (file: string) => {
    const text = readFileSync(`${corpus}/${file}`, 'utf8');
    const found = analyse(text, 'yaml', file)?.findings ?? [];
    return found
      .filter(({ severity }) => severity === 'error')
      .map(({ code, range }) => [code, text.slice(range.start, range.end)]);
  };

  it('have no error where the vendor’s own validator accepts them', () => {
    const accepted = verdicts().filter(verdict => verdict.accepted);
    assert.ok(accepted.length >= 9);
    for (const { file } of accepted) assert.deepEqual(errors(file), [], file);
  });

  it('have an error for the reason the validator gives where it refuses them', () => {
    const refused = verdicts().filter(verdict => !verdict.accepted);
    assert.equal(refused.length, reasons.length);
    for (const { file } of refused) {
      const [, code, marked] = reasons.find(([name]) => file.includes(name)) ?? [];
      assert.ok(
        errors(file).some(found => found[0] === code && found[1] === marked),
        `${file}: ${JSON.stringify(errors(file))}`,
      );
    }
  });
});

describe('the samples', () => {
  const codes = (name: string): string[] => {
    const text = readFileSync(`media/samples/wandb/${name}`, 'utf8');
    const findings = analyse(text, 'yaml', name)?.findings;
    const problems = findings?.filter(({ severity }) => severity !== 'hint');
    return problems?.map(({ code }) => code) ?? ['not recognised'];
  };

  it('are one sweep without a problem and one written in a hurry, with eight', () => {
    assert.deepEqual(codes('sweep.yaml'), []);
    assert.deepEqual(codes('hurried-sweep.yaml'), [
      'test-metric',
      'goal-direction',
      'linear-decades',
      'values-as-exponents',
      'duplicate-choice',
      'tuned-duration',
      'string-number',
      'string-number',
    ]);
  });
});
