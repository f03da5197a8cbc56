import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { completions } from '../../../src/core/editing/completions';
import { distributions } from '../../../src/core/formats/wandb/distributions';
import { accepted, completionsAt, filledIn, labelsAt } from './caret';

const sweep = (parameters: string): string => `method: random\nparameters:\n${parameters}`;
const experiment = (spec: string): string =>
  `apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nspec:\n${spec}`;

describe('completions in a W&B sweep', () => {
  it('offers the keys of the top level that are not there yet, the usual ones first', () => {
    const labels = labelsAt('method: bayes\nparameters:\n  lr:\n    min: 0.1\n    max: 1\n|\n');
    assert.deepEqual(labels.slice(0, 3), ['metric', 'early_terminate', 'program']);
    assert.ok(!labels.includes('method') && !labels.includes('parameters'));
  });

  it('offers inside a parameter only the keys its distribution takes', () => {
    assert.deepEqual(labelsAt(sweep('  lr:\n    distribution: q_normal\n    mu: 1\n    |\n')), [
      'sigma',
      'q',
    ]);
    assert.deepEqual(labelsAt(sweep('  lr:\n    distribution: beta\n    |\n')), ['a', 'b']);
  });

  it('offers without a distribution the keys that go with those written', () => {
    assert.deepEqual(labelsAt(sweep('  lr:\n    min: 0.1\n    |\n')), ['distribution', 'max', 'q']);
    assert.deepEqual(labelsAt(sweep('  lr:\n    values: [1]\n    |\n')), ['distribution', 'probabilities']);
    assert.deepEqual(labelsAt(sweep('  lr:\n    parameters:\n      x:\n        value: 1\n    |\n')), []);
  });

  it('offers every distribution with a sentence, first those that take the keys written', () => {
    const offered = completionsAt(sweep('  lr:\n    min: 1\n    q: 2\n    distribution: |\n'));
    assert.deepEqual(offered.map(({ label }) => label).sort(), [...distributions.keys()].sort());
    assert.deepEqual(
      offered.slice(0, 3).map(({ label }) => label),
      ['q_uniform', 'q_log_uniform_values', 'q_log_uniform'],
    );
    for (const { label, documentation } of offered) assert.match(documentation, /\.$/, label);
  });

  it('reads flow mappings, quoted words and lines that are not finished', () => {
    assert.deepEqual(labelsAt(sweep('  lr: {min: 0.1, |}\n')), ['distribution', 'max', 'q']);
    assert.deepEqual(labelsAt(sweep('  lr: {min: 0.1, ma|\n  b:\n    values: [1]\n')), [
      'distribution',
      'max',
      'q',
    ]);
    assert.deepEqual(labelsAt('method: "|"\nparameters:\n  x: {value: 1}\n').sort(), [
      'bayes',
      'custom',
      'grid',
      'random',
    ]);
    assert.ok(labelsAt(sweep('  lr:\n    min\n    ma|\n')).includes('max'));
  });

  it('knows goals, early termination and groups of parameters', () => {
    const tail = 'parameters:\n  x: {value: 1}\n';
    assert.deepEqual(labelsAt(`method: bayes\nmetric:\n  goal: |\n${tail}`), ['minimize', 'maximize']);
    assert.deepEqual(labelsAt(`method: bayes\nearly_terminate:\n  type: hyperband\n  |\n${tail}`), [
      'min_iter',
      'max_iter',
      's',
      'eta',
      'strict',
    ]);
    assert.ok(labelsAt(sweep('  g:\n    parameters:\n      lr:\n        |\n')).includes('values'));
  });

  it('helps with the first parameter, when the file is not a sweep yet', () => {
    assert.ok(labelsAt('method: random\nparameters:\n  lr:\n    |\n').includes('distribution'));
  });

  it('says nothing in comments, in what it does not know, and in other files', () => {
    assert.deepEqual(labelsAt(`# method: |\n${sweep('  x: {value: 1}\n')}`), []);
    assert.deepEqual(labelsAt(`${sweep('  x: {value: 1}\n')}controller:\n  what:\n    |\n`), []);
    assert.deepEqual(labelsAt('on: push\njobs:\n  |\n'), []);
  });

  it('replaces the word at the caret and changes a key in place', () => {
    assert.equal(
      accepted('method: ra|ndom\nparameters:\n  x: {value: 1}\n', 'bayes'),
      'method: bayes\nparameters:\n  x: {value: 1}\n',
    );
    assert.equal(accepted(sweep('  x:\n    mi|: 3\n'), 'min'), sweep('  x:\n    min: 3\n'));
    assert.equal(
      accepted(`me|\n${sweep('  x: {value: 1}\n')}`, 'metric'),
      `metric:\n  name: val_loss\n  goal: minimize\n${sweep('  x: {value: 1}\n')}`,
    );
  });

  it('writes whole parameters that have nothing wrong with them but, at most, a hint', () => {
    const marked = 'method: random\nparameters:\n  x:\n    values: [1, 2]\n  |\n';
    const samples = completionsAt(marked).filter(({ kind }) => kind === 'sample');
    assert.ok(samples.length >= 8);
    for (const { label } of samples) {
      const { spaces, findings } = analyse(accepted(marked, label), 'yaml') ?? assert.fail(label);
      assert.equal(spaces[0].parameters.length, 2, label);
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'hint'),
        [],
        label,
      );
    }
  });

  it('keeps the indentation of the file', () => {
    const wide = 'method: random\nparameters:\n    x:\n        values: [1, 2]\n    |\n';
    assert.match(
      accepted(wide, 'dropout, uniform'),
      /^ {4}dropout:\n {8}distribution: uniform\n {8}min: 0.1/m,
    );
  });
});

describe('completions in a Katib Experiment', () => {
  it('offers in a feasible space what the type takes', () => {
    const space = (type: string) =>
      experiment(
        `  parameters:\n    - name: x\n      parameterType: ${type}\n      feasibleSpace:\n        |\n`,
      );
    assert.deepEqual(labelsAt(space('categorical')), ['list']);
    assert.deepEqual(labelsAt(space('double')), ['min', 'max', 'step', 'distribution']);
  });

  it('offers the settings of the algorithm, and the words a setting takes', () => {
    const settings = (name: string, setting: string) =>
      experiment(
        `  algorithm:\n    algorithmName: ${name}\n    algorithmSettings:\n      - name: ${setting}\n`,
      );
    assert.deepEqual(labelsAt(settings('hyperband', '|')), ['r_l', 'resource_name', 'eta']);
    assert.ok(labelsAt(settings('bayesianoptimization', 'acq_func\n        value: |')).includes('EI'));
  });

  it('offers the names of parameters where they are referred to', () => {
    const marked = experiment(
      '  parameters:\n    - name: epochs\n      parameterType: int\n  trialTemplate:\n    trialParameters:\n      - name: e\n        reference: |\n',
    );
    assert.deepEqual(labelsAt(marked), ['epochs']);
  });

  it('writes whole parameters behind the dash, with their numbers in quotes', () => {
    const marked = experiment('  parameters:\n    - |\n');
    const samples = completionsAt(marked).filter(({ kind }) => kind === 'sample');
    assert.ok(samples.length >= 8);
    for (const { label } of samples) {
      const { spaces, findings } = analyse(accepted(marked, label), 'yaml') ?? assert.fail(label);
      const [parameter] = spaces[0].parameters;
      const own = findings.filter(
        ({ parameter: about, severity }) => about === parameter?.name && severity !== 'hint',
      );
      assert.ok(parameter?.domain, label);
      assert.deepEqual(own, [], label);
      assert.ok(!findings.some(({ code }) => code === 'katib-unquoted-text'), label);
    }
  });

  it('says nothing in the other documents of a stream', () => {
    assert.deepEqual(labelsAt(`${experiment('  parameters: []\n')}---\nkind: ConfigMap\ndata:\n  |\n`), []);
  });
});

describe('completions in NNI files', () => {
  it('offers the types, and the shape of the values each of them takes', () => {
    assert.ok(labelsAt('{"lr": {"_type": "|"}}', 'json').includes('loguniform'));
    const quantised = completionsAt('{"x": {"_type": "quniform", |}}', 'json');
    assert.deepEqual(
      quantised.map(({ insertText }) => filledIn(insertText)),
      ['"_value": [0.1, 1, 0.1]'],
    );
  });

  it('writes JSON that parses, with a comma where another property follows', () => {
    const marked = '{\n  |\n  "b": {"_type": "choice", "_value": [1, 2]}\n}';
    const text = accepted(marked, 'learning rate, log-uniform', 'json');
    assert.deepEqual(Object.keys(JSON.parse(text) as object), ['learning_rate', 'b']);
    const quoted = '{"b": {"_type": "choice", "_value": [1, 2]}, "c": {"_type": "uniform", "_v|"}}';
    assert.ok(JSON.parse(accepted(quoted, '_value', 'json')));
  });

  it('offers the name and parameters of a nested choice', () => {
    const marked = '{"o": {"_type": "choice", "_value": [{|}]}, "b": {"_type": "choice", "_value": [1]}}';
    const labels = labelsAt(marked, 'json');
    assert.ok(labels.includes('_name') && labels.includes('dropout, uniform'));
  });

  it('knows the tuners and the inline search space of an experiment', () => {
    const tail = 'trialCommand: x\ntrainingService:\n  platform: local\n';
    assert.ok(labelsAt(`tuner:\n  name: |\n${tail}`).includes('GridSearch'));
    assert.ok(labelsAt(`tuner:\n  name: TPE\nsearchSpace:\n  lr:\n    |\n${tail}`).includes('_type'));
  });

  it('helps in an empty file of the name that NNI gives it', () => {
    assert.ok(completionsAt('{|}', 'json', 'search_space.json').length > 0);
    assert.deepEqual(completionsAt('{|}', 'json', 'other.json'), []);
  });
});

describe('completions', () => {
  const whole = [
    'method: bayes\nmetric: {name: a, goal: minimize}\nparameters:\n  lr:\n    min: 0.1\n    max: 1\n  g:\n    parameters:\n      x: {values: [1, "a"]}\n',
    experiment(
      '  parameters:\n    - name: x\n      parameterType: double\n      feasibleSpace: {min: "1"}\n',
    ),
    '{"lr": {"_type": "choice", "_value": [{"_name": "a", "x": {"_type": "uniform", "_value": [0, 1]}}]}}',
  ];

  it('never fail, and replace only text on the line of the caret, wherever it is and however broken the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(300),
        fc.nat(300),
        fc.string({ maxLength: 6 }),
        fc.constantFrom('yaml' as const, 'json' as const),
        (text, cut, at, noise, language) => {
          const broken = text.slice(0, cut) + noise + text.slice(Math.min(text.length, cut + noise.length));
          const offset = Math.min(at, broken.length);
          for (const { range, label, insertText } of completions(broken, offset, language)) {
            assert.ok(range.start <= offset && offset <= range.end, label);
            assert.doesNotMatch(broken.slice(range.start, range.end), /\n/, label);
            assert.ok(insertText.length > 0);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
