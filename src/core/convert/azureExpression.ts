import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, tidy, type NumericDomain } from './numeric';
import type { Data } from './yamlText';

export type Expression = Readonly<Record<string, Data>>;

export type Algorithm = 'random' | 'grid' | 'bayesian';

/** The ways to write a domain as an expression of a search space that the algorithm takes. */
export function* azureExpressions(domain: Domain, algorithm: Algorithm): Iterable<Candidate<Expression>> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
    case 'ordinal':
      return yield choice(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer': {
      const taken = { grid: ['choice'], bayesian: ['choice', 'uniform', 'quniform'], random: undefined }[
        algorithm
      ];
      for (const candidate of numeric(domain)) {
        if (taken === undefined || taken.some(type => type === candidate.declaration['type'])) {
          yield candidate;
        }
      }
    }
  }
}

function choice(values: readonly Value[]): Candidate<Expression> {
  return { declaration: { type: 'choice', values }, means: evenly(values) };
}

function* numeric(domain: NumericDomain): Iterable<Candidate<Expression>> {
  const { kind, step, prior } = domain;
  const [low, high] = finiteBounds(domain);
  if (kind === 'integer' && low === 0) {
    yield {
      declaration: { type: 'randint', upper: high + 1 },
      means: numericDomain({ type: 'integer', low, high }),
    };
  }
  if (kind === 'float') yield* bounded(low, high, undefined);
  const list = asList(domain)?.map(({ value }) => value);
  if (list) yield choice(list);
  if (step) {
    yield* bounded(low, high, step.size);
    yield* bounded(tidy(low - step.size / 2), tidy(high + step.size / 2), step.size);
  }
  if (prior.kind === 'normal') yield* normal(domain, prior.mean, prior.standardDeviation);
}

/** The bounds of a loguniform are exponents of e. */
function* bounded(low: number, high: number, q: number | undefined): Iterable<Candidate<Expression>> {
  const step = q === undefined ? undefined : ({ size: q, origin: 'zero', clamp: false } as const);
  const rest = q === undefined ? {} : { q };
  const prefix = q === undefined ? '' : 'q';
  yield {
    declaration: { type: `${prefix}uniform`, min_value: low, max_value: high, ...rest },
    means: numericDomain({ type: 'float', low, high, step }),
  };
  if (!(low > 0)) return;
  const [from, to] = [Math.log(low), Math.log(high)];
  yield {
    declaration: { type: `${prefix}loguniform`, min_value: from, max_value: to, ...rest },
    means: numericDomain({ type: 'float', low: Math.exp(from), high: Math.exp(to), scale: 'log', step }),
  };
}

function* normal({ scale, step }: NumericDomain, mu: number, sigma: number): Iterable<Candidate<Expression>> {
  const log = scale === 'log';
  yield {
    declaration: {
      type: `${step ? 'q' : ''}${log ? 'log' : ''}normal`,
      mu,
      sigma,
      ...(step && { q: step.size }),
    },
    means: numericDomain({
      type: 'float',
      low: log ? 0 : -Infinity,
      high: Infinity,
      scale,
      prior: { kind: 'normal', mean: mu, standardDeviation: sigma },
      step: step && { size: step.size, origin: 'zero', clamp: false },
    }),
  };
}
