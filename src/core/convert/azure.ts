import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { DrawableParameter, MethodFamily, SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';
import { declareAll, misfit, type Candidate } from './candidate';
import { choicesOf } from './difference';
import type { Losses } from './losses';
import { asList, evenly, finiteBounds, tidy, type NumericDomain } from './numeric';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden, otherMethod } from './unsupported';
import { Block, block, Flow, yamlText, type BlockEntry, type Data } from './yamlText';

/** A sweep job of Azure Machine Learning (CLI v2), complete but for code, environment and compute. */
export const azure: ConvertTarget = {
  id: 'azure',
  get label() {
    return l10n.t('Azure ML sweep job');
  },
  tool: 'Azure ML',
  language: 'yaml',
  fileName: 'job-sweep.yml',
  write,
};

const { tool } = azure;

type Expression = Readonly<Record<string, Data>>;

type Algorithm = 'random' | 'grid' | 'bayesian';

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  const algorithm = algorithmFor(space, parameters);
  const expressions = declareAll(tool, parameters, domain => expressionsFor(domain, algorithm), losses);
  const isSobol = algorithm === 'random' && space.method?.family === 'quasiRandom';
  if (space.method && !isSobol && space.method.family !== algorithm) {
    otherMethod(tool, space, algorithm, losses);
  }
  const document = new Block([
    { key: '$schema', value: 'https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json' },
    { key: 'type', value: 'sweep' },
    {
      key: 'trial',
      comments: [l10n.t('Yours to fill in: the code, its environment and the compute it runs on.')],
      value: block({
        code: 'src',
        command: [
          'python train.py',
          ...[...expressions.keys()].map(name => `--${name} \${{search_space.${name}}}`),
        ].join(' '),
        environment: 'azureml:YOUR_ENVIRONMENT@latest',
      }),
    },
    { key: 'compute', value: 'azureml:YOUR_COMPUTE' },
    {
      key: 'sampling_algorithm',
      value: isSobol ? block({ type: 'random', rule: 'sobol' }) : algorithm,
    },
    {
      key: 'search_space',
      value: new Block(
        [...expressions].map(([name, expression]) => ({
          key: name,
          value: expressionBlock(expression),
          comments: losses.about(name),
        })),
      ),
    },
    objective(space),
    limits(space),
    ...termination(space, losses),
  ]);
  return yamlText(document, 'yaml12', losses.general);
}

/** A grid takes choices only and Bayesian sampling no logarithms; what is drawn matters more than the search. */
function algorithmFor({ method }: SearchSpace, parameters: readonly DrawableParameter[]): Algorithm {
  const own = algorithms[method?.family ?? 'random'];
  const off = (algorithm: Algorithm): number =>
    misfit(tool, parameters, domain => expressionsFor(domain, algorithm));
  return own === 'random' || off(own) <= off('random') + 1e-6 ? own : 'random';
}

const algorithms: Readonly<Record<MethodFamily, Algorithm>> = {
  grid: 'grid',
  random: 'random',
  quasiRandom: 'random',
  bayesian: 'bayesian',
  parzen: 'bayesian',
  evolution: 'bayesian',
  hyperband: 'random',
  population: 'random',
  other: 'random',
};

function* expressionsFor(domain: Domain, algorithm: Algorithm): Iterable<Candidate<Expression>> {
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

function expressionBlock(expression: Expression): Block {
  return new Block(Object.entries(expression).map(([key, value]) => ({ key, value: new Flow(value) })));
}

function objective({ objective: stated }: SearchSpace): BlockEntry {
  return {
    key: 'objective',
    comments: stated ? [] : [l10n.t('Chosen here; the space did not say what to optimise.')],
    value: block({ goal: stated?.goal ?? 'minimize', primary_metric: stated?.metric ?? 'loss' }),
  };
}

function limits({ budget }: SearchSpace): BlockEntry {
  return {
    key: 'limits',
    comments: budget.trials ? [] : [l10n.t('Chosen here; the space did not say how many trials to run.')],
    value: block({
      max_total_trials: budget.trials?.value ?? 100,
      max_concurrent_trials: budget.parallelTrials?.value,
    }),
  };
}

function termination(space: SearchSpace, losses: Losses): BlockEntry[] {
  const stopping = space.budget.earlyStopping;
  if (stopping?.family !== 'medianStopping') {
    loseEarlyStopping(tool, space, losses);
    return [];
  }
  const value = block({ type: 'median_stopping', delay_evaluation: stopping.minResource?.value });
  return [{ key: 'early_termination', value }];
}
