import { isNumeric } from '../space/cumulative';
import type { Domain } from '../space/domain';

/** The least and the greatest number a domain can give; undefined where a value is not a finite number. */
export function span(domain: Domain): { readonly low: number; readonly high: number } | undefined {
  const values = isNumeric(domain)
    ? [domain.low, domain.high]
    : (domain.kind === 'constant' ? [domain] : domain.choices).map(({ value }) =>
        value === null || value === '' ? NaN : Number(value),
      );
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : undefined;
}
