import assert from 'node:assert/strict';
import { codeCells } from '../../../src/cli/notebook';
import { bundledCommandLine, type CommandLine } from './commandLine';

const cell = (source: string | readonly string[], type = 'code') => ({ cell_type: type, source });
const notebook = (...cells: readonly object[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4 });

const objective = ['def objective(trial):\n', '    return trial.suggest_float("lr", 1e-1, 1e-5)\n'];

describe('the code cells of a notebook', () => {
  it('are numbered as they stand, text or lines', () => {
    const text = notebook(cell('# Title', 'markdown'), cell('import optuna'), cell(objective));
    assert.deepEqual(codeCells(text), [
      { number: 2, text: 'import optuna' },
      { number: 3, text: objective.join('') },
    ]);
  });

  it('are none of another language, and nothing is a notebook that is not', () => {
    const metadata = { language_info: { name: 'julia' } };
    assert.deepEqual(codeCells(JSON.stringify({ cells: [cell('x = 1')], metadata })), []);
    for (const text of ['', '{', '[]', 'null', '{"cells": 3}']) assert.equal(codeCells(text), undefined);
  });
});

describe('tuning-lens on Python', function () {
  this.timeout(60_000);
  let cli: CommandLine;

  before(async () => {
    cli = await bundledCommandLine();
    cli.write('objective.py', objective.join(''));
    cli.write('tune.ipynb', notebook(cell('# Title', 'markdown'), cell('import optuna'), cell(objective)));
    cli.write('plain.ipynb', notebook(cell('print(1)')));
  });

  after(() => cli.remove());

  it('checks a file', () => {
    const { exitCode, stdout } = cli.run('check', 'objective.py');
    assert.equal(exitCode, 1);
    assert.match(stdout, /^objective\.py:2:38: error: .*\[inverted-bounds\]/);
  });

  it('checks each cell of a notebook under its number', () => {
    const { exitCode, stdout } = cli.run('check', 'tune.ipynb');
    assert.equal(exitCode, 1);
    assert.match(stdout, /^tune\.ipynb#cell3:2:38: error: .*\[inverted-bounds\]/);
    const sarif = cli.run('check', 'tune.ipynb', '--format', 'sarif').stdout;
    assert.ok(sarif.includes('"uri": "tune.ipynb#cell3"'));
  });

  it('says of a notebook without a space that it is none', () => {
    const { exitCode, stderr } = cli.run('check', 'plain.ipynb');
    assert.equal(exitCode, 0);
    assert.match(stderr, /plain\.ipynb is not a search space/);
  });

  it('reads the space of a cell', () => {
    const { exitCode, stdout } = cli.run('space', 'tune.ipynb', '--json');
    assert.equal(exitCode, 0);
    assert.ok(stdout.includes('"lr"'));
  });
});
