import { parsePython } from '../python/parsePython';
import { parseJson } from './parseJson';
import { parseText } from './parseText';
import { parseYaml } from './parseYaml';
import type { SourceDocument, SourceLanguage } from './source';

/** Parses any text; never throws. `json` includes JSON with comments. */
export function parseSource(text: string, language: SourceLanguage, path?: string): SourceDocument {
  switch (language) {
    case 'yaml':
      return parseYaml(text, path);
    case 'json':
      return parseJson(text, path);
    case 'python':
      return parsePython(text, path);
    case 'text':
      return parseText(text, path);
  }
}
