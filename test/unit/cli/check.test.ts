import assert from 'node:assert/strict';
import { bundledCommandLine, type CommandLine } from './commandLine';
import { clean, nni, notASpace, wrong } from './files';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Checked {
  readonly file: string;
  readonly format: string | null;
  readonly parameters: readonly { readonly name: string; readonly kind: string }[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: Position; readonly end: Position };
    readonly fixes: readonly {
      readonly title: string;
      readonly edits: readonly { readonly newText: string; readonly range: object }[];
    }[];
  }[];
}

describe('tuning-lens check', function () {
  this.timeout(60_000);
  let cli: CommandLine;

  before(async () => {
    cli = await bundledCommandLine();
    cli.write('clean.yaml', clean);
    cli.write('wrong.yaml', wrong);
    cli.write('search_space.json', nni);
    cli.write('build.yaml', notASpace);
    cli.write('my sweeps/50%.yaml', wrong);
  });

  after(() => cli.remove());

  const json = <T>(...args: readonly string[]): T => JSON.parse(cli.run(...args).stdout) as T;

  it('ends with 0 on a clean file, 1 on an error and 2 on a file it cannot read', () => {
    assert.equal(cli.run('check', 'clean.yaml').exitCode, 0);
    assert.equal(cli.run('check', 'wrong.yaml').exitCode, 1);
    assert.equal(cli.run('check', 'absent.yaml').exitCode, 2);
    assert.equal(cli.run('check', 'wrong.yaml', 'absent.yaml').exitCode, 2);
  });

  it('ends with 0 on what is not a search space and says so on standard error', () => {
    const { exitCode, stdout, stderr } = cli.run('check', 'build.yaml');
    assert.deepEqual([exitCode, stdout], [0, '']);
    assert.match(stderr, /build\.yaml is not a search space/);
  });

  it('prints file, line and column counted from one, severity, sentence and code', () => {
    const { stdout } = cli.run('check', 'wrong.yaml');
    assert.match(stdout, /^wrong\.yaml:6:13: error: .*1e-5.* \[[a-z-]+\]$/m);
  });

  it('prints the other files when one cannot be read', () => {
    const { stdout, stderr } = cli.run('check', 'absent.yaml', 'wrong.yaml');
    assert.match(stdout, /^wrong\.yaml:6:13: error/m);
    assert.match(stderr, /absent\.yaml cannot be read: there is no such file\./);
  });

  it('prints nothing but a JSON array with --format json, null for what is no search space', () => {
    const files = json<Checked[]>(
      'check',
      '--format',
      'json',
      'clean.yaml',
      'wrong.yaml',
      'build.yaml',
      'search_space.json',
    );
    assert.deepEqual(
      files.map(({ file, format }) => [file, format]),
      [
        ['clean.yaml', 'wandb-sweep'],
        ['wrong.yaml', 'wandb-sweep'],
        ['build.yaml', null],
        ['search_space.json', 'nni-search-space'],
      ],
    );
    assert.deepEqual(files[0]?.parameters, [
      { name: 'lr', kind: 'float' },
      { name: 'optimizer', kind: 'categorical' },
    ]);
    assert.deepEqual([files[2]?.parameters, files[2]?.findings], [[], []]);
  });

  it('gives each finding its range from zero and its fixes as edits', () => {
    const [file] = json<Checked[]>('check', 'wrong.yaml', '--format', 'json');
    const finding = file?.findings.find(({ severity }) => severity === 'error');
    assert.deepEqual(finding?.range, {
      start: { line: 5, character: 12 },
      end: { line: 5, character: 16 },
    });
    const [fix] = finding.fixes;
    assert.ok(fix && fix.title !== '' && fix.edits.length > 0);
    assert.ok(fix.edits.every(edit => 'newText' in edit && 'range' in edit));
  });

  it('writes SARIF with rules, regions from one and fixes', () => {
    interface Sarif {
      readonly version: string;
      readonly runs: readonly [
        {
          readonly tool: {
            readonly driver: { readonly name: string; readonly rules: readonly { id: string }[] };
          };
          readonly results: readonly {
            readonly ruleId: string;
            readonly ruleIndex: number;
            readonly level: string;
            readonly message: { readonly text: string };
            readonly locations: readonly [
              { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } },
            ];
            readonly fixes?: readonly { artifactChanges: readonly [{ replacements: readonly object[] }] }[];
          }[];
        },
      ];
    }
    const outcome = cli.run('check', 'my sweeps/50%.yaml', '--format', 'sarif');
    assert.equal(outcome.exitCode, 1);
    const { version, runs } = JSON.parse(outcome.stdout) as Sarif;
    const [{ tool, results }] = runs;
    assert.equal(version, '2.1.0');
    assert.equal(tool.driver.name, 'Tuning Lens');
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(['error', 'warning', 'note'].includes(level));
      assert.ok(message.text.length > 0);
      assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'my%20sweeps/50%25.yaml');
    }
    const error = results.find(({ level }) => level === 'error');
    assert.deepEqual(error?.locations[0].physicalLocation.region, {
      startLine: 6,
      startColumn: 13,
      endLine: 6,
      endColumn: 17,
    });
    assert.ok((error.fixes?.[0]?.artifactChanges[0].replacements.length ?? 0) > 0);
  });

  it('does not count a byte order mark as a column', () => {
    cli.write('marked.json', `\uFEFF${nni.replace('0.1]', '0.00001]')}`);
    const [file] = json<Checked[]>('check', 'marked.json', '--format', 'json');
    const character = file?.findings[0]?.range.start.character;
    cli.write('unmarked.json', nni.replace('0.1]', '0.00001]'));
    const [same] = json<Checked[]>('check', 'unmarked.json', '--format', 'json');
    assert.ok(character !== undefined);
    assert.equal(character, same?.findings[0]?.range.start.character);
  });
});
