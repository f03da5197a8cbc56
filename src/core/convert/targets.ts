import { azure } from './azure';
import { configSpace } from './configSpace';
import { hydra } from './hydra';
import { irace } from './irace';
import { katib } from './katib';
import { nniExperiment, nniSearchSpace } from './nni';
import { optuna } from './optuna';
import { ray } from './ray';
import type { ConvertTarget } from './target';
import { wandb } from './wandb';

/** Every format a search space can be written in. */
export const convertTargets: readonly ConvertTarget[] = [
  wandb,
  katib,
  optuna,
  ray,
  hydra,
  nniExperiment,
  nniSearchSpace,
  configSpace,
  azure,
  irace,
];
