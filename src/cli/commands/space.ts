import { basename } from 'node:path';
import { onlyFile, parseOptions } from '../options';
import { printJson } from '../output';
import { readSpace } from '../readSpace';

/** The space as it was read: domains, conditions, budget. Ranges are UTF-16 offsets into the file. */
export function space(args: readonly string[]): number {
  const { positionals } = parseOptions(args, { json: { type: 'boolean', default: true } });
  const { file, analysis } = readSpace(onlyFile('space', positionals));
  printJson({ file: basename(file), ...analysis.space });
  return 0;
}
