import { Composer, Parser, type YAMLError } from 'yaml';
import { deepestNesting } from './limits';
import type { SourceDocument, SourceNode, SyntaxProblem } from './source';
import { presentable, tooLarge, unreadable } from './syntaxProblems';
import { yamlMessage } from './yamlMessages';
import { tooDeep } from './yamlNesting';
import { isKnownTag } from './yamlTags';
import { YamlTree } from './yamlTree';

/**
 * Every document of a YAML stream, scalars kept as text, aliases and merge keys resolved. Total: what the text
 * does wrong becomes a problem, and whatever can be read is.
 */
export function parseYaml(text: string, path?: string): SourceDocument {
  const refused = tooLarge(text);
  if (refused) return { text, language: 'yaml', path, roots: [], problems: [refused] };
  try {
    const { roots, problems } = read(text);
    return { text, language: 'yaml', path, roots, problems: presentable(problems, text) };
  } catch {
    return { text, language: 'yaml', path, roots: [], problems: [unreadable()] };
  }
}

function read(text: string): { roots: SourceNode[]; problems: SyntaxProblem[] } {
  const tokens = [...new Parser().parse(text)];
  const deep = tokens.map(token => tooDeep(token, deepestNesting)).find(token => token !== undefined);
  if (deep) {
    return {
      roots: [],
      problems: [{ ...unreadable(), range: { start: deep.offset, end: deep.offset + 1 } }],
    };
  }
  const composer = new Composer({
    // Failsafe keeps every scalar as written; which of them are numbers is for the dialect to say.
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const roots: SourceNode[] = [];
  const problems: SyntaxProblem[] = [];
  for (const document of composer.compose(tokens)) {
    if (document.contents !== null) {
      const tree = new YamlTree(text);
      roots.push(tree.node(document.contents, 0));
      problems.push(...tree.problems);
    }
    problems.push(...document.errors.map(asProblem));
    problems.push(...document.warnings.filter(warning => isUnknownTag(warning, text)).map(asProblem));
  }
  return { roots, problems };
}

function isUnknownTag({ code, pos }: YAMLError, text: string): boolean {
  return code === 'TAG_RESOLVE_FAILED' && !isKnownTag(text.slice(pos[0], pos[0] + 100));
}

function asProblem({ code, message, pos: [start, end] }: YAMLError): SyntaxProblem {
  return {
    message: yamlMessage(code, message),
    range: { start, end },
    kind: code === 'RESOURCE_EXHAUSTION' ? 'limit' : 'syntax',
  };
}
