import { child, type SourceDocument, type SourceNode } from '../../text/source';
import { scalarMention, type Mention } from './mention';

/** Conditions and forbidden clauses of ConfigSpace, however they are nested. */
export function configSpaceMentions({ roots: [root] }: SourceDocument): Mention[] {
  return ['conditions', 'forbiddens'].flatMap(key => namedIn(child(root, key)));
}

const namingKeys = new Set(['child', 'parent', 'name', 'left', 'right']);

function namedIn(node: SourceNode | undefined): Mention[] {
  switch (node?.kind) {
    case 'list':
      return node.items.flatMap(namedIn);
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        namingKeys.has(key.text) && value.kind === 'scalar' ? scalarMention(value) : namedIn(value),
      );
    case 'scalar':
    case undefined:
      return [];
  }
}
