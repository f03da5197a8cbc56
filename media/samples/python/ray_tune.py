"""Tune a transformer with Ray Tune, many trials at a time, and stop the poor ones early with ASHA."""

from ray import tune
from ray.tune.schedulers import ASHAScheduler
from ray.tune.search.optuna import OptunaSearch

from transformer import train_transformer

search_space = {
    "lr": tune.loguniform(1e-5, 1e-2),
    "weight_decay": tune.loguniform(1e-6, 1e-1),
    "batch_size": tune.choice([16, 32, 64]),
    "model": {
        "layers": tune.randint(2, 13),
        "dropout": tune.quniform(0.0, 0.5, 0.05),
        "activation": tune.choice(["relu", "gelu"]),
    },
    "max_epochs": 27,
}

tuner = tune.Tuner(
    train_transformer,
    param_space=search_space,
    tune_config=tune.TuneConfig(
        metric="val_loss",
        mode="min",
        num_samples=81,
        max_concurrent_trials=8,
        search_alg=OptunaSearch(),
        scheduler=ASHAScheduler(max_t=27, grace_period=1, reduction_factor=3),
    ),
)

if __name__ == "__main__":
    results = tuner.fit()
    print(results.get_best_result().config)
