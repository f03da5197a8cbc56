import type { TextRange } from '../text/range';

/** Python's expressions as far as a reader of search spaces tells them apart. Parentheses leave no trace. */
export type Expression =
  | NameExpression
  | AttributeExpression
  | SubscriptExpression
  | CallExpression
  | NumberExpression
  | StringExpression
  | ConstantExpression
  | SequenceExpression
  | DictionaryExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | LambdaExpression
  | ComprehensionExpression
  | SpreadExpression
  | OtherExpression;

interface Placed {
  readonly range: TextRange;
}

export interface NameExpression extends Placed {
  readonly kind: 'name';
  readonly name: string;
}

export interface AttributeExpression extends Placed {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameRange: TextRange;
}

/** `object[index]`; a slice is an `OtherExpression`. */
export interface SubscriptExpression extends Placed {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly index: Expression;
}

export interface CallExpression extends Placed {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** Parentheses included. */
  readonly argumentsRange: TextRange;
}

export interface Argument extends Placed {
  readonly name?: Word | undefined;
  readonly value: Expression;
}

/** An identifier and where it stands. */
export interface Word extends Placed {
  readonly text: string;
}

export interface NumberExpression extends Placed {
  readonly kind: 'number';
  readonly value: number;
  /** Python's `float` rather than `int`. */
  readonly isFloat: boolean;
}

/** Adjacent literals are one. Replacement fields of an f-string stand between its static parts. */
export interface StringExpression extends Placed {
  readonly kind: 'string';
  readonly parts: readonly (string | Expression)[];
}

export interface ConstantExpression extends Placed {
  readonly kind: 'constant';
  readonly value: boolean | null;
}

/** A list, tuple or set. */
export interface SequenceExpression extends Placed {
  readonly kind: 'sequence';
  readonly items: readonly Expression[];
}

export interface DictionaryExpression extends Placed {
  readonly kind: 'dictionary';
  readonly entries: readonly DictionaryEntry[];
}

export interface DictionaryEntry extends Placed {
  /** Absent for `**other`. */
  readonly key?: Expression | undefined;
  readonly value: Expression;
}

export interface UnaryExpression extends Placed {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}

/** Arithmetic, comparison and logic; `not in` and `is not` with one blank. */
export interface BinaryExpression extends Placed {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends Placed {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface LambdaExpression extends Placed {
  readonly kind: 'lambda';
  readonly parameters: readonly FunctionParameter[];
  readonly body: Expression;
}

/** `[element for target in iterable if …]`; of a dictionary with its key. */
export interface ComprehensionExpression extends Placed {
  readonly kind: 'comprehension';
  readonly key?: Expression | undefined;
  readonly element: Expression;
  readonly target: Expression;
  readonly iterable: Expression;
  /** False when there is a second `for` or an `if`. */
  readonly isPlain: boolean;
}

/** `*items` or `**entries` in a call, list or dictionary. */
export interface SpreadExpression extends Placed {
  readonly kind: 'spread';
  readonly value: Expression;
}

/** Anything else, by the expressions in it. */
export interface OtherExpression extends Placed {
  readonly kind: 'other';
  readonly children: readonly Expression[];
}

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | AssignStatement
  /** `target += value`, and every other way to bind a name that says nothing of its value. */
  | { readonly kind: 'rebind'; readonly targets: readonly Expression[]; readonly value?: Expression }
  | { readonly kind: 'import'; readonly bindings: readonly ImportBinding[] }
  | FunctionStatement
  | ClassStatement
  | { readonly kind: 'if'; readonly branches: readonly Branch[] }
  | ForStatement
  | WithStatement
  | { readonly kind: 'return'; readonly value?: Expression | undefined }
  /** `raise`, `continue` and `break`: what follows in the block is not reached. */
  | { readonly kind: 'leave'; readonly value?: Expression | undefined }
  /** `global` and `nonlocal`. */
  | { readonly kind: 'outer'; readonly names: readonly string[] }
  /** `while`, `try`: expressions and bodies that may or may not be reached. */
  | { readonly kind: 'block'; readonly values: readonly Expression[]; readonly bodies: readonly Body[] };

export type Body = readonly Statement[];

export interface AssignStatement extends Placed {
  readonly kind: 'assign';
  /** More than one for `a = b = 1`. */
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface ImportBinding {
  /** The name bound here; `*` for everything a module exports. */
  readonly name: string;
  /** What it stands for: `ray.tune`. */
  readonly path: string;
}

export interface FunctionStatement extends Placed {
  readonly kind: 'function';
  readonly name: Word;
  readonly parameters: readonly FunctionParameter[];
  readonly body: Body;
  /** Whether `global` or `nonlocal` stands anywhere in it. */
  readonly declaresOuter: boolean;
}

export interface FunctionParameter {
  readonly name: string;
  readonly annotation?: Expression | undefined;
  readonly initial?: Expression | undefined;
  readonly isRest: boolean;
}

export interface ClassStatement extends Placed {
  readonly kind: 'class';
  readonly name: Word;
  readonly body: Body;
}

export interface Branch {
  /** Absent for `else`. */
  readonly test?: Expression | undefined;
  readonly body: Body;
}

export interface ForStatement extends Placed {
  readonly kind: 'for';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Body;
  readonly otherwise: Body;
}

export interface WithStatement extends Placed {
  readonly kind: 'with';
  readonly items: readonly { readonly value: Expression; readonly target?: Expression | undefined }[];
  readonly body: Body;
}
