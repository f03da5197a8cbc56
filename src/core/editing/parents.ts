import type { SearchSpace } from '../space/searchSpace';
import type { TextRange } from '../text/range';
import type { SourceDocument } from '../text/source';
import { conditionParents, parameterAt } from './parameterAt';

/** Where to go from a place. */
export interface Destination {
  /** The token that leads there. */
  readonly from: TextRange;
  readonly targets: readonly { readonly name: TextRange; readonly declaration: TextRange }[];
}

/**
 * From the name of a conditional parameter to the parameters its condition asks about, and from a name in a condition
 * or another reference to its declaration. Undefined where there is nowhere to go.
 *
 * @param spaces as they were read from just this document.
 */
export function destinationAt(
  spaces: readonly SearchSpace[],
  document: SourceDocument,
  offset: number,
): Destination | undefined {
  const named = parameterAt(spaces, document, offset);
  if (named === undefined) return undefined;
  const { space, parameter, range, isDeclaration } = named;
  const names = isDeclaration ? conditionParents(parameter.condition) : [parameter.name];
  const targets = names.flatMap(name => {
    const target = space.parameters.find(candidate => candidate.name === name);
    return target ? [{ name: target.tokens.name, declaration: target.tokens.declaration }] : [];
  });
  return targets.length === 0 ? undefined : { from: range, targets };
}
