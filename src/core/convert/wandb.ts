import * as l10n from '@vscode/l10n';
import { categoricalDomain, numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import { formatNumber } from '../text/formatNumber';
import type { Value } from '../text/scalars';
import type { DrawableParameter, MethodFamily, SearchSpace } from '../space/searchSpace';
import { declareAll, type Candidate } from './candidate';
import { choicesOf } from './difference';
import { firstRung, reductionFactorOf } from './firstRung';
import type { Losses } from './losses';
import { asList, evenly, finiteBounds, isEven, type NumericDomain } from './numeric';
import type { ConvertTarget } from './target';
import {
  drawn,
  loseConditions,
  loseEarlyStopping,
  loseForbidden,
  loseParallel,
  otherMethod,
} from './unsupported';
import { Block, block, Flow, Real, yamlText, type Yaml } from './yamlText';

/** A sweep configuration of Weights & Biases in YAML, https://docs.wandb.ai/guides/sweeps/sweep-config-keys. */
export const wandb: ConvertTarget = {
  id: 'wandb',
  get label() {
    return l10n.t('W&B sweep');
  },
  tool: 'W&B',
  language: 'yaml',
  fileName: 'sweep.yaml',
  write,
};

const { tool } = wandb;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  const method = methodOf(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  loseParallel(tool, space, losses);
  const names = accepted(parameters, losses);
  const declarations = declareAll(tool, parameters, domain => candidates(domain, method), losses);
  const stopping = earlyTerminate(space, losses);
  const document = block({
    program: 'train.py',
    method,
    run_cap: space.budget.trials?.value,
    metric: space.objective && block({ name: space.objective.metric, goal: space.objective.goal }),
    parameters: new Block(
      [...declarations].map(([name, declaration]) => ({
        key: names.get(name) ?? name,
        value: block(declaration),
        comments: losses.about(name),
      })),
    ),
    early_terminate: stopping,
  });
  return yamlText(document, 'pyyaml', losses.general);
}

/** `schema.json`, propertyNames of `parameters`. */
function accepted(parameters: readonly DrawableParameter[], losses: Losses): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = parameters.map(({ name }): [string, string] => {
    const plain = name.replace(/[^A-Za-z0-9_.-]+/g, '_').replace(/^(?=[^A-Za-z_]|$)/, '_');
    let free = plain;
    for (let count = 2; taken.has(free); count++) free = `${plain}_${count}`;
    taken.add(free);
    if (free !== name) {
      losses.add(l10n.t('{0} refuses the name {1}; here it is {2}.', tool, name, free), name);
    }
    return [name, free];
  });
  return new Map(names);
}

function methodOf(space: SearchSpace, losses: Losses): string {
  const method = methods[space.method?.family ?? 'random'];
  // Bayesian search stops without a metric.
  const written = method === 'bayes' && space.objective === undefined ? 'random' : method;
  const kept: readonly (MethodFamily | undefined)[] = [undefined, 'grid', 'random', 'bayesian'];
  if (written !== method || !kept.includes(space.method?.family)) otherMethod(tool, space, written, losses);
  return written;
}

const methods: Readonly<Record<MethodFamily, 'grid' | 'random' | 'bayes'>> = {
  grid: 'grid',
  random: 'random',
  quasiRandom: 'random',
  bayesian: 'bayes',
  parzen: 'bayes',
  evolution: 'bayes',
  hyperband: 'random',
  population: 'random',
  other: 'random',
};

type Declaration = Readonly<Record<string, Yaml | undefined>>;

function* candidates(domain: Domain, method: string): Iterable<Candidate<Declaration>> {
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

/** W&B counts how often the metric is logged, and rungs either up from the least or down from the most. */
function earlyTerminate(space: SearchSpace, losses: Losses): Block | undefined {
  const stopping = space.budget.earlyStopping;
  const eta = reductionFactorOf(space);
  const first = stopping && firstRung(stopping, eta);
  if (stopping?.family !== 'hyperband' || first === undefined || !space.objective) {
    loseEarlyStopping(tool, space, losses);
    return undefined;
  }
  const max = stopping.maxResource?.value;
  const rungs =
    max === undefined ? 0 : (stopping.brackets?.value ?? Math.round(Math.log(max / first) / Math.log(eta)));
  if (max !== undefined && rungs >= 1 && Math.floor(max / eta ** rungs) === first) {
    return block({ type: 'hyperband', max_iter: max, s: rungs, eta });
  }
  if (max !== undefined) {
    losses.add(l10n.t('{0} has no place for the most a trial may use, {1}.', tool, formatNumber(max)));
  }
  return block({ type: 'hyperband', min_iter: first, eta });
}
