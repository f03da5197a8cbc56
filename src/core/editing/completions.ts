import { formats, recognise } from '../formats/index';
import type { FormatId } from '../space/searchSpace';
import { parseSource } from '../text/parse';
import type { SourceDocument } from '../text/source';
import type { Completion } from './completion';
import { CompletionWriter } from './completionWriter';
import { formatOfName } from './fileNames';
import { offersAt } from './offers';
import { placeAt, type Place } from './place';
import { marker } from './probe';
import { vocabularies } from './vocabulary/index';

interface CompletionContext {
  readonly path?: string | undefined;
  /** What the document was recognised as, or was before the last keystrokes. */
  readonly format?: FormatId | undefined;
}

/**
 * What can be written at `offset` of a half-written document, in the order in which to offer it. Only what the format
 * takes there: no key twice, no key that the distribution refuses. Total; empty where nothing is known.
 */
export function completions(
  text: string,
  offset: number,
  language: 'yaml' | 'json',
  { path, format }: CompletionContext = {},
): Completion[] {
  const place = placeAt(text, offset, language);
  if (place === undefined) return [];
  const known =
    format ??
    recognise({ ...place.document, path })?.id ??
    (path === undefined ? undefined : formatOfName(path));
  const candidates = known === undefined ? [...vocabularies.keys()] : [known];
  for (const candidate of candidates) {
    const written = completionsIn(candidate, place, text);
    const [first] = written;
    if (first !== undefined && (known !== undefined || wouldBe(candidate, place, first))) return written;
  }
  return [];
}

function completionsIn(id: FormatId, place: Place, text: string): Completion[] {
  const format = formats.find(candidate => candidate.id === id);
  const vocabulary = vocabularies.get(id);
  if (format === undefined || vocabulary === undefined) return [];
  const { document, root } = place;
  // Of the documents of a stream only some are of the format.
  if (document.roots.length > 1 && format.recognise({ ...document, roots: [root] }) === 0) return [];
  const parameters = (): string[] =>
    format.read(document).flatMap(space => space.parameters.map(({ name }) => name));
  const writer = new CompletionWriter(place, text, vocabulary.dialect(document.language === 'json'));
  return offersAt(vocabulary.root(), place, parameters).map(offer => writer.write(offer));
}

/** Whether the document would be of the format with the first of its own words in it. */
function wouldBe(id: FormatId, { document }: Place, { label }: Completion): boolean {
  const text = document.text.replace(marker, label);
  const completed: SourceDocument = parseSource(text, document.language, document.path);
  return recognise(completed)?.id === id;
}
