import * as l10n from '@vscode/l10n';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usageError';

type Options = NonNullable<ParseArgsConfig['options']>;

/** `parseArgs`, with its refusals as usage errors. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own sentence names the argument; what follows it is advice about `--` that nobody here needs.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(sentence.endsWith('.') ? sentence : `${sentence}.`);
  }
}

/** @throws UsageError unless the text is a whole number of at least `min`. */
export function wholeNumber(name: string, text: string, min: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < min) {
    throw new UsageError(
      l10n.t('{0} must be a whole number of at least {1}, not "{2}".', name, String(min), text),
    );
  }
  return value;
}

/** @throws UsageError unless `text` is one of `choices`. */
export function oneOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find(candidate => candidate === text);
  if (choice === undefined) {
    throw new UsageError(l10n.t('{0} must be one of {1}, not "{2}".', name, choices.join(', '), text));
  }
  return choice;
}

/** @throws UsageError unless there is exactly one. */
export function onlyFile(command: string, positionals: readonly string[]): string {
  const [file, ...surplus] = positionals;
  if (file === undefined || surplus.length > 0) {
    throw new UsageError(l10n.t('{0} takes one file, not {1}.', command, String(positionals.length)));
  }
  return file;
}
