import assert from 'node:assert/strict';
import { impliedGoal, isTestMetric } from '../../../src/core/checks/metricNames';

describe('what a metric’s name implies', () => {
  const minimised = [
    'loss',
    'val_loss',
    'valLoss',
    'eval/loss',
    'validation-error',
    'rmse',
    'test_rmse',
    'perplexity',
    'logloss',
    'loss_error',
    '1-accuracy',
    '1 - f1',
    'one_minus_auc',
    'neg_reward',
  ];
  const maximised = [
    'acc',
    'val_acc',
    'valAcc',
    'top1_acc1',
    'global.accuracy',
    'eval/bleu',
    'metrics/mAP_0.5',
    'f1',
    'roc_auc',
    'Validation-accuracy',
    'neg_mean_squared_error',
    '-loss',
  ];
  const silent = [
    'energy',
    'mapping',
    'roadmap',
    'gloss',
    'accurate_time',
    'latent',
    'accuracy_loss',
    'loss_gap',
    'acc_drop',
    'adv_loss',
    'score',
    'errand',
    '',
  ];
  for (const name of minimised) {
    it(`${name} is to minimize`, () => assert.equal(impliedGoal(name), 'minimize'));
  }
  for (const name of maximised) {
    it(`${name} is to maximize`, () => assert.equal(impliedGoal(name), 'maximize'));
  }
  for (const name of silent) {
    it(`"${name}" does not say`, () => assert.equal(impliedGoal(name), undefined));
  }
});

describe('a test metric', () => {
  for (const name of ['test_acc', 'test/loss', 'testAcc', 'acc_test', 'holdout_auc', 'hold-out/f1', 'TEST']) {
    it(`is ${name}`, () => assert.ok(isTestMetric(name)));
  }
  for (const name of ['latest_acc', 'contest', 'val_acc', 'val_test_acc', 'greatest', 'attestation']) {
    it(`is not ${name}`, () => assert.ok(!isTestMetric(name)));
  }
});
