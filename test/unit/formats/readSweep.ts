import { wandbSweep } from '../../../src/core/formats/wandb/wandbSweep';
import { parseYaml } from '../../../src/core/text/parseYaml';
import { onlySpace } from './onlySpace';

/** A sweep in YAML that is right but for its parameters, each given as `name: {…}` or as an indented block. */
export function sweepText(...parameters: readonly string[]): string {
  return [
    'method: random',
    'metric: {name: val_loss, goal: minimize}',
    'parameters:',
    ...parameters.map(each => `  ${each}`),
    '',
  ].join('\n');
}

export function readSweep(...parameters: readonly string[]) {
  return onlySpace(wandbSweep.read(parseYaml(sweepText(...parameters))));
}
