import * as l10n from '@vscode/l10n';
import { writeFileSync } from 'node:fs';
import { convert as convertSpace } from '../../core/convert/convert';
import { convertTargets } from '../../core/convert/targets';
import { onlyFile, parseOptions } from '../options';
import { print, tell } from '../output';
import { readSpace } from '../readSpace';
import { UsageError } from '../usageError';

/** Writes a space for another tool. 0, or with `--strict` 1 when the tool could not express all of it. */
export function convert(args: readonly string[]): number {
  const { values, positionals } = parseOptions(args, {
    to: { type: 'string', default: '' },
    space: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean', default: false },
  });
  const target = convertTargets.find(({ id }) => id === values.to);
  if (!target) {
    const known = convertTargets.map(({ id }) => id).join(', ');
    throw new UsageError(l10n.t('{0} must be one of {1}, not "{2}".', '--to', known, values.to));
  }
  const { space } = readSpace(onlyFile('convert', positionals), values.space);
  const { text, losses } = convertSpace(space, target);
  if (values.out === undefined) print(text);
  else write(values.out, text);
  for (const { parameter, message } of losses) {
    tell(parameter === undefined ? message : `${parameter}: ${message}`);
  }
  return values.strict && losses.length > 0 ? 1 : 0;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      l10n.t('{0} cannot be written: {1}', path, error instanceof Error ? error.message : String(error)),
    );
  }
}
