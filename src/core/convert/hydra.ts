import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import { levelCount } from '../space/distribution';
import type { Domain } from '../space/domain';
import type { MethodFamily, SearchSpace } from '../space/searchSpace';
import { numberText } from '../text/numberText';
import type { Value } from '../text/scalars';
import { declareAll, type Candidate } from './candidate';
import { choicesOf } from './difference';
import type { Losses } from './losses';
import { asList, evenly, finiteBounds, type NumericDomain } from './numeric';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden, otherMethod } from './unsupported';
import { Block, block, yamlText, type Yaml } from './yamlText';

/** The configuration of Hydra's Optuna sweeper, as a file among a program's configurations. */
export const hydra: ConvertTarget = {
  id: 'hydra',
  get label() {
    return l10n.t('Hydra (Optuna sweeper)');
  },
  tool: 'Hydra',
  language: 'yaml',
  fileName: 'hparams_search.yaml',
  write,
};

const { tool } = hydra;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  loseEarlyStopping(tool, space, losses);
  const isListed = parameters.every(({ domain }) => levelCount(domain) <= 64);
  const sampler = samplerFor(space, isListed, losses);
  const declarations = declareAll(tool, parameters, domain => sweeps(domain, sampler === 'grid'), losses);
  const params = parameters.flatMap(({ name }) => {
    const value = declarations.get(name);
    return value === undefined ? [] : [{ key: name, value, comments: losses.about(name) }];
  });
  const { objective, budget } = space;
  const document = new Block([
    {
      key: 'defaults',
      value: [
        block({ 'override /hydra/sweeper': 'optuna' }),
        block({ 'override /hydra/sweeper/sampler': sampler }),
      ],
    },
    ...(objective === undefined
      ? []
      : [
          {
            key: 'optimized_metric',
            value: objective.metric,
            comments: [l10n.t('What your program returns: the sweeper sees no other name for it.')],
          },
        ]),
    {
      key: 'hydra',
      value: block({
        mode: 'MULTIRUN',
        sweeper: block({
          _target_: 'hydra_plugins.hydra_optuna_sweeper.optuna_sweeper.OptunaSweeper',
          direction: objective?.goal,
          n_trials: budget.trials?.value,
          n_jobs: budget.parallelTrials?.value,
          params: new Block(params),
        }),
      }),
    },
  ]);
  return `# @package _global_\n${yamlText(document, 'pyyaml', losses.general)}`;
}

const samplers: Readonly<Record<MethodFamily, string>> = {
  grid: 'grid',
  random: 'random',
  quasiRandom: 'qmc',
  bayesian: 'gp',
  parzen: 'tpe',
  evolution: 'cmaes',
  hyperband: 'random',
  population: 'tpe',
  other: 'tpe',
};

function samplerFor(space: SearchSpace, isListed: boolean, losses: Losses): string {
  const family = space.method?.family ?? 'parzen';
  const sampler = family === 'grid' && !isListed ? 'random' : samplers[family];
  if (sampler !== samplers[family] || ['hyperband', 'population', 'other'].includes(family)) {
    otherMethod(tool, space, sampler, losses);
  }
  return sampler;
}

/** The ways to write a domain in Hydra's override grammar. */
function* sweeps(domain: Domain, grid: boolean): Iterable<Candidate<Yaml>> {
  switch (domain.kind) {
    case 'constant':
      if (isElement(domain.value)) yield { declaration: fixed(domain.value), means: domain };
      return;
    case 'categorical':
    case 'ordinal':
      return yield* choice(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain, grid);
  }
}

/** A text that the override grammar would not read as itself is quoted for it. */
function fixed(value: Value): Yaml {
  return typeof value === 'string' ? element(value) : (value as Exclude<Value, object>);
}

function* choice(values: readonly Value[], loss?: string): Iterable<Candidate<Yaml>> {
  if (!values.every(isElement)) return;
  const items = values.map(element);
  // `choice` takes no null, a bare list does.
  const isBare = values.includes(null) && values.length > 1;
  yield {
    declaration: isBare ? items.join(',') : `choice(${items.join(', ')})`,
    means: values.length === 1 && values[0] === null ? undefined : evenly(values),
    loss,
  };
}

/** With the grid sampler ranges lose their last value, so there everything is listed. */
function* numeric(domain: NumericDomain, grid: boolean): Iterable<Candidate<Yaml>> {
  const { kind, step } = domain;
  const [low, high] = finiteBounds(domain);
  const list = asList(domain)?.map(({ value }) => value);
  if (grid && list) return yield* choice(list);
  const number = kind === 'integer' ? String : real;
  const bounds = `${number(low)}, ${number(high)}`;
  // An interval is one of floats until it is cast.
  const cast = (sweep: string): string => (kind === 'integer' ? `int(${sweep})` : sweep);
  yield { declaration: cast(`interval(${bounds})`), means: numericDomain({ type: kind, low, high }) };
  yield {
    declaration: cast(`tag(log, interval(${bounds}))`),
    means: numericDomain({ type: kind, low, high, scale: 'log' }),
  };
  if (step) {
    yield {
      declaration: `range(${bounds}, ${number(step.size)})`,
      means: numericDomain({ type: kind, low, high, step: { size: step.size, origin: 'low', clamp: true } }),
    };
  }
  if (list) yield* choice(list, l10n.t('Written as choices, between which Optuna sees no order.'));
}

/** A choice sweep takes text, numbers, booleans and null. */
function isElement(value: Value): boolean {
  return typeof value !== 'object' || value === null;
}

function element(value: Value): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? numberText(value, 'json') : numberWord(value);
  }
  if (typeof value !== 'string') return String(value);
  const isBare = /^[A-Za-z_][\w/.@-]*$/.test(value) && !/^(?:true|false|null|inf|nan)$/i.test(value);
  if (isBare) return value;
  const escaped = value.replace(/\\(?=\\*(?:'|\$\{|$))/g, '\\\\').replace(/'|\$\{/g, '\\$&');
  return `'${escaped}'`;
}

function numberWord(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

function real(x: number): string {
  const text = numberText(x, 'json');
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
