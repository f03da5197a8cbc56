import type { SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';

/** What ConfigSpace writes for a field that is not set. */
export function isNull(reader: FieldReader, node: SourceNode): boolean {
  return node.kind === 'scalar' && reader.value(node) === null;
}
