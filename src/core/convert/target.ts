import type { SearchSpace } from '../space/searchSpace';
import type { Losses } from './losses';

/** A format a search space can be written in. Adding one means adding a file and a line in `targets.ts`. */
export interface ConvertTarget {
  readonly id: string;
  /** As a person calls it: "W&B sweep". */
  readonly label: string;
  /** The tool's name in sentences: "W&B". */
  readonly tool: string;
  readonly language: 'yaml' | 'json' | 'python' | 'plaintext';
  /** What such a file is usually called. */
  readonly fileName: string;
  /** The text; what it cannot express goes to `losses` and, where the syntax has comments, also into the text. */
  write(space: SearchSpace, losses: Losses): string;
}
