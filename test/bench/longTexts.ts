import type { SourceLanguage } from '../../src/core/text/source';

/** A search space of 2,000 lines. */
export interface LongText {
  readonly name: string;
  readonly language: SourceLanguage;
  readonly text: string;
  /** Where a digit is typed over: in a bound, halfway down. */
  readonly keystroke: number;
}

export function longTexts(): readonly LongText[] {
  return [
    longText('sweep.yaml', 'yaml', wandbSweep(499)),
    longText('experiment.yaml', 'yaml', katibExperiment(331)),
    longText('search_space.json', 'json', nniSpace(499)),
    longText('train.py', 'python', optunaScript(330)),
  ];
}

function longText(name: string, language: SourceLanguage, text: string): LongText {
  return { name, language, text, keystroke: text.indexOf('0.', text.length / 2) + 2 };
}

/** Four lines for each parameter. */
export function wandbSweep(parameters: number): string {
  const head = [
    'program: train.py',
    'method: bayes',
    'metric: {name: val_loss, goal: minimize}',
    'parameters:',
  ];
  const each = (i: number): string =>
    [
      `  group_${i}.lr:`,
      '    distribution: log_uniform_values',
      '    min: 1.0e-5 # smallest that learns',
      `    max: 0.${1 + (i % 9)}`,
    ].join('\n');
  return [...head, ...repeated(parameters, each), ''].join('\n');
}

function katibExperiment(parameters: number): string {
  const head = [
    'apiVersion: kubeflow.org/v1beta1',
    'kind: Experiment',
    'metadata: {name: long}',
    'spec:',
    '  objective: {type: minimize, objectiveMetricName: loss}',
    '  algorithm: {algorithmName: random}',
    '  maxTrialCount: 12',
    '  parameters:',
  ];
  const each = (i: number): string =>
    [
      `    - name: lr_${i}`,
      '      parameterType: double',
      '      feasibleSpace:',
      '        min: "0.01"',
      `        max: "0.${5 + (i % 4)}"`,
      '        distribution: uniform',
    ].join('\n');
  return [...head, ...repeated(parameters, each), ''].join('\n');
}

function nniSpace(parameters: number): string {
  const each = (i: number): string =>
    `  "group_${i}/lr": {\n    "_type": "loguniform",\n    "_value": [0.00001, 0.${1 + (i % 9)}]\n  }`;
  return `{\n${repeated(parameters, each).join(',\n')}\n}\n`;
}

/** A script as scripts are: most of it has nothing to do with its search space. */
function optunaScript(functions: number): string {
  const each = (i: number): string =>
    [
      `def helper_${i}(x, y=None):`,
      `    total = x * 0.${i}`,
      '    if y is None:',
      '        return total + 1',
      '    return total + y',
      '',
    ].join('\n');
  const suggest = (i: number): string =>
    `    p${i} = trial.suggest_float("p${i}", 1e-5, 0.${1 + (i % 9)}, log=True)`;
  const tail = ['    return train(p0)', '', 'study = optuna.create_study()', 'study.optimize(objective)', ''];
  return [
    'import optuna',
    ...repeated(functions, each),
    'def objective(trial):',
    ...repeated(12, suggest),
    ...tail,
  ].join('\n');
}

function repeated(count: number, each: (i: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => each(i));
}
