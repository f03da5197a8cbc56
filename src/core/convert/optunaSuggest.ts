import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Value } from '../text/scalars';
import type { Candidate } from './candidate';
import { choicesOf } from './difference';
import { asList, evenly, finiteBounds, type NumericDomain } from './numeric';
import { literal, real } from './pythonText';

/** A call of `trial.suggest_…`, without the name of the parameter. */
export interface Suggestion {
  readonly method: 'suggest_float' | 'suggest_int' | 'suggest_categorical';
  /** What follows the name. */
  readonly arguments: string;
}

/** The ways to ask an Optuna trial for a value. */
export function* suggestions(domain: Domain): Iterable<Candidate<Suggestion>> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
    case 'ordinal':
      return yield categorical(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

function categorical(values: readonly Value[], loss?: string): Candidate<Suggestion> {
  const stored = values.every(value => typeof value !== 'object' || value === null);
  return {
    declaration: { method: 'suggest_categorical', arguments: literal(values) },
    means: evenly(values),
    loss:
      loss ??
      (stored ? undefined : l10n.t('Optuna warns that it cannot store lists and mappings as choices.')),
  };
}

function* numeric(domain: NumericDomain): Iterable<Candidate<Suggestion>> {
  const { kind, step } = domain;
  const [low, high] = finiteBounds(domain);
  const size = step === undefined || (kind === 'integer' && step.size === 1) ? undefined : step.size;
  const method = kind === 'integer' ? 'suggest_int' : 'suggest_float';
  const number = kind === 'integer' ? literal : real;
  const between = `${number(low)}, ${number(high)}`;
  yield {
    declaration: {
      method,
      arguments: size === undefined ? between : `${between}, step=${number(size)}`,
    },
    means: numericDomain({
      type: kind,
      low,
      high,
      step: size === undefined ? undefined : { size, origin: 'low', clamp: true },
    }),
  };
  yield {
    declaration: { method, arguments: `${between}, log=True` },
    means: numericDomain({ type: kind, low, high, scale: 'log' }),
  };
  const list = asList(domain);
  if (list) {
    const loss = l10n.t('Written as choices, between which Optuna sees no order.');
    yield categorical(
      list.map(({ value }) => value),
      loss,
    );
  }
}
