import { basename } from 'node:path';
import { balancedGrid } from '../../core/sampling/grid';
import { gridSize } from '../../core/sampling/gridSize';
import { samplers, sampleSpace } from '../../core/sampling/sampler';
import { onlyFile, oneOf, parseOptions, wholeNumber } from '../options';
import { printJson } from '../output';
import { readSpace } from '../readSpace';

/** Configurations drawn from a space. A grid gives as many as its finest even axes allow, at most `--count`. */
export function sample(args: readonly string[]): number {
  const { values, positionals } = parseOptions(args, {
    sampler: { type: 'string', default: 'random' },
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: true },
    space: { type: 'string' },
  });
  const sampler = oneOf('--sampler', values.sampler, samplers);
  const count = wholeNumber('--count', values.count, 1);
  const seed = wholeNumber('--seed', values.seed, 0);
  const { file, space } = readSpace(onlyFile('sample', positionals), values.space);
  const grid = sampler === 'grid' ? balancedGrid(space, count) : undefined;
  const configurations = sampleSpace(space, sampler, count, seed);
  printJson({
    file: basename(file),
    format: space.format,
    sampler,
    seed,
    // In decimal digits, for it may be beyond what a number holds.
    size: grid && gridSize(space, grid)?.toString(),
    configurations: configurations.map(configuration => Object.fromEntries(configuration)),
  });
  return 0;
}
