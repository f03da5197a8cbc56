import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCommandLine, type CommandLine } from './commandLine';
import { clean } from './files';

const space = `{
  "lr": { "_type": "uniform", "_value": [0, 1] },
  "x": { "_type": "choice", "_value": [
    { "_name": "a", "y": { "_type": "uniform", "_value": [0, 1] } },
    { "_name": "b" }
  ] }
}`;

describe('converting on the command line', function () {
  this.timeout(60_000);
  let cli: CommandLine;

  before(async () => {
    cli = await bundledCommandLine();
    cli.write('clean.yaml', clean);
    cli.write('search_space.json', space);
  });

  after(() => cli.remove());

  it('prints the text and nothing else on standard output', () => {
    const { exitCode, stdout } = cli.run('convert', 'clean.yaml', '--to', 'optuna');
    assert.equal(exitCode, 0);
    assert.match(stdout, /^import optuna$/m);
    assert.match(stdout, /trial\.suggest_float\("lr", 1e-4, 0\.1, log=True\)/);
  });

  it('says on standard error what is lost, and ends with 1 only when asked to be strict', () => {
    const args = ['convert', 'search_space.json', '--to', 'wandb'];
    const { exitCode, stderr } = cli.run(...args);
    assert.equal(exitCode, 0);
    assert.match(stderr, /^x\.a\.y: W&B has no conditions/m);
    assert.equal(cli.run(...args, '--strict').exitCode, 1);
    assert.equal(cli.run('convert', 'search_space.json', '--to', 'nni-space', '--strict').exitCode, 0);
  });

  it('writes a file', () => {
    assert.equal(cli.run('convert', 'clean.yaml', '--to', 'ray', '--out', 'run.py').stdout, '');
    assert.match(readFileSync(join(cli.folder, 'run.py'), 'utf8'), /^from ray import tune$/m);
  });

  it('ends with 2 for a format there is not and a file that cannot be written', () => {
    const unknown = cli.run('convert', 'clean.yaml', '--to', 'excel');
    assert.equal(unknown.exitCode, 2);
    assert.match(unknown.stderr, /^--to must be one of wandb, katib, .*, not "excel"\.$/m);
    assert.equal(cli.run('convert', 'clean.yaml', '--to', 'ray', '--out', 'no/such/run.py').exitCode, 2);
  });
});
