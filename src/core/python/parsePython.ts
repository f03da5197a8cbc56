import * as l10n from '@vscode/l10n';
import { largestText } from '../text/limits';
import type { SourceDocument } from '../text/source';
import { PythonModule } from './module';

/**
 * Python source as a document whose `python` holds the module. Never throws. Syntax errors are left to Python's own
 * tools, which say more about them; a cell of a notebook may also hold what only IPython understands.
 */
export function parsePython(text: string, path?: string): SourceDocument {
  const document = { text, language: 'python', path, roots: [] } as const;
  if (text.length <= largestText) return { ...document, problems: [], python: new PythonModule(text) };
  const message = l10n.t('The file is too large to be read for search spaces.');
  return {
    ...document,
    problems: [{ kind: 'limit', message, range: { start: 0, end: 0 } }],
    python: new PythonModule(''),
  };
}
