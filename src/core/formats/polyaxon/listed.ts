import type { Declared, Domain } from '../../space/domain';
import { constantDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { RangeKind } from './kinds';

/** More values than these are not told apart from all there are between the bounds. */
const mostListed = 1000;

/** `start`, `stop` and `step` or `num`, and the base of a `logspace`. */
export interface RangeNumbers {
  readonly start: number;
  readonly stop: number;
  readonly third: number;
  readonly base: number;
}

/** The values of NumPy's `arange`, `linspace`, `logspace` and `geomspace`, each as likely as the others. */
export function listedDomain(
  kind: RangeKind,
  { start, stop, third, base }: RangeNumbers,
): Domain | undefined {
  if (kind === 'range') {
    const count = Math.ceil((stop - start) / third);
    const step = { size: third, origin: 'low', clamp: false } as const;
    const high = start + (count - 1) * third;
    return count >= 1 ? numericDomain({ type: 'float', low: start, high, step }) : undefined;
  }
  const count = Math.floor(third);
  if (!(count >= 1) || !(start < stop)) return undefined;
  if (kind === 'linspace') {
    if (count === 1) return constantDomain(start);
    const step = { size: (stop - start) / (count - 1), origin: 'low', clamp: true } as const;
    return numericDomain({ type: 'float', low: start, high: stop, step });
  }
  if (kind === 'geomspace' && !(start > 0)) return undefined;
  const [from, to] = kind === 'geomspace' ? [Math.log(start), Math.log(stop)] : [start, stop];
  if (count > mostListed) {
    const [low, high] = kind === 'geomspace' ? [start, stop] : [base ** start, base ** stop];
    return numericDomain({ type: 'float', low, high, scale: 'log' });
  }
  const values = Array.from({ length: count }, (_, i) => {
    const position = count === 1 ? from : from + (i * (to - from)) / (count - 1);
    return kind === 'geomspace' ? Math.exp(position) : base ** position;
  });
  if (!values.every(Number.isFinite)) return undefined;
  return ordinalDomain(values.map(value => ({ value: Number(value.toPrecision(15)) })));
}

/** As far as it is written; a base where there is one. */
export type StatedRange = { readonly [Name in keyof RangeNumbers]?: number | undefined };

/** `range` stops before its end, so that end is no bound of what is drawn. */
export function declaredRange(kind: RangeKind, numbers: StatedRange): Declared {
  const { start: low, stop: high, third, base } = numbers;
  const shape = { notation: kind, type: 'float' } as const;
  switch (kind) {
    case 'range':
      return { ...shape, scale: 'linear', bounds: 'values', low, step: third };
    case 'linspace':
      return { ...shape, scale: 'linear', bounds: 'values', low, high };
    case 'geomspace':
      return { ...shape, scale: 'log', bounds: 'values', low, high };
    case 'logspace':
      return { ...shape, scale: 'log', bounds: 'exponents', base, low, high };
  }
}
