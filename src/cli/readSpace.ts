import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { analyse, type Analysis } from '../core/analyse';
import type { DemoDocument } from '../core/demos/demo';
import { formats } from '../core/formats/index';
import type { FormatId, SearchSpace } from '../core/space/searchSpace';
import type { SourceLanguage } from '../core/text/source';
import { codeCells } from './notebook';
import { UsageError } from './usageError';

export interface ReadFile {
  /** As given on the command line. */
  readonly file: string;
  readonly text: string;
  /** Undefined when the file is no search space. */
  readonly analysis: Analysis | undefined;
}

/**
 * A file, or of a notebook every cell with a search space, called `notebook.ipynb#cell3`.
 * @throws UsageError when the file cannot be read.
 */
export function readFiles(file: string): readonly ReadFile[] {
  const text = readText(file);
  const path = file.replaceAll('\\', '/');
  const cells = extname(file).toLowerCase() === '.ipynb' ? codeCells(text) : undefined;
  if (!cells) return [{ file, text, analysis: analyse(text, languageOf(file, text), path) }];
  const read = cells.map(cell => ({
    file: `${file}#cell${cell.number}`,
    text: cell.text,
    analysis: analyse(cell.text, 'python', path),
  }));
  const found = read.filter(({ analysis }) => analysis !== undefined);
  return found.length > 0 ? found : [{ file, text, analysis: undefined }];
}

/**
 * The first space of a file, or the one named.
 * @throws UsageError when the file cannot be read or holds no such space.
 */
export function readSpace(
  file: string,
  name?: string,
): { readonly file: string; readonly space: SearchSpace; readonly document: DemoDocument } {
  const found = readFiles(file).flatMap(({ file: part, text, analysis }) =>
    analysis
      ? analysis.spaces.map(space => ({ file: part, space, document: { text, findings: analysis.findings } }))
      : [],
  );
  const [first] = found;
  if (!first) {
    throw new UsageError(
      l10n.t(
        '{0} is not a search space of a format known here ({1}).',
        file,
        formats.map(({ label }) => label).join(', '),
      ),
    );
  }
  const chosen = name === undefined ? first : found.find(({ space }) => space.name === name);
  if (chosen) return chosen;
  const names = found.map(({ space }) => space.name ?? '').join(', ');
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
    case '.py':
    case '.pyi':
      return 'python';
    case '.pcs':
    case '.txt':
      return 'text';
    default:
      return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  }
}
