import type { TextRange } from '../../../text/range';
import type { Value } from '../../../text/scalars';
import type { CallNode, OverrideNode, PrimitiveNode } from './overrideNode';

/** What an override asks a sweeper to vary (`hydra/core/override_parser/types.py`). */
export type Sweep = ChoiceSweep | RangeSweep | IntervalSweep | GlobSweep;

export interface ChoiceSweep {
  readonly kind: 'choice';
  readonly items: readonly OverrideNode[];
  /** A comma list rather than a call of `choice`. */
  readonly simple: boolean;
  readonly tags: ReadonlySet<string>;
  /** The list with its parentheses. */
  readonly list: TextRange;
  /** The word `choice`, where it is written. */
  readonly word?: TextRange | undefined;
}

export interface RangeSweep {
  readonly kind: 'range';
  readonly start: Bound;
  readonly stop: Bound;
  readonly step: Bound;
  readonly shuffled: boolean;
  readonly tags: ReadonlySet<string>;
  readonly call: CallNode;
}

export interface IntervalSweep {
  readonly kind: 'interval';
  readonly start: Bound;
  readonly end: Bound;
  readonly tags: ReadonlySet<string>;
  readonly call: CallNode;
}

/** Every option of a config group whose name fits. */
export interface GlobSweep {
  readonly kind: 'glob';
  readonly call: CallNode;
}

export interface Bound {
  readonly value: number;
  readonly type: 'int' | 'float';
  /** Absent for a default. */
  readonly range?: TextRange | undefined;
}

export type Evaluated = Sweep | OverrideNode;

export function isSweep(evaluated: Evaluated): evaluated is Sweep {
  return (
    evaluated.kind === 'choice' ||
    evaluated.kind === 'range' ||
    evaluated.kind === 'interval' ||
    evaluated.kind === 'glob'
  );
}

export function isNumber(
  node: Evaluated,
): node is PrimitiveNode & { readonly value: number; readonly type: 'int' | 'float' } {
  return node.kind === 'primitive' && (node.type === 'int' || node.type === 'float');
}

/** An element as the program gets it. */
export function elementValue(node: OverrideNode): Value {
  switch (node.kind) {
    case 'primitive':
      return node.value;
    case 'list':
      return node.items.map(elementValue);
    case 'dict':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, elementValue(value)]));
    case 'call':
      return null;
  }
}
