import { drawnNumber } from '../formats/configspace/drawn';
import { ordinalDomain, categoricalDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, finiteBounds, isEven, type NumericDomain } from './numeric';
import { Real, type Data } from './yamlText';

/** The fields of a hyperparameter besides its name. */
export type Hyperparameter = Readonly<Record<string, Data>>;

/** The ways to write a domain as a hyperparameter of ConfigSpace 1. */
export function* hyperparameters(domain: Domain): Iterable<Candidate<Hyperparameter>> {
  switch (domain.kind) {
    case 'constant':
      return yield { declaration: { type: 'constant', value: domain.value }, means: domain };
    case 'categorical':
      return yield categorical(choicesOf(domain));
    case 'ordinal':
      return yield* ordered(choicesOf(domain));
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

type Weighted = readonly { readonly value: Value; readonly weight: number }[];

function categorical(choices: Weighted): Candidate<Hyperparameter> {
  const weights = isEven(choices) ? {} : { weights: choices.map(({ weight }) => weight) };
  return {
    declaration: { type: 'categorical', choices: choices.map(({ value }) => value), ...weights },
    means: categoricalDomain(choices),
  };
}

/** A sequence has no weights; where there are some, the order has to go. */
function* ordered(choices: Weighted): Iterable<Candidate<Hyperparameter>> {
  const values = choices.map(({ value }) => value);
  yield {
    declaration: { type: 'ordinal', sequence: values },
    means: ordinalDomain(values.map(value => ({ value }))),
  };
  if (!isEven(choices)) yield categorical(choices);
}

function* numeric(domain: NumericDomain): Iterable<Candidate<Hyperparameter>> {
  const { kind, prior } = domain;
  const [low, high] = finiteBounds(domain);
  const suffix = kind === 'integer' ? 'int' : 'float';
  const number = (x: number): Data => (kind === 'integer' ? x : new Real(x));
  const bounds = { lower: number(low), upper: number(high) };
  yield {
    declaration: { type: `uniform_${suffix}`, ...bounds, log: false },
    means: drawnNumber({ type: kind, lower: low, upper: high, log: false }),
  };
  yield {
    declaration: { type: `uniform_${suffix}`, ...bounds, log: true },
    means: drawnNumber({ type: kind, lower: low, upper: high, log: true }),
  };
  const list = asList(domain);
  if (list) yield* ordered(list);
  if (prior.kind === 'normal' && domain.scale === 'linear') {
    yield normal(domain, prior.mean, prior.standardDeviation);
  }
  if (prior.kind === 'beta' && domain.scale === 'linear') {
    const { alpha, beta } = prior;
    yield {
      declaration: { type: `beta_${suffix}`, alpha, beta, ...bounds, log: false },
      means: drawnNumber({ type: kind, lower: low, upper: high, log: false, alpha, beta }),
    };
  }
}

/** ConfigSpace wants bounds; eight standard deviations from the mean they cut off nothing that is ever drawn. */
function normal(
  { kind, low, high }: NumericDomain,
  mean: number,
  deviation: number,
): Candidate<Hyperparameter> {
  const round = kind === 'integer' ? Math.round : (x: number): number => x;
  const from = Number.isFinite(low) ? low : round(mean - 8 * deviation);
  const to = Number.isFinite(high) ? high : round(mean + 8 * deviation);
  const number = (x: number): Data => (kind === 'integer' ? x : new Real(x));
  return {
    declaration: {
      type: kind === 'integer' ? 'normal_int' : 'normal_float',
      mu: new Real(mean),
      sigma: new Real(deviation),
      lower: number(from),
      upper: number(to),
      log: false,
    },
    means: drawnNumber({ type: kind, lower: from, upper: to, log: false, mu: mean, sigma: deviation }),
  };
}
