import * as l10n from '@vscode/l10n';
import { formatNumber } from '../text/formatNumber';
import type { DrawableParameter, MethodFamily, SearchSpace } from '../space/searchSpace';
import { declareAll } from './candidate';
import { firstRung, reductionFactorOf } from './firstRung';
import type { Losses } from './losses';
import { wandbDeclarations } from './wandbDeclaration';
import type { ConvertTarget } from './target';
import {
  drawn,
  loseConditions,
  loseEarlyStopping,
  loseForbidden,
  loseParallel,
  otherMethod,
} from './unsupported';
import { Block, block, yamlText } from './yamlText';

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
  const declarations = declareAll(tool, parameters, domain => wandbDeclarations(domain, method), losses);
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
    max === undefined ? 0 : (stopping.rungsBelow?.value ?? Math.round(Math.log(max / first) / Math.log(eta)));
  if (max !== undefined && rungs >= 1 && Math.floor(max / eta ** rungs) === first) {
    return block({ type: 'hyperband', max_iter: max, s: rungs, eta });
  }
  if (max !== undefined) {
    losses.add(l10n.t('{0} has no place for the most a trial may use, {1}.', tool, formatNumber(max)));
  }
  return block({ type: 'hyperband', min_iter: first, eta });
}
