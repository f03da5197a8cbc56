import { numericDomain } from '../../space/domains';
import type { Domain } from '../../space/domain';
import type { Distribution } from './distributions';
import type { NumberField } from './numberField';

/** The numbers of a declaration, absent where the file has none that can be read. */
export interface Numbers {
  readonly min?: NumberField | undefined;
  readonly max?: NumberField | undefined;
  readonly q?: NumberField | undefined;
  readonly mu?: NumberField | undefined;
  readonly sigma?: NumberField | undefined;
  readonly a?: NumberField | undefined;
  readonly b?: NumberField | undefined;
}

/** Whether W&B passes on whole numbers: Python's `int` when both bounds and `q` are integers. */
export function drawsIntegers({ shape, quantised, scale }: Distribution, { min, max, q }: Numbers): boolean {
  if (shape === 'integer') return true;
  const whole = [min, max, q].every(field => field !== undefined && !field.isFloat);
  return shape === 'uniform' && scale === 'linear' && quantised && whole;
}

/**
 * What wandb/sweeps draws (`params.py`): a continuous draw, and where the distribution is quantised that draw
 * rounded to the nearest multiple of `q`, which may leave the bounds.
 */
export function drawnFrom(distribution: Distribution, numbers: Numbers): Domain | undefined {
  const { scale, quantised } = distribution;
  const { q, mu, sigma, a, b } = numbers;
  const step = quantised ? ({ size: q?.value ?? 1, origin: 'zero', clamp: false } as const) : undefined;
  const type = drawsIntegers(distribution, numbers) ? 'integer' : 'float';
  switch (distribution.shape) {
    case 'constant':
    case 'choices':
      return undefined;
    case 'integer':
    case 'uniform': {
      const [low, high] = interval(distribution, numbers);
      return numericDomain({ type, low, high, scale, step });
    }
    case 'normal': {
      const prior = { kind: 'normal', mean: mu?.value ?? 0, standardDeviation: sigma?.value ?? 1 } as const;
      const low = scale === 'log' ? 0 : -Infinity;
      return numericDomain({ type, low, high: Infinity, scale, prior, step });
    }
    case 'beta': {
      const prior = { kind: 'beta', alpha: a?.value ?? 1, beta: b?.value ?? 1 } as const;
      return numericDomain({ type, low: 0, high: 1, prior, step });
    }
  }
}

/** The bounds in value space; NaN where there is none. */
function interval({ bounds, negatedExponents }: Distribution, { min, max }: Numbers): [number, number] {
  const [low, high] = [min?.value ?? NaN, max?.value ?? NaN];
  if (bounds === 'values') return [low, high];
  return negatedExponents ? [Math.exp(-high), Math.exp(-low)] : [Math.exp(low), Math.exp(high)];
}
