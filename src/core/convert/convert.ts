import type { SearchSpace } from '../space/searchSpace';
import { Losses, type Loss } from './losses';
import type { ConvertTarget } from './target';

/** A search space in another tool's notation. */
export interface Conversion {
  readonly text: string;
  readonly language: ConvertTarget['language'];
  readonly fileName: string;
  /** What the target could not express; where its syntax has comments they say the same. */
  readonly losses: readonly Loss[];
}

/** Writes a space for another tool. Never throws. */
export function convert(space: SearchSpace, to: ConvertTarget): Conversion {
  const losses = new Losses();
  const text = to.write(space, losses);
  return { text, language: to.language, fileName: to.fileName, losses: losses.all };
}
