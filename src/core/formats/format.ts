import type { FormatId, SearchSpace } from '../space/searchSpace';
import type { SourceDocument } from '../text/source';

/** One vendor's file format. Adding one means adding a file here and a line in `index.ts`. */
export interface Format {
  readonly id: FormatId;
  /** As a person calls it: "W&B sweep". */
  readonly label: string;
  /** How sure the content makes us, 0 (not this format) to 1; names may only break ties between equals. */
  recognise(document: SourceDocument): number;
  /**
   * Every space in the document, in document order, at least one. Called only on a document it recognised, or one the
   * user's settings say is of this format. Never throws.
   */
  read(document: SourceDocument): readonly SearchSpace[];
}
