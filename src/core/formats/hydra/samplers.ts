import type { MethodFamily } from '../../space/searchSpace';

interface Sampler {
  /** The class in `optuna.samplers`. */
  readonly target: string;
  readonly family: MethodFamily;
}

/** The options of `hydra/sweeper/sampler` and what Optuna's classes search by. */
export const samplers: ReadonlyMap<string, Sampler> = new Map<string, Sampler>([
  ['tpe', { target: 'TPESampler', family: 'parzen' }],
  ['random', { target: 'RandomSampler', family: 'random' }],
  ['cmaes', { target: 'CmaEsSampler', family: 'evolution' }],
  ['nsgaii', { target: 'NSGAIISampler', family: 'evolution' }],
  ['grid', { target: 'GridSampler', family: 'grid' }],
  ['gp', { target: 'GPSampler', family: 'bayesian' }],
  ['qmc', { target: 'QMCSampler', family: 'quasiRandom' }],
]);

/** The option whose class a `_target_` names. */
export function optionOf(target: string): string | undefined {
  const name = target.slice(target.lastIndexOf('.') + 1);
  return [...samplers].find(([, sampler]) => sampler.target === name)?.[0];
}
