import * as l10n from '@vscode/l10n';
import type { EarlyStopping, MethodFamily, SearchSpace } from '../space/searchSpace';
import type { Losses } from './losses';
import { firstRung, reductionFactorOf } from './firstRung';
import { suggestionLines } from './optunaObjective';
import { literal, pythonComments } from './pythonText';
import type { ConvertTarget } from './target';
import { drawn, loseEarlyStopping, otherMethod } from './unsupported';

/** An Optuna study in Python: the objective with its suggestions, the sampler, the pruner and the budget. */
export const optuna: ConvertTarget = {
  id: 'optuna',
  get label() {
    return l10n.t('Optuna (Python)');
  },
  tool: 'Optuna',
  language: 'python',
  fileName: 'optuna_study.py',
  write,
};

const { tool } = optuna;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  const body = suggestionLines(space, parameters, losses);
  const sampler = samplerFor(space, losses);
  const pruner = prunerFor(space, losses);
  const { objective, budget } = space;
  const metric = literal(objective?.metric ?? 'objective');
  const jobs = budget.parallelTrials ? `, n_jobs=${literal(budget.parallelTrials.value)}` : '';
  const chosen = (isStated: boolean, comment: string): string[] =>
    isStated ? [] : pythonComments([comment], '        ');
  return [
    ...pythonComments(losses.general),
    ...(losses.general.length === 0 ? [] : ['']),
    'import optuna',
    '',
    '',
    'def train(trial: optuna.Trial, params: dict) -> dict:',
    ...pythonComments(
      [l10n.t('Yours to fill in: train once with these values and return what was measured.')],
      '    ',
    ),
    ...(budget.earlyStopping ? reporting() : []),
    `    raise NotImplementedError("return {${metric.replaceAll('\\', '\\\\').replaceAll('"', "'")}: ...}")`,
    '',
    '',
    'def objective(trial: optuna.Trial) -> float:',
    ...body.map(line => `    ${line}`),
    '    scores = train(trial, trial.params)',
    `    return scores[${metric}]`,
    '',
    '',
    'if __name__ == "__main__":',
    '    study = optuna.create_study(',
    ...(space.name === undefined ? [] : [`        study_name=${literal(space.name)},`]),
    ...chosen(objective !== undefined, l10n.t('Chosen here; the space did not say what to optimise.')),
    `        direction="${objective?.goal ?? 'minimize'}",`,
    `        sampler=optuna.samplers.${sampler}(),`,
    `        pruner=optuna.pruners.${pruner},`,
    '    )',
    ...chosen(
      budget.trials !== undefined,
      l10n.t('Chosen here; the space did not say how many trials to run.'),
    ).map(line => line.slice(4)),
    `    study.optimize(objective, n_trials=${literal(budget.trials?.value ?? 100)}${jobs})`,
    '    print(study.best_params, study.best_value)',
    '',
  ].join('\n');
}

function reporting(): string[] {
  return pythonComments(
    [
      l10n.t('After each step of training let the pruner decide:'),
      '    trial.report(value, step)',
      '    if trial.should_prune():',
      '        raise optuna.TrialPruned()',
    ],
    '    ',
  );
}

/** The families each sampler belongs to, https://optuna.readthedocs.io/en/stable/reference/samplers. */
const samplers: Readonly<Record<MethodFamily, string>> = {
  // A GridSampler would need every list a second time; this one reads them from the suggestions.
  grid: 'BruteForceSampler',
  random: 'RandomSampler',
  quasiRandom: 'QMCSampler',
  bayesian: 'GPSampler',
  parzen: 'TPESampler',
  evolution: 'CmaEsSampler',
  hyperband: 'RandomSampler',
  population: 'TPESampler',
  other: 'TPESampler',
};

function samplerFor(space: SearchSpace, losses: Losses): string {
  const family = space.method?.family ?? 'parzen';
  const sampler = samplers[family];
  if (family === 'population' || family === 'other') otherMethod(tool, space, sampler, losses);
  return sampler;
}

function prunerFor(space: SearchSpace, losses: Losses): string {
  const stopping = space.budget.earlyStopping;
  switch (stopping?.family) {
    case undefined:
      return 'NopPruner()';
    case 'hyperband':
      return hyperband(stopping, reductionFactorOf(space));
    case 'medianStopping': {
      const { minResource } = stopping;
      return `MedianPruner(${minResource ? `n_warmup_steps=${literal(minResource.value)}` : ''})`;
    }
    case 'bandit':
    case 'truncation':
    case 'percentile':
    case 'patience':
    case 'other':
      loseEarlyStopping(tool, space, losses);
      return 'NopPruner()';
  }
}

function hyperband(stopping: EarlyStopping, factor: number): string {
  const settings = {
    min_resource: firstRung(stopping, factor),
    max_resource: stopping.maxResource?.value,
    reduction_factor: factor,
  };
  const written = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${literal(value)}`],
  );
  return `HyperbandPruner(${written.join(', ')})`;
}
