import { katib } from './katib';
import { nniExperiment, nniSearchSpace } from './nni';
import { optuna } from './optuna';
import { ray } from './ray';
import { hydra } from './hydra';
import type { ConvertTarget } from './target';
import { wandb } from './wandb';

/** Every format a search space can be written in. */
export const convertTargets: readonly ConvertTarget[] = [
  wandb,
  katib,
  nniExperiment,
  nniSearchSpace,
  optuna,
  ray,
  hydra,
];
