import type { Finding } from './finding';
import type { SearchSpace } from './space/searchSpace';

/** A text that was recognised, read and checked. Hover, lens, squiggles, panel and CLI all start from this. */
export interface Analysis {
  readonly space: SearchSpace;
  /** Reading problems and check results in document order, ignore comments and severity settings applied. */
  readonly findings: readonly Finding[];
}
