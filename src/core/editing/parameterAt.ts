import type { Condition, Parameter, SearchSpace } from '../space/searchSpace';
import { tokenText } from '../text/edits/token';
import { contains, type TextRange } from '../text/range';
import type { SourceDocument } from '../text/source';
import { mentions } from './mentions/index';

/** A parameter whose name stands at a place, at its declaration or where it is referred to. */
export interface Named {
  readonly space: SearchSpace;
  readonly parameter: Parameter;
  /** The token at the place. */
  readonly range: TextRange;
  readonly isDeclaration: boolean;
}

/** @param spaces as they were read from just this document. */
export function parameterAt(
  spaces: readonly SearchSpace[],
  document: SourceDocument,
  offset: number,
): Named | undefined {
  for (const space of spaces) {
    const declared = space.parameters.findLast(({ tokens }) => contains(tokens.name, offset));
    if (declared) {
      return { space, parameter: declared, range: declared.tokens.name, isDeclaration: true };
    }
  }
  for (const space of spaces) {
    const mention = mentions(space, document).find(({ range }) => contains(range, offset));
    const parameter = space.parameters.find(({ name }) => name === mention?.name);
    if (mention && parameter) return { space, parameter, range: mention.range, isDeclaration: false };
  }
  return undefined;
}

/** A name as the file writes it: of a nested one only its own part. */
export function ownName({ name, tokens }: Parameter, text: string): string {
  const written = tokenText(text, tokens.name);
  return written !== '' && name.endsWith(written) ? written : name;
}

/** The names a condition speaks of, each once, in its order. */
export function conditionParents(condition: Condition | undefined): string[] {
  return condition === undefined ? [] : [...new Set(namesIn(condition))];
}

function namesIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'in':
    case 'notIn':
    case 'below':
    case 'above':
      return [condition.parent];
    case 'relation':
      return [condition.left, condition.right];
    case 'all':
    case 'any':
      return condition.of.flatMap(namesIn);
  }
}
