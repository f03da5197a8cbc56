import * as l10n from '@vscode/l10n';
import { medianStop } from '../../formats/katib/checks/algorithm';
import { objectiveFields, specFields } from '../../formats/katib/checks/names';
import { goals, resumePolicies } from '../../formats/katib/checks/objective';
import { any, fields, list, map, number, parameter, text, word, words, type Shape } from '../shape';
import { choice, stop } from '../template';
import { katibAlgorithm, katibSettings } from './katibAlgorithms';
import { katibParameters } from './katibParameters';
import type { Vocabulary } from './vocabulary';

/** Katib Experiments, `pkg/apis/controller/experiments/v1beta1/experiment_types.go` of kubeflow/katib. */
export const katibVocabulary: Vocabulary = {
  root: experiment,
  dialect: isJson => (isJson ? 'json' : 'goyaml'),
};

function experiment(): Shape {
  return map([
    {
      key: 'apiVersion',
      meaning: l10n.t('The version of the Kubernetes API.'),
      shape: word([
        { word: 'kubeflow.org/v1beta1', meaning: l10n.t('The version that Katib serves today.') },
      ]),
    },
    {
      key: 'kind',
      meaning: l10n.t('Which resource this is.'),
      shape: word([{ word: 'Experiment', meaning: l10n.t('A Katib Experiment.') }]),
    },
    {
      key: 'metadata',
      meaning: l10n.t('Name and namespace of the experiment.'),
      shape: map([
        { key: 'name', meaning: l10n.t('At most 40 lower-case letters, digits and hyphens.'), shape: text },
        { key: 'namespace', meaning: l10n.t('The Kubernetes namespace it runs in.'), shape: text },
      ]),
      template: { name: stop('my-experiment') },
    },
    { key: 'spec', meaning: l10n.t('The search itself.'), shape: spec() },
  ]);
}

function spec(): Shape {
  return map(
    fields(specFields, {
      objective: {
        meaning: l10n.t('The metric to improve, and in which direction.'),
        shape: objective(),
        template: { type: choice('minimize', 'maximize'), objectiveMetricName: stop('loss') },
      },
      algorithm: {
        meaning: l10n.t('How the next trials are chosen.'),
        shape: katibAlgorithm(),
        template: { algorithmName: stop('random') },
      },
      earlyStopping: {
        meaning: l10n.t('Stops trials that are behind the others.'),
        shape: earlyStopping(),
        template: { algorithmName: 'medianstop' },
      },
      parameters: {
        meaning: l10n.t('What is searched: a list of parameters with their feasible spaces.'),
        shape: katibParameters(),
      },
      parallelTrialCount: {
        meaning: l10n.t('How many trials run at the same time; 3 unless given.'),
        shape: number,
      },
      maxTrialCount: {
        meaning: l10n.t('How many trials there are at most; without a limit unless given.'),
        shape: number,
      },
      maxFailedTrialCount: {
        meaning: l10n.t('How many trials may fail before the experiment does.'),
        shape: number,
      },
      resumePolicy: {
        meaning: l10n.t('Whether the experiment can go on after it has ended.'),
        shape: word(
          words(resumePolicies, {
            Never: l10n.t('It cannot; the suggestion service is removed.'),
            LongRunning: l10n.t('It can; the suggestion service keeps running.'),
            FromVolume: l10n.t('It can; the state of the suggestion service is kept on a volume.'),
          }),
        ),
      },
      trialTemplate: { meaning: l10n.t('The Kubernetes job that each trial runs.'), shape: trialTemplate() },
      metricsCollectorSpec: { meaning: l10n.t('How metrics are read from a trial.'), shape: any },
      nasConfig: { meaning: l10n.t('Architecture search, in place of parameters.'), shape: any },
    }),
  );
}

function objective(): Shape {
  const goalMeanings = {
    minimize: l10n.t('Less is better, as with a loss.'),
    maximize: l10n.t('More is better, as with an accuracy.'),
  };
  return map(
    fields(objectiveFields, {
      type: { meaning: l10n.t('Whether less or more is better.'), shape: word(words(goals, goalMeanings)) },
      goal: { meaning: l10n.t('The experiment ends when the metric reaches this value.'), shape: number },
      objectiveMetricName: { meaning: l10n.t('The name under which trials report it.'), shape: text },
      additionalMetricNames: {
        meaning: l10n.t('Further metrics to record; the objective must not be among them.'),
        shape: list(text),
      },
      metricStrategies: {
        meaning: l10n.t('Which of the values of a metric counts: the least, the greatest or the latest.'),
        shape: any,
      },
    }),
  );
}

function earlyStopping(): Shape {
  return map([
    {
      key: 'algorithmName',
      meaning: l10n.t('The rule; Katib has only the median.'),
      shape: word([
        {
          word: 'medianstop',
          meaning: l10n.t('Stops a trial whose best value is worse than the median of the others so far.'),
        },
      ]),
    },
    {
      key: 'algorithmSettings',
      meaning: l10n.t('Settings of the rule, as a list of names and values.'),
      shape: katibSettings(medianStop),
    },
  ]);
}

function trialTemplate(): Shape {
  return map([
    {
      key: 'primaryContainerName',
      meaning: l10n.t('The container whose metrics are collected.'),
      shape: text,
    },
    {
      key: 'trialParameters',
      meaning: l10n.t('Which parameter is put where the template says ${trialParameters.name}.'),
      shape: list(trialParameter(), {
        samples: [
          {
            label: l10n.t('trial parameter'),
            template: { name: stop('learningRate'), reference: stop('learning-rate') },
          },
        ],
      }),
    },
    { key: 'trialSpec', meaning: l10n.t('The Kubernetes resource of a trial.'), shape: any },
    { key: 'configMap', meaning: l10n.t('Where the template is found, in place of trialSpec.'), shape: any },
    {
      key: 'successCondition',
      meaning: l10n.t('When a trial has succeeded; Katib knows it for the usual kinds of jobs.'),
      shape: text,
    },
    {
      key: 'failureCondition',
      meaning: l10n.t('When a trial has failed; Katib knows it for the usual kinds of jobs.'),
      shape: text,
    },
    {
      key: 'retain',
      meaning: l10n.t('Keeps the resources of a trial after it has ended.'),
      shape: { kind: 'boolean' },
    },
    {
      key: 'primaryPodLabels',
      meaning: l10n.t('Which pod of a distributed job is the primary one.'),
      shape: any,
    },
  ]);
}

function trialParameter(): Shape {
  return map([
    { key: 'name', meaning: l10n.t('The name the template uses.'), shape: text },
    { key: 'description', meaning: l10n.t('What it is, in a few words.'), shape: text },
    {
      key: 'reference',
      meaning: l10n.t('The parameter of the search that it stands for.'),
      shape: parameter,
    },
  ]);
}
