import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import type { Domain, Step } from '../space/domain';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, type NumericDomain } from './numeric';
import { literal, real } from './pythonText';

/** How a run of Ray Tune searches: grids list values, and the searchers of other packages take no `q` and no `randn`. */
export type RaySearch = 'grid' | 'sampled' | 'modelled';

/** The ways to write a domain in a `param_space`. */
export function* rayDistributions(domain: Domain, search: RaySearch): Iterable<Candidate<string>> {
  switch (domain.kind) {
    case 'constant':
      return yield { declaration: literal(domain.value), means: domain };
    case 'categorical':
    case 'ordinal':
      return yield listed(
        choicesOf(domain).map(({ value }) => value),
        search,
      );
    case 'float':
    case 'integer':
      return yield* numeric(domain, search);
  }
}

function listed(values: readonly Value[], search: RaySearch, loss?: string): Candidate<string> {
  const name = search === 'grid' ? 'grid_search' : 'choice';
  return { declaration: `tune.${name}(${literal(values)})`, means: evenly(values), loss };
}

function* numeric(domain: NumericDomain, search: RaySearch): Iterable<Candidate<string>> {
  const { kind, step, prior } = domain;
  const [low, high] = finiteBounds(domain);
  const list = asList(domain)?.map(({ value }) => value);
  if (list && search === 'grid') return yield listed(list, search);
  yield* kind === 'integer' ? integers(low, high) : reals(low, high);
  if (list) {
    const unordered =
      search === 'modelled'
        ? l10n.t('Written as choices, between which the search sees no order.')
        : undefined;
    yield listed(list, search, unordered);
  }
  if (search !== 'sampled') return;
  if (step) yield* quantised(domain, low, high, step.size);
  if (prior.kind === 'normal') yield* normal(prior.mean, prior.standardDeviation, step?.size);
}

/** Upper ends are not drawn; log integers are rounded down. */
function* integers(low: number, high: number): Iterable<Candidate<string>> {
  const bounds = `${literal(low)}, ${literal(high + 1)}`;
  yield {
    declaration: `tune.randint(${bounds})`,
    means: numericDomain({ type: 'integer', low, high }),
  };
  yield {
    declaration: `tune.lograndint(${bounds})`,
    means: numericDomain({
      type: 'integer',
      low,
      high,
      scale: 'log',
      step: { size: 1, origin: 'low', clamp: false, rounding: 'down' },
    }),
  };
}

function* reals(low: number, high: number): Iterable<Candidate<string>> {
  const bounds = `${real(low)}, ${real(high)}`;
  yield { declaration: `tune.uniform(${bounds})`, means: numericDomain({ type: 'float', low, high }) };
  yield {
    declaration: `tune.loguniform(${bounds})`,
    means: numericDomain({ type: 'float', low, high, scale: 'log' }),
  };
}

/** Both bounds must be multiples of `q`, and a `q` of 1 does not round. */
function* quantised(
  { kind }: NumericDomain,
  low: number,
  high: number,
  size: number,
): Iterable<Candidate<string>> {
  const isMultiple = (x: number): boolean =>
    Math.abs(x / size - Math.round(x / size)) <= 1e-9 * Math.max(1, Math.abs(x / size));
  if (size === 1 || !isMultiple(low) || !isMultiple(high)) return;
  const step: Step = { size, origin: 'zero', clamp: false };
  const number = kind === 'integer' ? literal : real;
  const bounds = `${number(low)}, ${number(high)}, ${number(size)}`;
  const names =
    kind === 'integer' ? (['qrandint', 'qlograndint'] as const) : (['quniform', 'qloguniform'] as const);
  yield { declaration: `tune.${names[0]}(${bounds})`, means: numericDomain({ type: kind, low, high, step }) };
  yield {
    declaration: `tune.${names[1]}(${bounds})`,
    means: numericDomain({ type: kind, low, high, scale: 'log', step }),
  };
}

function* normal(
  mean: number,
  standardDeviation: number,
  size: number | undefined,
): Iterable<Candidate<string>> {
  const step: Step | undefined =
    size === undefined || size === 1 ? undefined : { size, origin: 'zero', clamp: false };
  const moments = `${real(mean)}, ${real(standardDeviation)}`;
  yield {
    declaration: step ? `tune.qrandn(${moments}, ${real(step.size)})` : `tune.randn(${moments})`,
    means: numericDomain({
      type: 'float',
      low: -Infinity,
      high: Infinity,
      prior: { kind: 'normal', mean, standardDeviation },
      step,
    }),
  };
}
