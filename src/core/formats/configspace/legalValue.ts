import { canDraw } from '../../space/distribution';
import type { Parameter } from '../../space/searchSpace';
import type { Value } from '../../text/scalars';

/** Whether a value is one the hyperparameter can have; true where its declaration is not understood. */
export function legalValue({ domain }: Parameter, value: Value): boolean {
  return domain === undefined || canDraw(domain, value);
}

/** The values of an ordinal hyperparameter in order, or undefined for another. */
export function sequenceOf({ declared }: Parameter): readonly Value[] | undefined {
  return declared.type === 'ordinal' ? declared.choices?.map(({ value }) => value) : undefined;
}
