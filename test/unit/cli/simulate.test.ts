import assert from 'node:assert/strict';
import { bundledCommandLine, type CommandLine } from './commandLine';
import { clean, notASpace } from './files';

interface Simulated {
  readonly objective: string;
  readonly optimizer: string;
  readonly minimum: number;
  readonly trials: readonly Shown[];
  readonly incumbent: Shown;
}

interface Shown {
  readonly number: number;
  readonly params: Readonly<Record<string, number | string>>;
  readonly value: number;
}

describe('simulate', function () {
  this.timeout(60_000);
  let cli: CommandLine;

  before(async () => {
    cli = await bundledCommandLine();
    cli.write('clean.yaml', clean);
    cli.write('build.yaml', notASpace);
  });

  after(() => cli.remove());

  const json = (...args: readonly string[]): Simulated =>
    JSON.parse(cli.run('simulate', ...args).stdout) as Simulated;

  for (const optimizer of ['random', 'grid', 'qmc', 'gp', 'tpe']) {
    it(`searches the own space of an objective with ${optimizer}, the same bytes for the same seed`, () => {
      const args = [
        '--objective',
        'branin',
        '--optimizer',
        optimizer,
        '--trials',
        '30',
        '--seed',
        '3',
        '--json',
      ];
      const { stdout, exitCode } = cli.run('simulate', ...args);
      assert.equal(exitCode, 0);
      assert.equal(cli.run('simulate', ...args).stdout, stdout);
      const { trials, incumbent, minimum } = JSON.parse(stdout) as Simulated;
      assert.deepEqual(
        trials.map(({ number }) => number),
        trials.map((_, i) => i),
      );
      assert.equal(trials.length, 30);
      for (const { params, value } of trials) {
        const { x1 = NaN, x2 = NaN } = params as { x1?: number; x2?: number };
        assert.ok(x1 >= -5 && x1 <= 10 && x2 >= 0 && x2 <= 15 && value >= minimum);
      }
      assert.equal(incumbent.value, Math.min(...trials.map(({ value }) => value)));
      assert.deepEqual(incumbent, trials[incumbent.number]);
    });
  }

  it('searches the parameters of a file, by default on the conditional valley with TPE', () => {
    const { objective, optimizer, trials, minimum } = json('--space', 'clean.yaml', '--trials', '40');
    assert.deepEqual([objective, optimizer, trials.length], ['conditional-valley', 'tpe', 40]);
    for (const { params, value } of trials) {
      assert.deepEqual(Object.keys(params), ['lr', 'optimizer']);
      assert.ok(value >= minimum);
    }
    assert.notDeepEqual(json('--space', 'clean.yaml', '--objective', 'levy').trials, trials);
  });

  it('adds noise where it is asked for', () => {
    const at = (noise: string) => json('--objective', 'levy', '--trials', '3', '--noise', noise).trials[0];
    assert.deepEqual(at('1')?.params, at('0')?.params);
    assert.notEqual(at('1')?.value, at('0')?.value);
  });

  it('ends with 2 and a sentence on what it cannot do', () => {
    for (const [args, message] of [
      [[], /^Say --objective NAME, --space FILE or both\.\n$/],
      [['--objective', 'sphere'], /^There is no objective "sphere"; there are .*branin.*\.\n$/],
      [['--objective', 'levy', '--optimizer', 'cg'], /^There is no optimizer "cg"; there are random, grid/],
      [['--objective', 'levy', '--trials', '0'], /^--trials must be a whole number of at least 1/],
      [['--objective', 'levy', '--noise=-1'], /^--noise must be a number of at least 0/],
      [['--space', 'build.yaml'], /^build\.yaml is not a search space/],
      [['levy'], /^simulate takes options only, not levy\.\n$/],
    ] as const) {
      const { exitCode, stdout, stderr } = cli.run('simulate', ...args);
      assert.deepEqual([exitCode, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });
});
