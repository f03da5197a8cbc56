import type { Finding, Rule } from '../finding';
import type { SearchSpace } from '../space/searchSpace';

/** One question asked of a space. Adding one means adding a file here and a line in `index.ts`. */
export interface Check extends Rule {
  /** Findings in document order. `text` is the document the space was read from, for fixes that move source text. */
  run(space: SearchSpace, text: string): readonly Finding[];
  /**
   * Why the question cannot be asked of this space, in one sentence; undefined where it can. A check without it can
   * always be asked. Where there is a reason, `run` finds nothing.
   */
  notApplicable?(space: SearchSpace): string | undefined;
}
