import { formats } from '../../src/core/formats/index';
import { randomStream } from '../../src/core/numeric/random';
import type { FormatId } from '../../src/core/space/searchSpace';
import type { SourceLanguage } from '../../src/core/text/source';
import { mutate } from './mutator';
import { seeds, type Seed } from './seeds';

export interface MutatedText {
  readonly run: number;
  /** Of the file it was made from. */
  readonly name: string;
  readonly text: string;
  readonly language: SourceLanguage;
  /** What a user's settings say it is, for one text in ten; the others must be recognised. */
  readonly format: FormatId | undefined;
}

/** Each folder of seeds has the same share, whether it holds one file of a rare tool or fifty of a common one. */
export function* mutatedTexts(count: number, seed: number | string): Generator<MutatedText> {
  const folders = byFolder(seeds());
  const random = randomStream(seed);
  const draw = <T>(items: readonly T[] | undefined): T | undefined => items?.[random.integer(items.length)];
  for (let run = 0; run < count; run++) {
    const from = draw(draw(folders));
    const other = draw(draw(folders));
    if (from === undefined || other === undefined) throw new Error('There is nothing to mutate.');
    const format = random.uniform() < 0.1 ? formats[random.integer(formats.length)]?.id : undefined;
    const { name, language } = from;
    yield { run, name, language, format, text: mutate(from.text, other.text, random) };
  }
}

function byFolder(all: readonly Seed[]): (readonly Seed[])[] {
  const folders = new Map<string, Seed[]>();
  for (const seed of all) {
    const folder = seed.name.split('/')[0] ?? '';
    folders.set(folder, [...(folders.get(folder) ?? []), seed]);
  }
  return [...folders.values()];
}
