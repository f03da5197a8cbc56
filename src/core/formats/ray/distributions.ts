import type { Environment } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import type { CallExpression, Expression } from '../../python/syntax';
import type { Declared, Domain, Scale, Step } from '../../space/domain';
import { numericDomain } from '../../space/domains';
import type { NumberArgument, Signature } from '../python/call';

/** A function of `ray.tune` that declares a parameter, `ray/tune/search/sample.py`. */
export interface Distribution extends Signature {
  readonly shape: 'uniform' | 'integer' | 'normal' | 'choices' | 'function';
  readonly scale: Scale;
  readonly isQuantised: boolean;
}

function distribution(
  name: string,
  shape: Distribution['shape'],
  required: readonly string[],
  optional: readonly string[] = [],
): Distribution {
  return {
    name,
    shape,
    required,
    parameters: [...required, ...optional],
    scale: name.includes('log') ? 'log' : 'linear',
    isQuantised: name.startsWith('q'),
  };
}

const bounds = ['lower', 'upper'];

const distributions: ReadonlyMap<string, Distribution> = new Map(
  [
    distribution('uniform', 'uniform', bounds),
    distribution('quniform', 'uniform', [...bounds, 'q']),
    distribution('loguniform', 'uniform', bounds, ['base']),
    distribution('qloguniform', 'uniform', [...bounds, 'q'], ['base']),
    distribution('randn', 'normal', [], ['mean', 'sd']),
    distribution('qrandn', 'normal', ['mean', 'sd', 'q']),
    distribution('randint', 'integer', bounds),
    distribution('qrandint', 'integer', bounds, ['q']),
    distribution('lograndint', 'integer', bounds, ['base']),
    distribution('qlograndint', 'integer', [...bounds, 'q'], ['base']),
    distribution('choice', 'choices', ['categories']),
    distribution('grid_search', 'choices', ['values']),
    distribution('sample_from', 'function', ['func']),
  ].map(each => [each.name, each]),
);

/** The distribution a call of `tune.…` declares. */
export function distributionOf(
  expression: Expression,
  environment: Environment,
): { readonly call: CallExpression; readonly distribution: Distribution } | undefined {
  if (expression.kind !== 'call') return undefined;
  const match = /^ray\.tune\.(?:.*\.)?(\w+)$/.exec(qualifiedName(expression.callee, environment) ?? '');
  const found = distributions.get(match?.[1] ?? '');
  return found && { call: expression, distribution: found };
}

export interface Numbers {
  /** Bounds, or mean and standard deviation. */
  readonly first: NumberArgument | undefined;
  readonly second: NumberArgument | undefined;
  readonly q: NumberArgument | undefined;
}

export function declaredBy({ name, shape, scale }: Distribution, { first, second, q }: Numbers): Declared {
  const type = shape === 'integer' ? 'integer' : 'float';
  const kind = { notation: name, type, scale, bounds: 'values', step: q?.value } as const;
  return shape === 'normal'
    ? { ...kind, mean: first?.value ?? 0, standardDeviation: second?.value ?? 1 }
    : { ...kind, low: first?.value, high: second?.value };
}

/**
 * What `sample()` draws: reals below the upper bound, integers below it too, e to the power of a uniform draw rounded
 * down for log integers; quantised, a draw between the outermost multiples of q rounded to the nearest one. A q of 1
 * changes nothing.
 */
export function drawnBy({ shape, scale }: Distribution, { first, second, q }: Numbers): Domain | undefined {
  const size = q === undefined || q.value === 1 ? undefined : q.value;
  const step: Step | undefined = size === undefined ? undefined : { size, origin: 'zero', clamp: false };
  if (shape === 'normal') {
    const prior = { kind: 'normal', mean: first?.value ?? 0, standardDeviation: second?.value ?? 1 } as const;
    return numericDomain({ type: 'float', low: -Infinity, high: Infinity, prior, step });
  }
  const [low, high] = [first?.value ?? NaN, second?.value ?? NaN];
  const [lowest, highest] = size
    ? [multiple(low, size, Math.ceil), multiple(high, size, Math.floor)]
    : [low, high];
  if (shape === 'uniform') {
    return numericDomain({ type: 'float', low: lowest, high: highest, scale, step, highExclusive: !step });
  }
  if (step) return numericDomain({ type: 'integer', low: lowest, high: highest, scale, step });
  const rounding = scale === 'log' ? 'down' : 'nearest';
  return numericDomain({
    type: 'integer',
    low,
    high: high - 1,
    scale,
    step: { size: 1, origin: 'low', clamp: false, rounding },
  });
}

/** The multiple of `size` at or beside `x`; the slack forgives what floating point does to 0.3 / 0.1. */
export function multiple(x: number, size: number, round: (x: number) => number): number {
  const quotient = x / size;
  const nearest = Math.round(quotient);
  const whole =
    Math.abs(quotient - nearest) <= 1e-9 * Math.max(1, Math.abs(quotient)) ? nearest : round(quotient);
  return Number((whole * size).toPrecision(15));
}
