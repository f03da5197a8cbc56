import type { CurveCell } from './cells';

export interface CurveValues {
  /** 200 points from −3 to 3. */
  readonly theta: readonly number[];
  readonly loss: readonly number[];
  readonly gradient: readonly number[];
}

export function curveValues({ a, f }: CurveCell): CurveValues {
  const last = 199;
  // As `numpy.linspace` rounds: the step first, and the end exactly.
  const theta = Array.from({ length: last + 1 }, (_, i) => (i === last ? 3 : i * (6 / last) - 3));
  return {
    theta,
    loss: theta.map(x => (a * x ** 2) / 2 + 0.1 * Math.sin(f * x)),
    gradient: theta.map(x => a * x + 0.1 * f * Math.cos(f * x)),
  };
}
