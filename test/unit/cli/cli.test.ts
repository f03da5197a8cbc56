import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCommandLine, type CommandLine } from './commandLine';
import { clean, notASpace, wrong } from './files';

describe('the command line', function () {
  this.timeout(60_000);
  let cli: CommandLine;

  before(async () => {
    cli = await bundledCommandLine();
    cli.write('clean.yaml', clean);
    cli.write('wrong.yaml', wrong);
    cli.write('build.yaml', notASpace);
  });

  after(() => cli.remove());

  const json = <T>(...args: readonly string[]): T => JSON.parse(cli.run(...args).stdout) as T;

  describe('space', () => {
    it('prints the space as it was read', () => {
      const space = json<{ format: string; parameters: { name: string; domain: object }[] }>(
        'space',
        'clean.yaml',
        '--json',
      );
      assert.equal(space.format, 'wandb-sweep');
      assert.deepEqual(
        space.parameters.map(({ name }) => name),
        ['lr', 'optimizer'],
      );
      assert.deepEqual(space.parameters[0]?.domain, {
        kind: 'float',
        low: 0.0001,
        high: 0.1,
        scale: 'log',
        prior: { kind: 'uniform' },
      });
    });

    it('ends with 2 and one sentence on what is not a search space', () => {
      const { exitCode, stdout, stderr } = cli.run('space', 'build.yaml');
      assert.deepEqual([exitCode, stdout], [2, '']);
      assert.match(stderr, /^build\.yaml is not a search space of a format known here \(.+\)\.\n$/);
    });
  });

  describe('sample', () => {
    for (const sampler of ['random', 'grid', 'latin-hypercube', 'sobol']) {
      it(`draws with ${sampler} within the bounds, the same bytes for the same seed`, () => {
        const args = ['sample', 'clean.yaml', '--sampler', sampler, '--count', '8', '--seed', '3', '--json'];
        const { stdout, exitCode } = cli.run(...args);
        assert.equal(exitCode, 0);
        assert.equal(cli.run(...args).stdout, stdout);
        const { configurations } = JSON.parse(stdout) as {
          configurations: { lr: number; optimizer: string }[];
        };
        assert.equal(configurations.length, 8);
        for (const { lr, optimizer } of configurations) {
          assert.ok(lr >= 0.0001 && lr <= 0.1);
          assert.ok(optimizer === 'adam' || optimizer === 'sgd');
        }
      });
    }

    it('draws something else for another seed', () => {
      const draw = (seed: string): string => cli.run('sample', 'clean.yaml', '--seed', seed).stdout;
      const { configurations: first } = JSON.parse(draw('1')) as { configurations: unknown };
      const { configurations: second } = JSON.parse(draw('2')) as { configurations: unknown };
      assert.notDeepEqual(first, second);
    });
  });

  describe('demo', () => {
    it('prints the report of a demonstration as JSON, the same bytes for the same seed', () => {
      const args = ['demo', 'halving', 'clean.yaml', '--seed', '1', '--json'];
      const { stdout, exitCode } = cli.run(...args);
      assert.equal(exitCode, 0);
      assert.equal(cli.run(...args).stdout, stdout);
      const report = JSON.parse(stdout) as { answer: string; provenance: Record<string, unknown> };
      assert.match(report.answer, /^27 trials, 4 rungs: 108 epochs/);
      assert.equal(report.provenance['file'], 'clean.yaml');
      assert.equal(report.provenance['seed'], 1);
    });

    it('sets options and refuses what their controls could not hold', () => {
      const { answer } = json<{ answer: string }>(
        'demo',
        'halving',
        'clean.yaml',
        '--json',
        '--set',
        'configurations=9',
        '--set',
        'maxResource=9',
      );
      assert.match(answer, /^9 trials, 3 rungs/);
      for (const [setting, complaint] of [
        ['rungs=3', /no option "rungs"; there are configurations, /],
        ['configurations=many', /configurations must be a number from 2 to 256, not "many"/],
        ['configurations=1000', /configurations must be a number from 2 to 256/],
        ['asTool=perhaps', /asTool must be true or false/],
        ['configurations', /--set takes option=value/],
      ] as const) {
        const { exitCode, stdout, stderr } = cli.run(
          'demo',
          'halving',
          'clean.yaml',
          '--json',
          '--set',
          setting,
        );
        assert.deepEqual([exitCode, stdout], [2, '']);
        assert.match(stderr, complaint);
      }
    });

    it('ends with 2 and says what would change it when nothing can be drawn', () => {
      const { exitCode, stderr } = cli.run(
        'demo',
        'halving',
        'clean.yaml',
        '--json',
        '--set',
        'minResource=9',
        '--set',
        'maxResource=3',
      );
      assert.equal(exitCode, 2);
      assert.match(stderr, /raise it/);
    });

    it('runs on the bundled sample when no file is named', () => {
      const { provenance } = json<{ provenance: Record<string, unknown> }>('demo', 'halving', '--json');
      assert.equal(provenance['file'], 'sweep.yaml');
    });

    it('writes one HTML file that holds the report and lets no network in', () => {
      cli.write('package/dist/webview.js', 'const page = "</script>";');
      cli.write('package/dist/webview.css', 'body { margin: 0 }');
      const { exitCode, stdout } = cli.run('demo', 'halving', 'clean.yaml', '--html', 'report.html');
      assert.deepEqual([exitCode, stdout], [0, '']);
      const html = readFileSync(join(cli.folder, 'report.html'), 'utf8');
      assert.match(html, /Content-Security-Policy/);
      assert.match(html, /default-src (?:'|&#39;)none/);
      assert.match(html, /27 trials, 4 rungs/);
      assert.match(html, /body \{ margin: 0 \}/);
      assert.equal(html.match(/<script/g)?.length, html.match(/<\/script>/g)?.length);
    });

    it('wants either JSON or HTML, and no file left over', () => {
      assert.equal(cli.run('demo', 'halving').exitCode, 2);
      assert.equal(cli.run('demo', 'halving', '--json', '--html', 'never.html').exitCode, 2);
      assert.equal(cli.run('demo', 'halving', 'clean.yaml', 'wrong.yaml', '--json').exitCode, 2);
      assert.ok(!existsSync(join(cli.folder, 'never.html')));
    });
  });

  it('lists the demonstrations', () => {
    const listed = json<{ id: string; question: string }[]>('demos', '--json');
    assert.ok(listed.some(({ id }) => id === 'halving'));
    const { stdout } = cli.run('demos');
    for (const { id, question } of listed) assert.ok(stdout.includes(id) && stdout.includes(question));
  });

  it('prints its help and its version', () => {
    assert.match(cli.run('--help').stdout, /check FILE… \[--format text\|json\|sarif\]/);
    const manifest = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as {
      version: string;
    };
    assert.equal(cli.run('--version').stdout, `${manifest.version}\n`);
  });

  for (const args of [
    [],
    ['explain'],
    ['check'],
    ['check', 'clean.yaml', '--format', 'xml'],
    ['check', 'clean.yaml', '--fix'],
    ['space'],
    ['space', 'clean.yaml', 'wrong.yaml'],
    ['sample', 'clean.yaml', '--sampler', 'hammersley'],
    ['sample', 'clean.yaml', '--count', '0'],
    ['sample', 'clean.yaml', '--count', '1e3.5'],
    ['sample', 'clean.yaml', '--seed', 'today'],
    ['demo', 'annealing', '--json'],
    ['demos', '--verbose'],
  ]) {
    it(`refuses "${args.join(' ')}" with exit code 2, one sentence and nothing on standard output`, () => {
      const { exitCode, stdout, stderr } = cli.run(...args);
      assert.deepEqual([exitCode, stdout], [2, '']);
      assert.match(stderr, /^\S.*\.\n$/);
    });
  }
});
