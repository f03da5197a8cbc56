import { categoricalDomain, numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, isEven, type NumericDomain } from './numeric';
import { Flow, Real, type Yaml } from './yamlText';

type Declaration = Readonly<Record<string, Yaml | undefined>>;

/** The ways to declare a domain for W&B. */
export function* wandbDeclarations(domain: Domain, method: string): Iterable<Candidate<Declaration>> {
  switch (domain.kind) {
    case 'constant':
      return yield { declaration: { value: new Flow(domain.value) }, means: domain };
    case 'categorical':
    case 'ordinal':
      return yield* listed(choicesOf(domain), method);
    case 'float':
    case 'integer':
      return yield* numeric(domain, method);
  }
}

/** Only random search takes probabilities: the others end with an IndexError or refuse them. */
function* listed(
  choices: readonly { readonly value: Value; readonly weight: number }[],
  method: string,
): Iterable<Candidate<Declaration>> {
  const values = new Flow(choices.map(({ value }) => value));
  yield { declaration: { values }, means: evenly(choices.map(({ value }) => value)) };
  if (method !== 'random' || isEven(choices)) return;
  const probabilities = new Flow(choices.map(({ weight }) => weight));
  yield { declaration: { values, probabilities }, means: categoricalDomain(choices) };
}

function* numeric(domain: NumericDomain, method: string): Iterable<Candidate<Declaration>> {
  const { prior, step, scale } = domain;
  const [low, high] = finiteBounds(domain);
  if (domain.kind === 'integer') {
    yield { declaration: { min: low, max: high }, means: numericDomain({ type: 'integer', low, high }) };
  } else {
    yield* bounded(low, high, undefined);
  }
  const list = asList(domain);
  if (list && isEven(list)) yield* listed(list, method);
  if (step) {
    yield* bounded(low, high, step.size, domain.kind === 'integer');
    // A draw between half a step below the first level and half a step above the last rounds to each level alike.
    if (low - step.size / 2 > 0 || scale === 'linear') {
      yield* bounded(low - step.size / 2, high + step.size / 2, step.size, domain.kind === 'integer');
    }
  }
  if (prior.kind === 'normal') {
    yield* normal(domain.scale === 'log', prior.mean, prior.standardDeviation, step?.size);
  }
  if (prior.kind === 'beta') yield* beta(prior.alpha, prior.beta, step?.size);
  if (list) yield* listed(list, method);
}

/** Uniform and log-uniform, quantised where there is a `q`. */
function* bounded(
  low: number,
  high: number,
  size: number | undefined,
  whole = false,
): Iterable<Candidate<Declaration>> {
  const step = size === undefined ? undefined : ({ size, origin: 'zero', clamp: false } as const);
  // W&B hands on whole numbers only where bounds and `q` are written as such.
  const stays = whole && [low, high, size ?? 0].every(Number.isInteger);
  const number = (x: number): Yaml => (stays ? x : new Real(x));
  const q = size === undefined ? undefined : number(size);
  yield {
    declaration: {
      distribution: size === undefined ? 'uniform' : 'q_uniform',
      min: number(low),
      max: number(high),
      q,
    },
    means: numericDomain({ type: stays ? 'integer' : 'float', low, high, step }),
  };
  if (!(low > 0)) return;
  yield {
    declaration: {
      distribution: size === undefined ? 'log_uniform_values' : 'q_log_uniform_values',
      min: new Real(low),
      max: new Real(high),
      q: size === undefined ? undefined : new Real(size),
    },
    means: numericDomain({ type: 'float', low, high, scale: 'log', step }),
  };
}

function* normal(
  log: boolean,
  mean: number,
  standardDeviation: number,
  size: number | undefined,
): Iterable<Candidate<Declaration>> {
  const step = size === undefined ? undefined : ({ size, origin: 'zero', clamp: false } as const);
  yield {
    declaration: {
      distribution: `${step ? 'q_' : ''}${log ? 'log_' : ''}normal`,
      mu: new Real(mean),
      sigma: new Real(standardDeviation),
      q: size,
    },
    means: numericDomain({
      type: 'float',
      low: log ? 0 : -Infinity,
      high: Infinity,
      scale: log ? 'log' : 'linear',
      prior: { kind: 'normal', mean, standardDeviation },
      step,
    }),
  };
}

function* beta(alpha: number, b: number, size: number | undefined): Iterable<Candidate<Declaration>> {
  const step = size === undefined ? undefined : ({ size, origin: 'zero', clamp: false } as const);
  yield {
    declaration: { distribution: step ? 'q_beta' : 'beta', a: new Real(alpha), b: new Real(b), q: size },
    means: numericDomain({ type: 'float', low: 0, high: 1, prior: { kind: 'beta', alpha, beta: b }, step }),
  };
}
