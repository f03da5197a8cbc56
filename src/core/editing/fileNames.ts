import type { FormatId } from '../space/searchSpace';

/**
 * File names that cannot be anything else, for what has only a name to go by: JSON schemas, and an empty file.
 * `sweep.yaml` is not among them, for other tools have one too, nor `config.yml` or `experiment.yaml`.
 */
export const unmistakableNames: ReadonlyMap<FormatId, readonly string[]> = new Map<FormatId, string[]>([
  ['wandb-sweep', bothEndings('wandb-sweep', 'wandb_sweep')],
  ['katib-experiment', bothEndings('katib-experiment', 'katib_experiment')],
  ['nni-search-space', ['search_space.json']],
  ['nni-experiment', bothEndings('nni-config', 'nni_config')],
]);

export function formatOfName(path: string): FormatId | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...unmistakableNames].find(([, names]) => names.includes(name))?.[0];
}

function bothEndings(...names: readonly string[]): string[] {
  return names.flatMap(name => [`${name}.yaml`, `${name}.yml`]);
}
