import type { Condition, Parameter } from '../../space/searchSpace';
import { sameValue } from '../../space/values';
import type { Value } from '../../text/scalars';
import { sequenceOf } from './legalValue';

export type Comparison = '<' | '<=' | '>=' | '>';

/**
 * A comparison with a value: for an ordinal hyperparameter by the order of its sequence. Undefined where the
 * hyperparameter or the value has no order.
 */
export function comparison(parameter: Parameter, operator: Comparison, value: Value): Condition | undefined {
  const parent = parameter.name;
  const sequence = sequenceOf(parameter);
  const below = operator.startsWith('<');
  const inclusive = operator.endsWith('=');
  if (sequence) {
    const index = sequence.findIndex(item => sameValue(item, value));
    if (index < 0) return undefined;
    const values = below
      ? sequence.slice(0, inclusive ? index + 1 : index)
      : sequence.slice(inclusive ? index : index + 1);
    return { kind: 'in', parent, values };
  }
  const isNumeric = parameter.declared.type === 'float' || parameter.declared.type === 'integer';
  if (!isNumeric || typeof value !== 'number') return undefined;
  return { kind: below ? 'below' : 'above', parent, bound: value, inclusive };
}
