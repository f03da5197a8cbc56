import * as l10n from '@vscode/l10n';
import type { DrawableParameter, MethodFamily, SearchSpace } from '../space/searchSpace';
import { azureExpressions, type Algorithm, type Expression } from './azureExpression';
import { declareAll, misfit } from './candidate';
import type { Losses } from './losses';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden, otherMethod } from './unsupported';
import { Block, block, Flow, yamlText, type BlockEntry } from './yamlText';

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

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  const algorithm = algorithmFor(space, parameters);
  const expressions = declareAll(tool, parameters, domain => azureExpressions(domain, algorithm), losses);
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
    misfit(tool, parameters, domain => azureExpressions(domain, algorithm));
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
