import { child, type SourceDocument } from '../../text/source';
import { items, wordsOf, type Mention } from './mention';

/** Every trial of a mapping names its parameters, and a command takes them as `{{ name }}` or `{{ params.name }}`. */
export function polyaxonMentions({ roots, text }: SourceDocument): Mention[] {
  const trials = roots.flatMap(root => items(child(root, 'matrix', 'values')));
  const keys = trials.flatMap(trial => (trial.kind === 'map' ? trial.entries.map(({ key }) => key) : []));
  return [
    ...keys.map(({ text: name, range }) => ({ name, range })),
    ...wordsOf(text, 0, /(?<=\{\{\s*(?:params\.)?)[\w-]+(?=\s*\}\})/g),
  ];
}
