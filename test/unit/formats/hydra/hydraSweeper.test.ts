import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../../src/core/analyse';
import { hydraSweeper } from '../../../../src/core/formats/hydra/hydraSweeper';
import { hydraRules } from '../../../../src/core/formats/hydra/rules';
import { parseYaml } from '../../../../src/core/text/parseYaml';
import { applyEdits } from '../../../../src/core/text/range';
import { fixed, found, token } from '../../checks/found';
import { readHydra, sweeping } from './hydraText';

const corpus = '../shared/corpus/hydra';

function recognised(text: string): boolean {
  return hydraSweeper.recognise(parseYaml(text)) === 1;
}

describe('recognising a Hydra sweeper', () => {
  it('takes a sweeper’s node, a package that is one, a target and a default', () => {
    for (const text of [
      'hydra:\n  sweeper:\n    params:\n      lr: interval(0.1, 1)\n',
      'hydra:\n  sweeper:\n    params:\n      lr: choice(1, 2)\n',
      '# @package hydra.sweeper\nparams:\n  lr: tag(log, interval(0.1, 1))\n',
      '# a comment\n\n# @package hydra.sweeper.ax_config.params\nlr:\n  type: range\n  bounds: [0, 1]\n',
      '_target_: hydra_plugins.hydra_optuna_sweeper.optuna_sweeper.OptunaSweeper\nparams: {}\n',
      'defaults:\n  - override /hydra/sweeper: nevergrad\nhydra:\n  sweeper:\n    optim: {budget: 3}\n',
    ]) {
      assert.ok(recognised(text), text);
    }
  });

  it('leaves output folders, other sweepers and plain configurations alone', () => {
    for (const text of [
      'hydra:\n  sweep:\n    dir: out\n    subdir: ${hydra.job.num}\n',
      'hydra:\n  sweeper:\n    params:\n      lr: 0.1\n',
      'defaults:\n  - override hydra/sweeper: orion\nhydra:\n  sweeper:\n    params:\n      lr: uniform(0, 1)\n',
      'hydra:\n  sweeper:\n    _target_: hydra_plugins.hydra_smac_sweeper.S\n    search_space: {hyperparameters: {}}\n',
      'defaults:\n  - override hydra/sweeper: optuna\nlr: 3\n',
      'params:\n  lr: interval(0, 1)\n',
    ]) {
      assert.ok(!recognised(text), text);
    }
  });

  it('knows the sweeper by what is written for it', () => {
    const methods = ['optuna/cmaes', 'ax', 'nevergrad', 'basic'].map(
      name => readHydra(sweeping(name, 'x: choice(1, 2)')).method?.family,
    );
    assert.deepEqual(methods, ['evolution', 'bayesian', 'evolution', 'grid']);
  });
});

describe('reading a Hydra sweeper', () => {
  it('keeps objective, sampler and budget with their places', () => {
    const text = [
      'optimized_metric: val/loss',
      'hydra:',
      '  sweeper:',
      '    sampler: {_target_: optuna.samplers.GPSampler}',
      '    direction: minimize',
      '    n_trials: 30',
      '    n_jobs: 3',
      '    params: {lr: "interval(0.1, 0.9)"}',
    ].join('\n');
    const { objective, method, budget, dialect, range } = readHydra(text);
    const at = (place: { start: number; end: number } | undefined): string =>
      text.slice(place?.start, place?.end);
    assert.deepEqual([objective?.metric, objective?.goal], ['val/loss', 'minimize']);
    assert.deepEqual([at(objective?.metricRange), at(objective?.goalRange)], ['val/loss', 'minimize']);
    assert.deepEqual([method?.name, method?.family], ['GPSampler', 'bayesian']);
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [30, 3]);
    assert.deepEqual([dialect, at(range)], ['omegaconf', 'params']);
  });

  it('places the parts of an override in the document, in any quotes', () => {
    for (const written of [
      'tag(log, interval(0.001, 0.1))',
      '"tag(log, interval(0.001, 0.1))"',
      "'tag(''log'', interval(0.001, 0.1))'",
      '"tag(\\"log\\", interval(0.001, 0.1))"',
    ]) {
      const text = sweeping('optuna', `lr: ${written}`);
      const [lr] = readHydra(text).parameters;
      const at = Object.entries(lr?.tokens ?? {}).map(([name, range]) => [
        name,
        text.slice(range?.start, range?.end),
      ]);
      assert.deepEqual(
        at.filter(([name]) => name !== 'declaration' && name !== 'step' && name !== 'choices'),
        [
          ['name', 'lr'],
          ['notation', 'interval'],
          ['low', '0.001'],
          ['high', '0.1'],
        ],
      );
    }
  });

  it('has no places inside a text that is folded over lines', () => {
    const [lr] = readHydra(sweeping('optuna', 'lr: >-\n        interval(0.1,\n        0.5)')).parameters;
    assert.equal(lr?.domain?.kind, 'float');
    assert.deepEqual([lr.tokens.low, lr.tokens.high], [undefined, undefined]);
  });

  it('fixes what is a plain value, and takes OmegaConf’s word for what it is', () => {
    const { parameters, findings } = readHydra(
      sweeping('optuna', 'a: 1e-4', 'b: yes', 'c: adam', "d: '64'", 'x: 1,2'),
    );
    assert.deepEqual(
      parameters.slice(0, 4).map(({ domain }) => domain),
      [1e-4, true, 'adam', 64].map(value => ({ kind: 'constant', value })),
    );
    assert.deepEqual(findings, []);
  });

  it('lets params count where search_space is given as well', () => {
    const text = `${sweeping('optuna', 'lr: interval(0.1, 0.5)')}    search_space:\n      b: {type: int, low: 1, high: 3}\n`;
    const { parameters, findings } = readHydra(text);
    assert.deepEqual(
      parameters.map(({ name }) => name),
      ['lr'],
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['hydra-search-space'],
    );
  });
});

/** [code, sweeper, wrong, what is marked, right or what the first fix makes of it] */
const cases: readonly (readonly [string, string, string, string, string])[] = [
  ['hydra-syntax', 'optuna', 'x: choice(a, b', '(', 'x: choice(a, b)'],
  ['hydra-syntax', 'optuna', 'x: "interval(1, 2) "', ' ', 'x: "interval(1, 2)"'],
  ['hydra-function', 'optuna', 'x: loguniform(1e-8, 1.0)', 'loguniform', 'x: tag(log, interval(1e-8, 1.0))'],
  ['hydra-function', 'optuna', 'x: randint(1, 9)', 'randint', 'x: int(interval(1, 9))'],
  ['hydra-function', 'optuna', 'x: chioce(1, 9)', 'chioce', 'x: choice(1, 9)'],
  ['hydra-arguments', 'optuna', 'x: interval(0.1)', 'interval(0.1)', 'x: interval(0.1, 0.2)'],
  ['hydra-arguments', 'optuna', 'x: choice(a, null)', 'null', 'x: a,null'],
  ['hydra-arguments', 'optuna', 'x: range(9, 1, -1)', '9', 'x: range(1, 10)'],
  ['hydra-arguments', 'ax', 'x: range(1, 9, 0)', '0', 'x: range(1, 9, 2)'],
  ['hydra-arguments', 'optuna', 'x: interval(0.1, inf)', 'inf', 'x: interval(0.1, 9)'],
  ['hydra-nesting', 'optuna', 'x: {y: "interval(0.1, 1)"}', 'x', 'x.y: interval(0.1, 1)'],
  ['hydra-constant-list', 'optuna', 'x: [a, b]', '[a, b]', 'x: choice(a, b)'],
  [
    'hydra-float-interval',
    'optuna',
    'net.n_layers: interval(1, 6)',
    'interval',
    'net.n_layers: int(interval(1, 6))',
  ],
  [
    'hydra-float-interval',
    'ax',
    'units: tag(log, interval(8, 64))',
    'interval',
    'units: tag(log, int(interval(8, 64)))',
  ],
  ['hydra-range-stop', 'optuna', 'x: range(1, 6)', '6', 'x: int(interval(1, 5))'],
  ['hydra-ax-mixed', 'ax', 'x: choice(1, a)', '(1, a)', 'x: choice(1, 2.5)'],
  ['hydra-unsupported', 'basic', 'x: interval(0.1, 0.5)', 'interval', 'x: choice(0.1, 0.5)'],
  ['hydra-unsupported', 'optuna', 'x: glob(*)', 'glob', 'x: choice(a, b)'],
  ['hydra-dynamic', 'optuna', 'x: interval(0.1, ${top})', 'interval(0.1, ${top})', 'x: interval(0.1, 0.5)'],
  ['method-domain', 'optuna/grid', 'x: interval(0.1, 0.5)', 'interval', 'x: range(0.1, 0.5, 0.1)'],
  ['exclusive-end', 'optuna/grid', 'x: int(interval(1, 5))', '5', 'x: choice(1, 5)'],
];

describe('what Hydra and its sweepers reject', () => {
  for (const [code, sweeper, wrong, marked, right] of cases) {
    it(`${code}: ${wrong}`, () => {
      const text = sweeping(sweeper, wrong);
      const [finding] = found(code, text);
      assert.ok(finding, 'nothing found');
      assert.equal(token(text, finding), marked);
      assert.deepEqual(found(code, sweeping(sweeper, right)), []);
      if (finding.fixes.length > 0) assert.equal(fixed(text, finding), sweeping(sweeper, right));
    });
  }

  it('has a case, or an example on the page of checks, for every rule', () => {
    const page = readFileSync('media/checks.md', 'utf8');
    for (const { code } of hydraRules) {
      assert.ok(cases.some(([other]) => other === code) || page.includes(`### ${code}\n`), code);
    }
  });

  it('adds the sampler to the defaults, in the style of what is there', () => {
    const text =
      'defaults:\n  - override /hydra/sweeper: optuna\nhydra:\n  sweeper:\n' +
      '    sampler: {_target_: optuna.samplers.RandomSampler}\n    params: {x: "interval(0.1, 0.2)"}\n';
    const [finding] = found('hydra-sampler-override', text);
    assert.ok(finding);
    const right = text.replace('optuna\n', 'optuna\n  - override /hydra/sweeper/sampler: random\n');
    assert.equal(fixed(text, finding), right);
    assert.deepEqual(found('hydra-sampler-override', right), []);
  });

  it('is put on a log scale in the words of its own space', () => {
    const text = sweeping('optuna', 'lr: interval(0.0001, 0.1)');
    const [finding] = found('linear-decades', text);
    assert.ok(finding);
    assert.equal(fixed(text, finding), sweeping('optuna', 'lr: tag(log, interval(0.0001, 0.1))'));
    const own =
      'hydra:\n  sweeper:\n    ax_config:\n      params:\n        lr:\n          type: range\n          bounds: [0.0001, 0.1]\n';
    const [other] = found('linear-decades', own);
    assert.ok(other);
    assert.deepEqual(found('linear-decades', fixed(own, other)), []);
  });
});

describe('writing search_space as params', () => {
  const number = fc.integer({ min: 1, max: 50 });
  const entry = fc.oneof(
    fc
      .tuple(fc.constantFrom('int', 'float'), number, number, fc.boolean())
      .map(([type, low, more, log]) => ({ type, low, high: low + more, ...(log && { log }) })),
    fc
      .tuple(fc.constantFrom('int', 'float'), number, number, fc.integer({ min: 1, max: 3 }))
      .map(([type, low, more, step]) => ({ type, low, high: low + more * step, step })),
    fc
      .uniqueArray(fc.constantFrom('a', 'two words', 'true', '7', 1, 2.5, true, false), { minLength: 1 })
      .map(choices => ({ type: 'categorical', choices })),
  );

  it('draws the same', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), entries => {
        const lines = entries.map((each, i) =>
          Object.entries(each)
            .map(
              ([key, value], k) =>
                `${k === 0 ? `      x${i}:\n` : ''}        ${key}: ${JSON.stringify(value)}`,
            )
            .join('\n'),
        );
        const text = ['hydra:', '  sweeper:', '    search_space:', ...lines, ''].join('\n');
        const [finding] = readHydra(text).findings;
        const fix = finding?.fixes[0];
        assert.ok(fix, text);
        const rewritten = applyEdits(text, fix.edits);
        assert.deepEqual(
          readHydra(rewritten.replace('    params', '    n_trials: 9\n    params')).parameters.map(
            ({ domain }) => domain,
          ),
          readHydra(text).parameters.map(({ domain }) => domain),
          rewritten,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('real Hydra files', () => {
  /** What is wrong with them: third parties' files, each of which its sweeper refuses or misleads. */
  const wrong = new Map([
    ['01_OATML__RHO-Loss__mnist_optuna.yaml', ['hydra-sampler-override']],
    // A loss that is maximised, and a function Hydra does not have.
    ['02_Oufattole__meds-torch__optuna.yaml', ['goal-direction', 'hydra-function']],
  ]);

  it('have an error only where they are wrong', function () {
    if (!existsSync(corpus)) this.skip();
    for (const file of readdirSync(corpus)) {
      const analysis = analyse(readFileSync(`${corpus}/${file}`, 'utf8'), 'yaml', file);
      assert.equal(analysis?.spaces[0]?.format, 'hydra-sweeper', file);
      const errors = analysis.findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ code }) => code),
        wrong.get(file) ?? [],
        file,
      );
    }
  });
});
