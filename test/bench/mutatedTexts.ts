import { formats } from '../../src/core/formats/index';
import { randomStream } from '../../src/core/numeric/random';
import type { FormatId } from '../../src/core/space/searchSpace';
import type { SourceLanguage } from '../../src/core/text/source';
import { mutate } from './mutator';
import { seeds } from './seeds';

export interface MutatedText {
  readonly run: number;
  /** Of the file it was made from. */
  readonly name: string;
  readonly text: string;
  readonly language: SourceLanguage;
  /** What a user's settings say it is, for one text in ten; the others must be recognised. */
  readonly format: FormatId | undefined;
}

export function* mutatedTexts(count: number, seed: number | string): Generator<MutatedText> {
  const originals = seeds();
  const random = randomStream(seed);
  for (let run = 0; run < count; run++) {
    const from = originals[random.integer(originals.length)];
    const other = originals[random.integer(originals.length)];
    if (from === undefined || other === undefined) throw new Error('There is nothing to mutate.');
    const format = random.uniform() < 0.1 ? formats[random.integer(formats.length)]?.id : undefined;
    const { name, language } = from;
    yield { run, name, language, format, text: mutate(from.text, other.text, random) };
  }
}
