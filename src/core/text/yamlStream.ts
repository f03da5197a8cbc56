import { Composer, Parser, type YAMLError } from 'yaml';
import { deepestNesting, mostProblems } from './limits';
import type { TextRange } from './range';
import type { SourceNode, SyntaxProblem } from './source';
import { unreadable } from './syntaxProblems';
import { yamlMessage } from './yamlMessages';
import { tooDeep } from './yamlNesting';
import { isKnownTag } from './yamlTags';
import { YamlTree } from './yamlTree';

/** What stands in a YAML stream or in one part of it. */
export interface YamlStream {
  readonly roots: readonly SourceNode[];
  readonly problems: readonly SyntaxProblem[];
  /** Whether anything in it may be repeated by an alias. */
  readonly hasAnchors: boolean;
}

/** A whole stream of documents, scalars kept as text, aliases and merge keys resolved. May exhaust the stack. */
export function readYaml(text: string): YamlStream {
  return read(text, new Parser().parse(text), deepestNesting);
}

/**
 * The lines of `range` as if nothing else were in the text, which makes sense for one entry of a block collection.
 *
 * @param column where on its line the range starts.
 * @param nesting how deep it may go.
 */
export function readYamlPart(
  text: string,
  { start, end }: TextRange,
  column: number,
  nesting: number,
): YamlStream {
  const parser = new Parser();
  parser.offset = start - column;
  return read(text, parser.parse(' '.repeat(column) + text.slice(start, end)), nesting);
}

function read(text: string, lazyTokens: ReturnType<Parser['parse']>, nesting: number): YamlStream {
  let errors = 0;
  // Text that has lost its place is an error with a stack for each word of it.
  const tokens = [...lazyTokens].filter(({ type }) => type !== 'error' || errors++ < mostProblems);
  const deep = tokens.map(token => tooDeep(token, nesting)).find(token => token !== undefined);
  if (deep) {
    const range = { start: deep.offset, end: deep.offset + 1 };
    return { roots: [], problems: [{ ...unreadable(), range }], hasAnchors: false };
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
  let hasAnchors = false;
  for (const document of composer.compose(tokens)) {
    if (document.contents !== null) {
      const tree = new YamlTree(text);
      roots.push(tree.node(document.contents, 0));
      problems.push(...tree.problems);
      hasAnchors ||= tree.hasAnchors;
    }
    problems.push(...document.errors.map(asProblem));
    problems.push(...document.warnings.filter(warning => isUnknownTag(warning, text)).map(asProblem));
  }
  return { roots, problems, hasAnchors };
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
