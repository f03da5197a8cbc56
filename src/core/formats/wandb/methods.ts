import type { MethodFamily } from '../../space/searchSpace';

/** What `method` may say, https://docs.wandb.ai/guides/sweeps/sweep-config-keys. */
export const methods: ReadonlyMap<string, MethodFamily> = new Map([
  ['grid', 'grid'],
  ['random', 'random'],
  ['bayes', 'bayesian'],
  ['custom', 'other'],
]);
