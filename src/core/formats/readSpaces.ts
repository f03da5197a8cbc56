import type { FormatId, SearchSpace } from '../space/searchSpace';
import type { SourceDocument } from '../text/source';
import { pythonFormats, recognise } from './index';
import { UniqueNames } from './uniqueNames';

/**
 * The spaces of a document in their order, as their tool reads them; none where it is of no format. A Python file may
 * use several tools: then it has the spaces of all of them, each with a name.
 */
export function readSpaces(document: SourceDocument, forced?: FormatId): readonly SearchSpace[] {
  const isOpen = document.python !== undefined && forced === undefined;
  const tools = isOpen
    ? pythonFormats.filter(format => format.recognise(document) > 0)
    : [recognise(document, forced)].filter(format => format !== undefined);
  if (tools.length < 2) return tools[0]?.read(document) ?? [];
  const all = tools.flatMap(({ label, read }) =>
    read(document)
      .filter(({ parameters, findings }) => parameters.length > 0 || findings.length > 0)
      .map(space => ({ label, space })),
  );
  const names = new UniqueNames();
  return all
    .sort((a, b) => a.space.range.start - b.space.range.start)
    .map(({ label, space }) => ({ ...space, name: names.take(space.name ?? label) }));
}
