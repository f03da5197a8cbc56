import type { FormatId, SearchSpace } from '../../space/searchSpace';
import type { SourceDocument } from '../../text/source';
import { azureMentions } from './azure';
import { configSpaceMentions } from './configSpace';
import { iraceMentions } from './irace';
import { katibMentions } from './katib';
import type { FindMentions, Mention } from './mention';
import { pcsMentions } from './pcs';
import { polyaxonMentions } from './polyaxon';

/** The formats in whose files a parameter is named outside its declaration. */
const finders: ReadonlyMap<FormatId, FindMentions> = new Map<FormatId, FindMentions>([
  ['katib-experiment', katibMentions],
  ['configspace', configSpaceMentions],
  ['pcs', pcsMentions],
  ['irace', iraceMentions],
  ['azure-sweep', azureMentions],
  ['polyaxon', polyaxonMentions],
]);

/** Where a file refers to parameters of a space: conditions, forbidden combinations, the command of a trial. */
export function mentions(space: SearchSpace, document: SourceDocument): Mention[] {
  const declared = new Map(space.parameters.map(({ name, tokens }) => [name, tokens.name.start]));
  const found = finders.get(space.format)?.(document, space) ?? [];
  return found.filter(({ name, range }) => declared.has(name) && declared.get(name) !== range.start);
}
