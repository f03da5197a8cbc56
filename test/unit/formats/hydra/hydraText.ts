import { hydraSweeper } from '../../../../src/core/formats/hydra/hydraSweeper';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { parseYaml } from '../../../../src/core/text/parseYaml';
import { onlySpace } from '../onlySpace';

/** A configuration whose sweeper, of the name given, varies these, each written as `name: override`. */
export function sweeping(sweeper: string, ...params: readonly string[]): string {
  const [name = sweeper, sampler] = sweeper.split('/');
  return [
    'defaults:',
    `  - override hydra/sweeper: ${name}`,
    ...(sampler === undefined ? [] : [`  - override hydra/sweeper/sampler: ${sampler}`]),
    'hydra:',
    '  sweeper:',
    '    params:',
    ...params.map(param => `      ${param}`),
    '',
  ].join('\n');
}

export function readHydra(text: string): SearchSpace {
  return onlySpace(hydraSweeper.read(parseYaml(text)));
}
