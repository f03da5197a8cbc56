"""Tune an image classifier with Optuna: the optimizer, the head, and when to give up on a trial."""

import optuna
from optuna.pruners import HyperbandPruner

from classifier import build_model, train_one_epoch

EPOCHS = 27


def make_head(trial):
    n_layers = trial.suggest_int("n_layers", 1, 3)
    return [trial.suggest_int(f"units_{i}", 32, 512, log=True) for i in range(n_layers)]


def objective(trial):
    optimizer = trial.suggest_categorical("optimizer", ["adam", "sgd"])
    lr = trial.suggest_float("lr", 1e-5, 1e-1, log=True)
    if optimizer == "sgd":
        momentum = trial.suggest_float("momentum", 0.5, 0.95)
    else:
        momentum = None
    dropout = trial.suggest_float("dropout", 0.0, 0.5, step=0.1)

    model = build_model(make_head(trial), dropout)
    val_accuracy = 0.0
    for epoch in range(EPOCHS):
        val_accuracy = train_one_epoch(model, optimizer, lr, momentum)
        trial.report(val_accuracy, epoch)
        if trial.should_prune():
            raise optuna.TrialPruned()
    return val_accuracy


if __name__ == "__main__":
    study = optuna.create_study(
        direction="maximize",
        pruner=HyperbandPruner(min_resource=1, max_resource=EPOCHS, reduction_factor=3),
    )
    study.optimize(objective, n_trials=100)
