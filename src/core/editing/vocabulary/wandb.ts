import * as l10n from '@vscode/l10n';
import { hyperbandKeys } from '../../formats/wandb/earlyTerminate';
import { methods } from '../../formats/wandb/methods';
import { metricKeys } from '../../formats/wandb/metric';
import { sweepKeys } from '../../formats/wandb/topLevel';
import { any, boolean, fields, list, map, number, text, word, words, type Shape } from '../shape';
import { choice, stop } from '../template';
import type { Vocabulary } from './vocabulary';
import { wandbParameters } from './wandbParameters';

/** Sweep configurations of Weights & Biases, https://docs.wandb.ai/guides/sweeps/sweep-config-keys. */
export const wandbVocabulary: Vocabulary = {
  root: sweep,
  dialect: () => 'pyyaml',
};

function sweep(): Shape {
  return map(
    fields(sweepKeys, {
      method: { meaning: l10n.t('How the next run is chosen.'), shape: methodWords() },
      metric: {
        meaning: l10n.t('What the sweep improves: a metric that the program logs, and in which direction.'),
        shape: metric(),
        template: { name: stop('val_loss'), goal: choice('minimize', 'maximize') },
      },
      parameters: {
        meaning: l10n.t('What is searched: one entry for each parameter, with the values it may take.'),
        shape: wandbParameters(),
      },
      early_terminate: {
        meaning: l10n.t('Stops runs that are behind the others, by Hyperband.'),
        shape: earlyTerminate(),
        template: { type: 'hyperband', min_iter: stop(3) },
      },
      program: { meaning: l10n.t('The script that each run starts.'), shape: text },
      command: {
        meaning: l10n.t('The command that starts a run, one item for each word of it.'),
        shape: list(any),
        template: ['${env}', '${interpreter}', '${program}', '${args}'],
      },
      run_cap: { meaning: l10n.t('How many runs the sweep makes at most.'), shape: number },
      name: { meaning: l10n.t('What the sweep is called in W&B.'), shape: text },
      description: { meaning: l10n.t('What the sweep is for, in a few words.'), shape: text },
      project: { meaning: l10n.t('The W&B project that the runs belong to.'), shape: text },
      entity: { meaning: l10n.t('The W&B user or team that the project belongs to.'), shape: text },
      controller: {
        meaning: l10n.t('Where the next run is chosen: in the cloud, or by a local controller.'),
        shape: map([{ key: 'type', meaning: l10n.t('Who runs the search.'), shape: controllerWords() }]),
      },
      scheduler: { meaning: l10n.t('Settings of the job that runs the sweep with W&B Launch.'), shape: any },
      job: { meaning: l10n.t('The W&B Launch job that each run starts.'), shape: text },
      image_uri: {
        meaning: l10n.t('The container image that each run starts with W&B Launch.'),
        shape: text,
      },
      metrics: { meaning: l10n.t('Several metrics, only with the method custom.'), shape: list(metric()) },
      kind: {
        meaning: l10n.t('Says that this is a sweep.'),
        shape: word([{ word: 'sweep', meaning: l10n.t('A sweep.') }]),
      },
      apiVersion: { meaning: l10n.t('Version of this configuration format.'), shape: text },
    }),
  );
}

function methodWords(): Shape {
  return word(
    words(methods.keys(), {
      grid: l10n.t('Tries every combination; every parameter needs a finite list of values.'),
      random: l10n.t('Draws each run independently from the distributions.'),
      bayes: l10n.t('Models the metric with a Gaussian process and tries where improvement is likely.'),
      custom: l10n.t('Leaves the choice to a program of your own.'),
    }),
  );
}

function controllerWords(): Shape {
  return word([
    { word: 'cloud', meaning: l10n.t('W&B chooses the runs.') },
    { word: 'local', meaning: l10n.t('A controller on your machine chooses the runs.') },
  ]);
}

function metric(): Shape {
  const impute = word([
    { word: 'worst', meaning: l10n.t('The worst value any run has logged.') },
    { word: 'best', meaning: l10n.t('The best value the run has logged.') },
    { word: 'latest', meaning: l10n.t('The last value the run has logged.') },
  ]);
  return map(
    fields(metricKeys, {
      name: { meaning: l10n.t('The name under which the program logs it.'), shape: text },
      goal: {
        meaning: l10n.t('Whether less or more is better; W&B minimizes unless told otherwise.'),
        shape: word([
          { word: 'minimize', meaning: l10n.t('Less is better, as with a loss.') },
          { word: 'maximize', meaning: l10n.t('More is better, as with an accuracy.') },
        ]),
      },
      target: { meaning: l10n.t('The sweep ends when the metric reaches this value.'), shape: number },
      impute: {
        meaning: l10n.t('Which value Bayesian search takes for a run that crashed.'),
        shape: impute,
      },
      impute_while_running: {
        meaning: l10n.t('Which value Bayesian search takes for a run that is not finished.'),
        shape: impute,
      },
    }),
  );
}

function earlyTerminate(): Shape {
  return map(
    fields(hyperbandKeys, {
      type: {
        meaning: l10n.t('The algorithm; W&B has only Hyperband.'),
        shape: word([
          {
            word: 'hyperband',
            meaning: l10n.t('Compares runs after certain numbers of logged values and stops the worse ones.'),
          },
        ]),
      },
      min_iter: {
        meaning: l10n.t('Runs are first compared after this many logged values of the metric.'),
        shape: number,
      },
      max_iter: {
        meaning: l10n.t('How many values a whole run logs; goes with s, in place of min_iter.'),
        shape: number,
      },
      s: { meaning: l10n.t('How many times runs are compared; goes with max_iter.'), shape: number },
      eta: {
        meaning: l10n.t('One run in eta goes on, and the next comparison is eta times later; 3 by default.'),
        shape: number,
      },
      strict: {
        meaning: l10n.t('Stops every run that is not among the best; true is the stricter rule.'),
        shape: boolean,
      },
    }),
  );
}
