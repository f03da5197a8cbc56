import { readPlainYaml } from './plainYaml';
import type { SourceDocument } from './source';
import { presentable, tooLarge, unreadable } from './syntaxProblems';
import { readYaml } from './yamlStream';

/**
 * Every document of a YAML stream, scalars kept as text, aliases and merge keys resolved. Total: what the text
 * does wrong becomes a problem, and whatever can be read is.
 */
export function parseYaml(text: string, path?: string): SourceDocument {
  const refused = tooLarge(text);
  if (refused) return { text, language: 'yaml', path, roots: [], problems: [refused] };
  const plain = readPlainYaml(text);
  return plain ? { text, language: 'yaml', path, roots: plain, problems: [] } : parseAnyYaml(text, path);
}

/** The same for any YAML there is, at ten times the cost. */
export function parseAnyYaml(text: string, path?: string): SourceDocument {
  try {
    const { roots, problems } = readYaml(text);
    return { text, language: 'yaml', path, roots, problems: presentable(problems, text) };
  } catch {
    return { text, language: 'yaml', path, roots: [], problems: [unreadable()] };
  }
}
