import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const isSilent = (text: string): boolean =>
  analyse(text, 'python')?.findings.some(
    ({ code, severity }) => code === 'stopping-signal' && severity === 'warning',
  ) ?? false;

const optuna = (body: string, more = ''): string => `import optuna
from lightgbm import early
${more}
def objective(trial):
    lr = trial.suggest_float("lr", 1e-5, 0.1, log=True)
${body}

study = optuna.create_study(pruner=optuna.pruners.MedianPruner())
study.optimize(objective, n_trials=100)
`;

const ray = (body: string, scheduler = 'ASHAScheduler(max_t=27)'): string => `from ray import tune
from ray.tune.schedulers import ASHAScheduler

def train(config):
${body}

tuner = tune.Tuner(
    train,
    param_space={"lr": tune.loguniform(1e-5, 0.1)},
    tune_config=tune.TuneConfig(metric="loss", mode="min", scheduler=${scheduler}),
)
`;

describe('early stopping in Python', () => {
  it('is said to stop nothing where a pruner is never told how a trial is doing', () => {
    assert.ok(isSilent(optuna('    return fit(lr)')));
    const build = 'def build(trial):\n    return trial.suggest_int("layers", 1, 5)\n';
    assert.ok(isSilent(optuna('    return fit(lr, build(trial))', build)));
  });

  it('is taken to work where the trial reports, or goes where its use cannot be seen', () => {
    for (const body of [
      '    for epoch in range(9):\n        trial.report(fit(lr), epoch)\n    return 0',
      '    return fit(lr, callbacks=[early(trial, "auc")])',
      '    # Here: trial.report(value, step)\n    raise NotImplementedError',
      '    self.trial = trial\n    return fit(lr)',
      '    return fit(lr, lambda value, step: trial.report(value, step))',
      '    return fit(**{"trial": trial})',
    ]) {
      assert.ok(!isSilent(optuna(body)), body);
    }
  });

  it('is said to stop nothing where a trainable with a scheduler tells only its last result', () => {
    assert.ok(isSilent(ray('    return {"loss": fit(config["lr"])}')));
    assert.ok(!isSilent(ray('    for epoch in range(9):\n        tune.report({"loss": fit(config["lr"])})')));
    assert.ok(!isSilent(ray('    for epoch in range(9):\n        yield {"loss": fit(config["lr"])}')));
    assert.ok(!isSilent(ray('    fit(config["lr"])')));
    assert.ok(!isSilent(ray('    return {"loss": fit(config["lr"])}', 'None')));
  });
});
