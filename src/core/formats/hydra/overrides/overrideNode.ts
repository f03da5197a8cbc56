import type { TextEdit, TextRange } from '../../../text/range';
import type { Scalar } from '../../../text/scalars';

/** What an override says, as Hydra's grammar reads it. Every range is into the override's own text. */
export type OverrideNode = PrimitiveNode | ListNode | DictNode | CallNode;

export interface PrimitiveNode {
  readonly kind: 'primitive';
  readonly value: Scalar;
  /** Python's type of the value: `1` is an int and `1.0` a float. */
  readonly type: 'int' | 'float' | 'bool' | 'null' | 'text';
  readonly range: TextRange;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly OverrideNode[];
  readonly range: TextRange;
}

export interface DictNode {
  readonly kind: 'dict';
  readonly entries: readonly { readonly key: string; readonly value: OverrideNode }[];
  readonly range: TextRange;
}

export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly arguments: readonly Argument[];
  /** The arguments with their parentheses. */
  readonly argumentsRange: TextRange;
  readonly range: TextRange;
}

export interface Argument {
  /** Absent where the argument is given by its position. */
  readonly name?: string | undefined;
  readonly value: OverrideNode;
}

/** What is wrong with an override, and where in its text. */
export class OverrideError extends Error {
  constructor(
    readonly kind: 'syntax' | 'function' | 'arguments',
    readonly range: TextRange,
    message: string,
    /** What would put it right, in the override's own text. */
    readonly edits: readonly TextEdit[] = [],
  ) {
    super(message);
  }
}
