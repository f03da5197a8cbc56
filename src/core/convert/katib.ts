import * as l10n from '@vscode/l10n';
import { algorithms } from '../formats/katib/algorithms';
import type { DrawableParameter, MethodFamily, SearchSpace } from '../space/searchSpace';
import { choose, type Chosen } from './candidate';
import { asTrialsSee, itemOf, katibCandidates, type KatibDeclaration } from './katibDeclaration';
import { trialTemplate } from './katibTemplate';
import type { Losses } from './losses';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden } from './unsupported';
import { Block, block, yamlText, type BlockEntry } from './yamlText';

/** A Katib Experiment, complete but for the container of its trials. */
export const katib: ConvertTarget = {
  id: 'katib',
  get label() {
    return l10n.t('Katib Experiment');
  },
  tool: 'Katib',
  language: 'yaml',
  fileName: 'experiment.yaml',
  write,
};

const { tool } = katib;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  const { algorithm, declarations } = planFor(space, parameters);
  for (const [i, { name }] of parameters.entries()) {
    const loss = declarations[i]?.loss;
    if (loss !== undefined) losses.add(loss, name);
  }
  sayMethod(space, algorithm, losses);
  const resource = algorithm === 'hyperband' ? unusedName(parameters) : undefined;
  const names = parameters.map(({ name }) => name);
  const spec = new Block([
    objective(space),
    { key: 'algorithm', value: algorithmBlock(space, algorithm, resource) },
    ...earlyStopping(space, algorithm, losses),
    ...counts(space),
    {
      key: 'parameters',
      value: [
        ...parameters.map(({ name }, i) => item(name, declarations[i], losses)),
        ...(resource === undefined ? [] : [resourceItem(space, resource)]),
      ],
    },
    {
      key: 'trialTemplate',
      comments: [
        l10n.t('Yours to fill in: the image and the command that trains once and prints the metric.'),
      ],
      value: trialTemplate(resource === undefined ? names : [...names, resource]),
    },
  ]);
  const document = block({
    apiVersion: 'kubeflow.org/v1beta1',
    kind: 'Experiment',
    metadata: block({ name: resourceName(space.name) }),
    spec,
  });
  return yamlText(document, 'goyaml', losses.general);
}

interface Plan {
  readonly algorithm: string;
  readonly declarations: readonly (Chosen<KatibDeclaration> | undefined)[];
}

/**
 * The algorithm of the kind that was asked for under which most is drawn as it was: several of Katib's ignore the
 * distribution, and what is drawn matters more than how it is searched.
 */
function planFor(space: SearchSpace, parameters: readonly DrawableParameter[]): Plan {
  const own = algorithms.has(space.method?.name ?? '') ? [space.method?.name ?? ''] : [];
  const plans = [...own, ...byFamily(space)].map(algorithm => {
    const declarations = parameters.map(({ domain }) =>
      choose(tool, asTrialsSee(domain), [...katibCandidates(domain, algorithm)]),
    );
    const off = declarations.reduce((sum, chosen) => sum + (chosen?.difference ?? 1), 0);
    return { algorithm, declarations, off };
  });
  return plans.reduce((best, plan) => (plan.off < best.off - 1e-6 ? plan : best));
}

function byFamily({ method, budget }: SearchSpace): readonly string[] {
  const stopping = budget.earlyStopping;
  const isHyperband = stopping?.family === 'hyperband' && stopping.maxResource !== undefined;
  return families[method?.family ?? 'random'].filter(name => name !== 'hyperband' || isHyperband);
}

const families: Readonly<Record<MethodFamily, readonly string[]>> = {
  grid: ['grid', 'random'],
  random: ['random'],
  quasiRandom: ['sobol', 'random'],
  bayesian: ['bayesianoptimization', 'multivariate-tpe', 'tpe'],
  parzen: ['multivariate-tpe', 'tpe'],
  evolution: ['cmaes', 'multivariate-tpe', 'random'],
  hyperband: ['hyperband', 'random'],
  population: ['multivariate-tpe', 'random'],
  other: ['random'],
};

function sayMethod({ method }: SearchSpace, algorithm: string, losses: Losses): void {
  if (!method || algorithms.get(algorithm)?.family === method.family) return;
  losses.add(
    l10n.t(
      'Katib has no search like {0} that draws these parameters as they are; written with {1}.',
      method.name,
      algorithm,
    ),
  );
}

function item(name: string, chosen: Chosen<KatibDeclaration> | undefined, losses: Losses): Block {
  const declaration = chosen?.declaration ?? { parameterType: 'categorical', feasibleSpace: {} };
  const [first, ...others] = itemOf(name, declaration).entries;
  return new Block(first ? [{ ...first, comments: losses.about(name) }, ...others] : []);
}

function objective({ objective: stated }: SearchSpace): BlockEntry {
  return {
    key: 'objective',
    comments: stated ? [] : [l10n.t('Chosen here; the space did not say what to optimise.')],
    value: block({ type: stated?.goal ?? 'minimize', objectiveMetricName: stated?.metric ?? 'loss' }),
  };
}

function algorithmBlock({ budget }: SearchSpace, name: string, resource: string | undefined): Block {
  const { maxResource, reductionFactor } = budget.earlyStopping ?? {};
  const settings = {
    r_l: maxResource?.value,
    resource_name: resource,
    eta: reductionFactor?.value,
  };
  return block({
    algorithmName: name,
    algorithmSettings: resource === undefined ? undefined : pairs(settings),
  });
}

function pairs(settings: Readonly<Record<string, string | number | undefined>>): Block[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [block({ name, value: String(value) })],
  );
}

function earlyStopping(space: SearchSpace, algorithm: string, losses: Losses): BlockEntry[] {
  const stopping = space.budget.earlyStopping;
  if (!stopping || algorithm === 'hyperband') return [];
  if (stopping.family !== 'medianStopping') {
    loseEarlyStopping(tool, space, losses);
    return [];
  }
  const settings = pairs({ start_step: stopping.minResource?.value });
  return [
    {
      key: 'earlyStopping',
      value: block({
        algorithmName: 'medianstop',
        algorithmSettings: settings.length === 0 ? undefined : settings,
      }),
    },
  ];
}

const fewTrials = 30;

/** Katib runs for ever without a number of trials, and takes no more at a time than there are altogether. */
function counts({ budget }: SearchSpace): BlockEntry[] {
  const trials = budget.trials?.value ?? Math.max(fewTrials, budget.parallelTrials?.value ?? 0);
  const parallel = budget.parallelTrials?.value ?? (trials < 3 ? trials : undefined);
  return [
    ...(parallel === undefined ? [] : [{ key: 'parallelTrialCount', value: parallel }]),
    {
      key: 'maxTrialCount',
      value: trials,
      comments: budget.trials ? [] : [l10n.t('Chosen here; the space did not say how many trials to run.')],
    },
  ];
}

function unusedName(parameters: readonly DrawableParameter[]): string {
  const taken = new Set(parameters.map(({ name }) => name));
  let name = 'resource';
  for (let count = 2; taken.has(name); count++) name = `resource-${count}`;
  return name;
}

/** Hyperband hands each trial its budget in a parameter. */
function resourceItem({ budget }: SearchSpace, name: string): Block {
  const max = String(budget.earlyStopping?.maxResource?.value ?? 1);
  return itemOf(name, { parameterType: 'int', feasibleSpace: { min: '1', max } });
}

/** Lower-case letters, digits and hyphens, at most forty characters. */
function resourceName(name = ''): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40);
  return plain.replace(/-+$/, '') || 'search';
}
