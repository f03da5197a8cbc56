import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, tidy, type NumericDomain } from './numeric';

/** One `{_type, _value}`. */
export interface NniVariable {
  readonly type: string;
  readonly value: readonly Value[];
}

/** The ways to declare a domain for NNI. */
export function* nniVariables(domain: Domain): Iterable<Candidate<NniVariable>> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
    case 'ordinal':
      return yield choice(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

function choice(values: readonly Value[]): Candidate<NniVariable> {
  return { declaration: { type: 'choice', value: values }, means: evenly(values) };
}

function* numeric(domain: NumericDomain): Iterable<Candidate<NniVariable>> {
  const { prior, step, kind } = domain;
  const [low, high] = finiteBounds(domain);
  if (kind === 'integer') {
    yield {
      declaration: { type: 'randint', value: [low, high + 1] },
      means: numericDomain({ type: 'integer', low, high }),
    };
  } else {
    yield* bounded(low, high, undefined);
  }
  const list = asList(domain)?.map(({ value }) => value);
  if (list) yield choice(list);
  if (step) {
    yield* bounded(low, high, step.size);
    yield* bounded(tidy(low - step.size / 2), tidy(high + step.size / 2), step.size);
  }
  if (prior.kind === 'normal') yield* normal(domain, prior.mean, prior.standardDeviation);
}

function* bounded(low: number, high: number, q: number | undefined): Iterable<Candidate<NniVariable>> {
  const step = q === undefined ? undefined : ({ size: q, origin: 'zero', clamp: true } as const);
  const value = q === undefined ? [low, high] : [low, high, q];
  yield {
    declaration: { type: q === undefined ? 'uniform' : 'quniform', value },
    means: numericDomain({ type: 'float', low, high, step }),
  };
  yield {
    declaration: { type: q === undefined ? 'loguniform' : 'qloguniform', value },
    means: numericDomain({ type: 'float', low, high, scale: 'log', step }),
  };
}

function* normal(
  { scale, step }: NumericDomain,
  mean: number,
  standardDeviation: number,
): Iterable<Candidate<NniVariable>> {
  const log = scale === 'log';
  yield {
    declaration: {
      type: `${step ? 'q' : ''}${log ? 'log' : ''}normal`,
      value: step ? [mean, standardDeviation, step.size] : [mean, standardDeviation],
    },
    means: numericDomain({
      type: 'float',
      low: log ? 0 : -Infinity,
      high: Infinity,
      scale,
      prior: { kind: 'normal', mean, standardDeviation },
      step: step && { size: step.size, origin: 'zero', clamp: false },
    }),
  };
}
