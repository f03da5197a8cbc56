import type { SourceNode } from '../../../src/core/text/source';

/** A node and everything in it, keys included. */
export function* everyNode(node: SourceNode): Generator<SourceNode> {
  yield node;
  switch (node.kind) {
    case 'scalar':
      return;
    case 'list':
      for (const item of node.items) yield* everyNode(item);
      return;
    case 'map':
      for (const { key, value } of node.entries) {
        yield key;
        yield* everyNode(value);
      }
  }
}
