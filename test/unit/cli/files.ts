export const clean = `program: train.py
method: random
metric: {name: val_loss, goal: minimize}
parameters:
  lr: {distribution: log_uniform_values, min: 0.0001, max: 0.1}
  optimizer: {values: [adam, sgd]}
early_terminate: {type: hyperband, max_iter: 27, s: 3, eta: 3}
`;
export const wrong = `program: train.py
method: random
metric: {name: val_loss, goal: minimize}
parameters:
  # learning rate
  lr: {min: 1e-5, max: 0.1}
  optimizer: {values: [adam, sgd, adam]}
`;
export const nni =
  '{"lr": {"_type": "loguniform", "_value": [0.0001, 0.1]}, "k": {"_type": "choice", "_value": [1, 2]}}';
export const notASpace = 'name: build\non: [push]\njobs: {}\n';
