import type { TextRange } from '../text/range';

/** Something that can be written at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'sample';
  /** A few words beside the label. */
  readonly detail: string;
  /** What it means, one sentence. Plain text. */
  readonly documentation: string;
  /** In the snippet syntax of VS Code, to replace `range`. Later lines are indented relative to the line of the caret. */
  readonly insertText: string;
  readonly range: TextRange;
  /** Whether what comes next can be suggested in its turn. */
  readonly continues: boolean;
}
