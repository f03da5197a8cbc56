"""Choose between two classifiers, each with parameters of its own, with Hyperopt."""

import numpy as np
from hyperopt import fmin, hp, tpe
from hyperopt.pyll.base import scope

from evaluation import cross_validated_loss

space = hp.choice(
    "classifier",
    [
        {
            "type": "svm",
            "C": hp.loguniform("svm_C", np.log(1e-3), np.log(1e3)),
            "gamma": hp.loguniform("svm_gamma", np.log(1e-5), np.log(1e1)),
        },
        {
            "type": "forest",
            "n_estimators": scope.int(hp.quniform("forest_n_estimators", 50, 500, 50)),
            "max_depth": hp.uniformint("forest_max_depth", 2, 20),
            "criterion": hp.choice("forest_criterion", ["gini", "entropy"]),
        },
    ],
)

if __name__ == "__main__":
    best = fmin(fn=cross_validated_loss, space=space, algo=tpe.suggest, max_evals=200)
    print(best)
