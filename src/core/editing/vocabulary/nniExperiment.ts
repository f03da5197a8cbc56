import * as l10n from '@vscode/l10n';
import { experimentFields } from '../../formats/nni/checks/config';
import { modes } from '../../formats/nni/checks/tuner';
import { tunerNames } from '../../formats/nni/tuners';
import { any, boolean, fields, map, number, text, word, words, type Shape, type Word } from '../shape';
import { choice, stop } from '../template';
import { nniSpace } from './nniSpace';
import type { Vocabulary } from './vocabulary';

/** NNI experiment configurations, docs/source/reference/experiment_config.rst of microsoft/nni. */
export const nniExperimentVocabulary: Vocabulary = {
  root: experiment,
  dialect: () => 'pyyaml',
};

function experiment(): Shape {
  return map(
    fields(experimentFields, {
      experimentName: { meaning: l10n.t('What the experiment is called.'), shape: text },
      experimentType: { meaning: l10n.t('Hyperparameters (hpo) or architectures (nas).'), shape: text },
      searchSpaceFile: { meaning: l10n.t('The file that holds the search space.'), shape: text },
      searchSpace: { meaning: l10n.t('The search space itself, in place of a file.'), shape: nniSpace() },
      trialCommand: { meaning: l10n.t('The command that runs one trial.'), shape: text },
      trialCodeDirectory: { meaning: l10n.t('The folder in which trials run.'), shape: text },
      trialConcurrency: { meaning: l10n.t('How many trials run at the same time.'), shape: number },
      trialGpuNumber: { meaning: l10n.t('How many GPUs each trial gets.'), shape: number },
      maxExperimentDuration: {
        meaning: l10n.t('When the experiment stops, such as 10h; without a limit unless given.'),
        shape: text,
      },
      maxTrialNumber: { meaning: l10n.t('How many trials there are at most.'), shape: number },
      maxTrialDuration: { meaning: l10n.t('When a trial is stopped, such as 30m.'), shape: text },
      nniManagerIp: { meaning: l10n.t('The address under which trials reach this machine.'), shape: text },
      useAnnotation: {
        meaning: l10n.t('Takes the search space from comments in the code of the trial.'),
        shape: boolean,
      },
      debug: { meaning: l10n.t('Logs more, and is less strict about versions.'), shape: boolean },
      logLevel: { meaning: l10n.t('How much is logged.'), shape: logLevels() },
      experimentWorkingDirectory: {
        meaning: l10n.t('The folder for logs and checkpoints.'),
        shape: text,
      },
      tunerGpuIndices: { meaning: l10n.t('The GPUs that the tuner itself may use.'), shape: any },
      tuner: {
        meaning: l10n.t('How the next trial is chosen.'),
        shape: algorithm(tunerWords()),
        template: { name: stop('TPE'), classArgs: { optimize_mode: choice('minimize', 'maximize') } },
      },
      assessor: {
        meaning: l10n.t('Stops trials that are behind the others.'),
        shape: algorithm([
          {
            word: 'Medianstop',
            meaning: l10n.t('Stops a trial whose best result is below the median of the others.'),
          },
          {
            word: 'Curvefitting',
            meaning: l10n.t('Stops a trial whose learning curve is not going to reach the best.'),
          },
        ]),
        template: { name: 'Medianstop', classArgs: { optimize_mode: choice('minimize', 'maximize') } },
      },
      advisor: {
        meaning: l10n.t('An algorithm that chooses and stops trials, such as Hyperband or BOHB.'),
        shape: algorithm(tunerWords()),
      },
      trainingService: {
        meaning: l10n.t('Where trials run.'),
        shape: map([
          { key: 'platform', meaning: l10n.t('The kind of training service.'), shape: platforms() },
        ]),
        template: { platform: stop('local') },
      },
      sharedStorage: { meaning: l10n.t('Storage that all trials share.'), shape: any },
    }),
  );
}

function algorithm(names: readonly Word[]): Shape {
  const modeMeanings = {
    minimize: l10n.t('Less is better, as with a loss.'),
    maximize: l10n.t('More is better, as with an accuracy.'),
  };
  return map([
    { key: 'name', meaning: l10n.t('A built-in algorithm.'), shape: word(names) },
    {
      key: 'classArgs',
      meaning: l10n.t('Arguments of the algorithm.'),
      shape: map([
        {
          key: 'optimize_mode',
          meaning: l10n.t('Whether less or more of the reported metric is better.'),
          shape: word(words(modes, modeMeanings)),
        },
        { key: 'seed', meaning: l10n.t('Makes the draws repeatable.'), shape: number },
      ]),
    },
    { key: 'className', meaning: l10n.t('The class of an algorithm of your own.'), shape: text },
    { key: 'codeDirectory', meaning: l10n.t('Where the class of your own is found.'), shape: text },
  ]);
}

function tunerWords(): Word[] {
  return words(tunerNames, {
    TPE: l10n.t('Tree-structured Parzen estimator: models good and bad trials; right for most spaces.'),
    Random: l10n.t('Draws each trial independently.'),
    Anneal: l10n.t('Draws closer and closer to the best trials.'),
    Evolution: l10n.t('Mutates the best trials; wants many trials.'),
    SMAC: l10n.t('Random forests as a model of the metric.'),
    BatchTuner: l10n.t('Runs a list of configurations that you write down.'),
    GridSearch: l10n.t('Tries every combination; continuous ranges are halved without an end.'),
    Hyperband: l10n.t('Gives many trials a small budget and the best ones more.'),
    BOHB: l10n.t('Hyperband with a model of the metric in place of random draws.'),
    MetisTuner: l10n.t(
      'A Gaussian process for numeric spaces; says what to try next and where to measure again.',
    ),
    GPTuner: l10n.t('Bayesian optimisation with a Gaussian process; numbers only.'),
    DNGOTuner: l10n.t('Bayesian optimisation with a neural network as its model; numbers only.'),
    PBTTuner: l10n.t('Population based training: copies and perturbs while trials run.'),
    PPOTuner: l10n.t('Reinforcement learning; for architectures.'),
    RegularizedEvolutionTuner: l10n.t('Evolution that forgets the oldest; for architectures.'),
    NetworkMorphism: l10n.t('Grows networks step by step; for architectures.'),
  });
}

function platforms(): Shape {
  return word([
    { word: 'local', meaning: l10n.t('This machine.') },
    { word: 'remote', meaning: l10n.t('Machines reached by SSH.') },
    { word: 'openpai', meaning: l10n.t('An OpenPAI cluster.') },
    { word: 'aml', meaning: l10n.t('Azure Machine Learning.') },
    { word: 'dlc', meaning: l10n.t('Alibaba PAI-DLC.') },
    { word: 'kubeflow', meaning: l10n.t('Kubeflow on Kubernetes.') },
    { word: 'frameworkcontroller', meaning: l10n.t('FrameworkController on Kubernetes.') },
  ]);
}

function logLevels(): Shape {
  return word(['fatal', 'error', 'warning', 'info', 'debug'].map(level => ({ word: level, meaning: '' })));
}
