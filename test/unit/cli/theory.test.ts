import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCommandLine, type CommandLine } from './commandLine';

interface PrintedCell {
  readonly number: number;
  readonly topic: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly checks: readonly { readonly name: string; readonly status: string; readonly value?: number }[];
}

describe('the command "theory"', () => {
  let cli: CommandLine;
  before(async () => {
    cli = await bundledCommandLine();
  });
  after(() => cli.remove());

  it('prints all cells as JSON, each with its values and its check', () => {
    const { exitCode, stdout } = cli.run('theory', '--json');
    const cells = JSON.parse(stdout) as PrintedCell[];
    assert.equal(exitCode, 0);
    assert.deepEqual(
      cells.map(({ number }) => number),
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
    assert.ok(cells.every(({ checks }) => checks.every(({ status }) => status === 'PASS')));
    const third = cells[2];
    assert.deepEqual([third?.topic, third?.kind], ['Log-uniform sampling', 'stochastic']);
    assert.ok(Math.abs(Number(third?.values['gap']) - 0.201472) < 5e-7);
  });

  it('prints one cell as text', () => {
    const { stdout } = cli.run('theory', '--cell', '4');
    assert.match(stdout, /^4\. Grid search\n {2}Energy: 4\.666667\n {2}PASS: /);
  });

  it('writes a notebook', () => {
    assert.equal(cli.run('theory', '--ipynb', 'theory.ipynb').exitCode, 0);
    const notebook = JSON.parse(readFileSync(join(cli.folder, 'theory.ipynb'), 'utf8')) as {
      nbformat: number;
    };
    assert.equal(notebook.nbformat, 4);
  });

  it('refuses cells that there are not, and files', () => {
    for (const args of [['--cell', '25'], ['--cell', 'x'], ['sweep.yaml']]) {
      const { exitCode, stdout } = cli.run('theory', ...args);
      assert.deepEqual([exitCode, stdout], [2, '']);
    }
  });
});
