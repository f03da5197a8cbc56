import type { Dialect } from '../../text/scalars';
import type { Shape } from '../shape';

/** What can be written in the files of one format. */
export interface Vocabulary {
  /** Of a whole document. Made anew each time, for its sentences are in the language of the editor. */
  root(): Shape;
  dialect(isJson: boolean): Dialect;
}
