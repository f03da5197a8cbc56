import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';
import { convertTargets } from '../../../src/core/convert/targets';
import { drawableParameters, type SearchSpace } from '../../../src/core/space/searchSpace';
import type { SourceLanguage } from '../../../src/core/text/source';
import { readBack } from './readBack';

const corpus = '../shared/corpus';

const languageOf = (file: string): SourceLanguage =>
  file.endsWith('.json') ? 'json' : file.endsWith('.py') ? 'python' : /\.ya?ml$/.test(file) ? 'yaml' : 'text';

describe('every real search space', () => {
  const spaces: { file: string; space: SearchSpace }[] = [];

  before(function () {
    if (!existsSync(corpus)) this.skip();
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter(name => /\.(ya?ml|json|pcs|txt|py)$/.test(name)).sort()) {
      const analysis = analyse(readFileSync(`${corpus}/${file}`, 'utf8'), languageOf(file), file);
      const drawable = analysis?.spaces.filter(space => {
        const drawn = drawableParameters(space);
        return drawn.length > 1 && drawn.some(({ domain }) => domain.kind !== 'constant');
      });
      spaces.push(...(drawable ?? []).map(space => ({ file, space })));
    }
    assert.ok(spaces.length > 100, `${spaces.length}`);
  });

  for (const target of convertTargets) {
    it(`can be written as ${target.label}, which its reader takes without an error`, function () {
      this.timeout(60_000);
      for (const { file, space } of spaces) {
        const { space: read, text } = readBack(space, target);
        const errors = read.findings.filter(({ severity }) => severity === 'error');
        const said = errors.map(({ code, message }) => `${code}: ${message}`);
        assert.deepEqual(said, [], `${file}: ${said.join('; ')}\n${text}`);
      }
    });
  }

  it('is valid Python where it is written as Python', function () {
    const programs = spaces.flatMap(({ space }) =>
      convertTargets
        .filter(({ language }) => language === 'python')
        .map(target => readBack(space, target).text),
    );
    const check = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
    const python = spawnSync('python3', ['-c', check], { input: JSON.stringify(programs), encoding: 'utf8' });
    if (python.error) this.skip();
    assert.equal(python.status, 0, python.stderr);
  });
});
