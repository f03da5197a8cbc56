import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { analyse, type Analysis } from '../core/analyse';
import type { DemoDocument } from '../core/demos/demo';
import { formats } from '../core/formats/index';
import type { FormatId, SearchSpace } from '../core/space/searchSpace';
import type { SourceLanguage } from '../core/text/source';
import { UsageError } from './usageError';

export interface ReadFile {
  /** As given on the command line. */
  readonly file: string;
  readonly text: string;
  /** Undefined when the file is no search space. */
  readonly analysis: Analysis | undefined;
}

/** @throws UsageError when the file cannot be read. */
export function readFile(file: string): ReadFile {
  const text = readText(file);
  return { file, text, analysis: analyse(text, languageOf(file, text), file.replaceAll('\\', '/')) };
}

/**
 * The first space of a file, or the one named.
 * @throws UsageError when the file cannot be read or holds no such space.
 */
export function readSpace(
  file: string,
  name?: string,
): { readonly file: string; readonly space: SearchSpace; readonly document: DemoDocument } {
  const read = readFile(file);
  if (!read.analysis) {
    throw new UsageError(
      l10n.t(
        '{0} is not a search space of a format known here ({1}).',
        file,
        formats.map(({ label }) => label).join(', '),
      ),
    );
  }
  const { spaces, findings } = read.analysis;
  const space = name === undefined ? spaces[0] : spaces.find(candidate => candidate.name === name);
  if (space) return { file, space, document: { text: read.text, findings } };
  const names = spaces.map(candidate => candidate.name ?? '').join(', ');
  throw new UsageError(l10n.t('{0} has no search space "{1}"; it has {2}.', file, name ?? '', names));
}

export function labelOf(id: FormatId): string {
  return formats.find(format => format.id === id)?.label ?? id;
}

function readText(file: string): string {
  try {
    // Editors do not count a byte order mark, so neither do the ranges printed here.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(l10n.t('{0} cannot be read: {1}.', file, fault(error)));
  }
}

function fault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return l10n.t('there is no such file');
    case 'EISDIR':
      return l10n.t('it is a folder');
    case 'EACCES':
      return l10n.t('permission denied');
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function languageOf(file: string, text: string): SourceLanguage {
  switch (extname(file).toLowerCase()) {
    case '.json':
    case '.jsonc':
      return 'json';
    case '.yaml':
    case '.yml':
      return 'yaml';
    case '.pcs':
    case '.txt':
      return 'text';
    default:
      return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  }
}
