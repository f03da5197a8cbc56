import type { Declared, Domain, Step } from '../space/domain';
import { numericDomain } from '../space/domains';

/** The distributions Hyperopt named, which several tools took over with their names. */
export const hyperoptKinds = [
  'uniform',
  'quniform',
  'loguniform',
  'qloguniform',
  'normal',
  'qnormal',
  'lognormal',
  'qlognormal',
] as const;

export type HyperoptKind = (typeof hyperoptKinds)[number];

/** `first` and `second` are the bounds, or mean and standard deviation; on a log scale, of the logarithm. */
export interface HyperoptNumbers {
  readonly first: number | undefined;
  readonly second: number | undefined;
  readonly q: number | undefined;
}

export function isNormalKind(kind: HyperoptKind): boolean {
  return kind.endsWith('normal');
}

export function isQuantisedKind(kind: HyperoptKind): boolean {
  return kind.startsWith('q');
}

function isLogKind(kind: HyperoptKind): boolean {
  return kind.includes('log');
}

/**
 * What Hyperopt draws (`hyperopt/pyll/stochastic.py`): e to the power of a uniform or normal draw for the log kinds,
 * and for the quantised ones that draw rounded to a multiple of q, which may leave the bounds.
 *
 * @param rounding of the quantised kinds: Polyaxon divides with `//` where Hyperopt rounds.
 */
export function drawnByKind(
  kind: HyperoptKind,
  { first, second, q }: HyperoptNumbers,
  rounding: Step['rounding'] = 'nearest',
): Domain | undefined {
  if (first === undefined || second === undefined) return undefined;
  if (isQuantisedKind(kind) && q === undefined) return undefined;
  const step = q === undefined ? undefined : ({ size: q, origin: 'zero', clamp: false, rounding } as const);
  const scale = isLogKind(kind) ? 'log' : 'linear';
  if (isNormalKind(kind)) {
    const prior = { kind: 'normal', mean: first, standardDeviation: second } as const;
    const low = scale === 'log' ? 0 : -Infinity;
    return numericDomain({ type: 'float', low, high: Infinity, scale, prior, step });
  }
  const [low, high] = scale === 'log' ? [Math.exp(first), Math.exp(second)] : [first, second];
  return numericDomain({ type: 'float', low, high, scale, step });
}

export function declaredByKind(kind: HyperoptKind, { first, second, q }: HyperoptNumbers): Declared {
  const shape = {
    notation: kind,
    type: 'float',
    scale: isLogKind(kind) ? 'log' : 'linear',
    step: q,
  } as const;
  return isNormalKind(kind)
    ? { ...shape, bounds: 'values', mean: first, standardDeviation: second }
    : { ...shape, bounds: isLogKind(kind) ? 'exponents' : 'values', low: first, high: second };
}
