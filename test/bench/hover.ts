import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../src/core/analyse';
import { densityPicture } from '../../src/core/hover/densityPicture';
import { describeParameter } from '../../src/core/hover/describeParameter';
import type { Parameter } from '../../src/core/space/searchSpace';
import { samples } from '../host/paths';
import { kilobytes, median, milliseconds, quantile, type Figure } from './figure';

/** What a hover costs once the space is known: the words and the picture of every parameter of the samples. */
export function measure(): Promise<readonly Figure[]> {
  const parameters = ['wandb/sweep.yaml', 'katib/experiment.yaml'].flatMap(name => {
    const analysis = analyse(readFileSync(join(samples, name), 'utf8'), 'yaml', name);
    return analysis?.spaces.flatMap(space => space.parameters) ?? [];
  });
  const times: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < 20; round++) {
    for (const parameter of parameters) {
      const start = performance.now();
      const size = hover(parameter);
      if (round >= 5) times.push(performance.now() - start);
      if (size !== undefined) sizes.push(size);
    }
  }
  const time = `${milliseconds(median(times))} (95 % ${milliseconds(quantile(times, 0.95))})`;
  return Promise.resolve([
    { figure: 'hover with picture, warm, median', ours: time, target: '≤ 10 ms' },
    { figure: 'picture of a hover, largest', ours: kilobytes(Math.max(...sizes)), target: '≤ 12 KB' },
  ]);
}

/** Makes a hover; the size of its picture in bytes, if it has one. */
function hover(parameter: Parameter): number | undefined {
  describeParameter(parameter);
  const { domain } = parameter;
  return domain && densityPicture({ ...parameter, domain }, 'dark').svg.length;
}
