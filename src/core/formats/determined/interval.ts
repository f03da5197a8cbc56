import type { Domain } from '../../space/domain';
import { numericDomain } from '../../space/domains';

export type NumericType = 'int' | 'double' | 'log';

export interface Interval {
  readonly type: NumericType;
  readonly low: number;
  readonly high: number;
  /** Of a `log`, whose bounds are exponents. */
  readonly base: number;
}

/** `sampleOne` of `master/pkg/searcher/hyperparameters.go`: integers with both ends, real numbers without the upper one. */
export function drawnInterval({ type, low, high, base }: Interval): Domain | undefined {
  if (type === 'int') return numericDomain({ type: 'integer', low, high });
  if (type === 'double') return numericDomain({ type: 'float', low, high, highExclusive: true });
  const [from, to] = [base ** low, base ** high];
  const bounds = base > 1 ? { low: from, high: to } : { low: to, high: from };
  return numericDomain({ type: 'float', ...bounds, scale: 'log', highExclusive: base > 1 });
}
