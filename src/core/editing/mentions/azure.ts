import type { SearchSpace } from '../../space/searchSpace';
import { child, type SourceDocument, type SourceNode } from '../../text/source';
import { wordsOf, type Mention } from './mention';

/** `${{search_space.name}}` in the command of the job that has the space. */
export function azureMentions({ roots, text }: SourceDocument, { range: { start } }: SearchSpace): Mention[] {
  const command = roots.map(root => child(jobOf(root, start), 'trial', 'command')).find(node => node);
  if (command === undefined) return [];
  const written = text.slice(command.range.start, command.range.end);
  return wordsOf(written, command.range.start, /(?<=\$\{\{\s*search_space\.)[^\s{}]+(?=\s*\}\})/g);
}

/** The mapping one of whose keys starts at an offset. */
function jobOf(node: SourceNode, start: number): SourceNode | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'map' && node.entries.some(({ key }) => key.range.start === start)) return node;
  const inner = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  for (const candidate of inner) {
    const found = jobOf(candidate, start);
    if (found) return found;
  }
  return undefined;
}
