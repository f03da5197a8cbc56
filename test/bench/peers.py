"""The work of `npm run bench`, done by the libraries people use. Prints `figure <tab> peer <tab> value` lines."""

import importlib.util
import sys
import time
import warnings

import numpy as np
import optuna
import scipy.special
import scipy.stats
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.simplefilter("ignore")

SEEDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def branin(u):
    x, y = 15 * u[0] - 5, 15 * u[1]
    bowl = (y - 5.1 / (4 * np.pi**2) * x**2 + 5 / np.pi * x - 6) ** 2
    return bowl + 10 * (1 - 1 / (8 * np.pi)) * np.cos(x) + 10 - 0.39788735772973816


A = np.array([[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]])
P = 1e-4 * np.array(
    [
        [1312, 1696, 5569, 124, 8283, 5886],
        [2329, 4135, 8307, 3736, 1004, 9991],
        [2348, 1451, 3522, 2883, 3047, 6650],
        [4047, 8828, 8732, 5743, 1091, 381],
    ]
)


def hartmann6(u):
    return 3.322368011415514 - np.array([1, 1.2, 3, 3.2]) @ np.exp(-(A * (np.asarray(u) - P) ** 2).sum(axis=1))


def say(figure, peer, value):
    print(f"{figure}\t{peer}\t{value}", flush=True)


def milliseconds(work, repetitions=5):
    times = []
    for _ in range(repetitions):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return f"{np.median(times):.3g} ms"


def regrets_of_optuna(make_sampler, objective, dimensions, budgets):
    paths = []
    for seed in range(1, SEEDS + 1):
        study = optuna.create_study(sampler=make_sampler(seed))
        study.optimize(
            lambda trial: objective([trial.suggest_float(f"x{i}", 0, 1) for i in range(dimensions)]),
            n_trials=max(budgets),
        )
        paths.append(np.minimum.accumulate([trial.value for trial in study.trials]))
    return np.median(paths, axis=0)[np.array(budgets) - 1]


def regrets_of_scikit_learn(objective, dimensions, budgets):
    """Matérn-5/2 Gaussian process and expected improvement, started with ten scrambled Sobol points."""
    paths = []
    for seed in range(1, SEEDS + 1):
        rng = np.random.default_rng(seed)
        points = scipy.stats.qmc.Sobol(dimensions, seed=seed).random(16)[:10]
        values = np.array([objective(point) for point in points])
        while len(values) < max(budgets):
            kernel = ConstantKernel(1, (1e-3, 1e3)) * Matern([0.5] * dimensions, (0.01, 10), nu=2.5)
            model = GaussianProcessRegressor(kernel, alpha=1e-6, normalize_y=True, n_restarts_optimizer=2, random_state=seed)
            model.fit(points, values)

            def improvement(at):
                mean, deviation = model.predict(at, return_std=True)
                deviation = np.maximum(deviation, 1e-12)
                z = (values.min() - mean) / deviation
                return deviation * (scipy.stats.norm.pdf(z) + z * scipy.stats.norm.cdf(z))

            candidates = rng.random((2000, dimensions))
            starts = candidates[np.argsort(-improvement(candidates))[:5]]
            climbs = [
                scipy.optimize.minimize(lambda x: -improvement(x[None])[0], start, bounds=[(0, 1)] * dimensions)
                for start in starts
            ]
            best = min(climbs, key=lambda climb: climb.fun).x
            points = np.vstack([points, best])
            values = np.append(values, objective(best))
        paths.append(np.minimum.accumulate(values))
    return np.median(paths, axis=0)[np.array(budgets) - 1]


def regrets_of_botorch(objective, dimensions, budgets):
    """BoTorch as its tutorial has it: SingleTaskGP and log expected improvement, started with ten Sobol points."""
    import torch
    from botorch import fit_gpytorch_mll
    from botorch.acquisition import LogExpectedImprovement
    from botorch.models import SingleTaskGP
    from botorch.models.transforms import Standardize
    from botorch.optim import optimize_acqf
    from gpytorch.mlls import ExactMarginalLogLikelihood

    bounds = torch.tensor([[0.0] * dimensions, [1.0] * dimensions], dtype=torch.double)
    paths = []
    for seed in range(1, SEEDS + 1):
        torch.manual_seed(seed)
        points = torch.quasirandom.SobolEngine(dimensions, scramble=True, seed=seed).draw(10, dtype=torch.double)
        values = [objective(point.numpy()) for point in points]
        while len(values) < max(budgets):
            targets = -torch.tensor(values, dtype=torch.double)[:, None]
            model = SingleTaskGP(points, targets, outcome_transform=Standardize(1))
            fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
            improvement = LogExpectedImprovement(model, best_f=targets.max())
            best, _ = optimize_acqf(improvement, bounds, q=1, num_restarts=5, raw_samples=64)
            points = torch.cat([points, best])
            values.append(objective(best[0].numpy()))
        paths.append(np.minimum.accumulate(values))
    return np.median(paths, axis=0)[np.array(budgets) - 1]


def searches():
    for name, objective, dimensions in [("Branin", branin, 2), ("Hartmann 6", hartmann6, 6)]:
        budgets = [25, 50, 100]
        peers = {"scikit-learn GP + EI": lambda: regrets_of_scikit_learn(objective, dimensions, budgets)}
        if has("torch"):
            make = lambda seed: optuna.samplers.GPSampler(seed=seed, deterministic_objective=True)
            peers["Optuna GP"] = lambda: regrets_of_optuna(make, objective, dimensions, budgets)
        if has("botorch"):
            peers["BoTorch log-EI"] = lambda: regrets_of_botorch(objective, dimensions, budgets)
        for peer, run in peers.items():
            for trials, regret in zip(budgets, run()):
                say(f"{name}, seeds 1 to 20, regret after {trials} trials, median", peer, f"{regret:.1e}")
        budgets = [25, 50, 100, 200]
        regrets = regrets_of_optuna(lambda seed: optuna.samplers.TPESampler(seed=seed), objective, dimensions, budgets)
        figure = f"TPE, {name.replace(' ', '')}, regret at 25 / 50 / 100 / 200, median of 20 seeds"
        say(figure, "Optuna TPE", " / ".join(f"{regret:.2g}" for regret in regrets))


def has(module):
    return importlib.util.find_spec(module) is not None


def fits():
    for n in [100, 200, 500]:
        points = np.random.default_rng(n).random((n, 6))
        values = np.array([hartmann6(point) for point in points])
        kernel = ConstantKernel() * Matern([0.5] * 6, nu=2.5) + WhiteKernel(1e-3)
        model = GaussianProcessRegressor(kernel, normalize_y=True)
        say(f"fitting a Gaussian process, 6 × {n}", "scikit-learn", milliseconds(lambda: model.fit(points, values), 3))


def vectors():
    sobol = lambda: scipy.stats.qmc.Sobol(20, seed=1).random_base2(16)
    say("Sobol 2¹⁶ × 20, scrambled, median", "SciPy", milliseconds(sobol))
    z = np.linspace(-40, 5, 10**6)

    def log_improvement():
        tail = np.log1p(np.sqrt(np.pi / 2) * z * scipy.special.erfcx(-z / np.sqrt(2)))
        direct = np.log(scipy.stats.norm.pdf(z) + z * scipy.special.ndtr(z))
        np.where(z < -25, -(z**2) / 2 - np.log(2 * np.pi) / 2 + tail, direct)

    with np.errstate(all="ignore"):
        say("10⁶ logarithms of expected improvement", "NumPy and SciPy", milliseconds(log_improvement))
    rng = np.random.default_rng(1)

    def draw():
        n = 10**6
        np.exp(rng.uniform(np.log(1e-5), np.log(0.1), n)), np.exp(rng.uniform(np.log(1e-6), np.log(1e-2), n))
        rng.uniform(0, 0.99, n), 0.05 * rng.integers(0, 11, n), rng.integers(1, 9, n)
        np.rint(np.exp(rng.uniform(np.log(15.5), np.log(1024.5), n))), rng.choice(3, n, p=[0.5, 0.25, 0.25])
        rng.integers(0, 4, n), np.exp(rng.standard_normal(n)), rng.integers(0, 2, n)

    say("10⁶ configurations of 10 mixed parameters, median", "NumPy", milliseconds(draw))


def cost_of_a_trial():
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=1))

    def objective(trial):
        return (
            trial.suggest_float("learning_rate", 1e-5, 1, log=True)
            + trial.suggest_float("weight_decay", 1e-6, 0.1, log=True)
            + trial.suggest_float("dropout", 0, 0.7)
            + trial.suggest_float("momentum", 0, 0.99)
            + trial.suggest_int("layers", 1, 8)
            + trial.suggest_int("units", 16, 2048, log=True)
            + trial.suggest_int("warm_up", 0, 1000)
            + len(trial.suggest_categorical("solver", ["adam", "sgd", "lamb", "lion"]))
            + len(trial.suggest_categorical("activation", ["relu", "gelu", "silu"]))
            + trial.suggest_categorical("nesterov", [True, False])
        )

    study.optimize(objective, n_trials=1000)
    start = time.process_time()
    study.optimize(objective, n_trials=50)
    per_trial = 1000 * (time.process_time() - start) / 50
    say("TPE, ask and tell at 1,000 trials of 10 mixed parameters, processor time", "Optuna TPE", f"{per_trial:.3g} ms")


vectors()
fits()
cost_of_a_trial()
searches()
