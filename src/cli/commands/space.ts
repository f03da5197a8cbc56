import { basename } from 'node:path';
import { onlyFile, parseOptions } from '../options';
import { printJson } from '../output';
import { readSpace } from '../readSpace';

/** The space as it was read: domains, conditions, budget. Ranges are UTF-16 offsets into the file. */
export function space(args: readonly string[]): number {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean', default: true },
    space: { type: 'string' },
  });
  const read = readSpace(onlyFile('space', positionals), values.space);
  printJson({ file: basename(read.file), ...read.space });
  return 0;
}
