import * as l10n from '@vscode/l10n';
import type {
  Budget,
  EarlyStopping,
  Method,
  MethodFamily,
  Objective,
  Parameter,
} from '../../space/searchSpace';
import { child, entry, type MapEntry, type MapNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { methodDomain } from '../rules';
import { matrixKinds, type Matrix } from './matrices';

const families: Readonly<Record<(typeof matrixKinds)[number], MethodFamily>> = {
  grid: 'grid',
  random: 'random',
  hyperband: 'hyperband',
  bayes: 'bayesian',
  hyperopt: 'parzen',
  iterative: 'other',
  mapping: 'other',
};

/** Before version 1 each algorithm had a key of its own, and a matrix without one was a grid. */
const oldAlgorithms = [
  ['grid_search', 'grid'],
  ['random_search', 'random'],
  ['hyperband', 'hyperband'],
  ['bo', 'bayesian'],
] as const;

/** The method, and the mapping that holds its settings. */
export interface Search {
  readonly method: Method | undefined;
  readonly settings: MapNode;
}

const needed: Readonly<Record<string, readonly string[]>> = {
  random: ['numRuns'],
  hyperband: ['maxIterations', 'resource', 'metric'],
  bayes: ['numInitialRuns', 'maxIterations', 'metric'],
  mapping: ['values'],
};

export function readSearch(reader: FieldReader, { version, node, place }: Matrix): Search {
  if (version === 0) {
    const [key, family] = oldAlgorithms.find(([name]) => entry(node, name)) ?? ['grid_search', 'grid'];
    const at = entry(node, key);
    const method: Method = { name: key, family, range: at?.key.range ?? place.key.range };
    return { method, settings: at?.value.kind === 'map' ? at.value : node };
  }
  const field = reader.required(node, 'kind', place.key.range);
  const name = reader.oneOf(field, matrixKinds);
  for (const key of (name && needed[name]) ?? []) reader.required(node, key, place.key.range);
  const method = field &&
    name && { name, family: hyperoptFamily(node) ?? families[name], range: field.value.range };
  return { method, settings: node };
}

/** Hyperopt has three algorithms. */
function hyperoptFamily(node: MapNode): MethodFamily | undefined {
  const algorithm = child(node, 'algorithm');
  return algorithm?.kind === 'scalar' && algorithm.text === 'rand' ? 'random' : undefined;
}

/** Nothing lists a distribution, and Polyaxon's Gaussian process knows the bounds of a uniform one alone. */
export function checkMethod(
  reader: FieldReader,
  method: Method | undefined,
  parameters: readonly Parameter[],
): void {
  if (method?.family !== 'grid' && method?.family !== 'bayesian') return;
  const isGrid = method.family === 'grid';
  for (const { name, declared, tokens } of parameters) {
    const isDistribution = /uniform|normal|pchoice|pvalues/.test(declared.notation);
    if (!isDistribution || (!isGrid && declared.notation === 'uniform')) continue;
    const message = isGrid
      ? l10n.t('`{0}`: a grid cannot list {1}; use choice, range or linspace.', name, declared.notation)
      : l10n.t('`{0}`: Bayesian search takes uniform and listed values, not {1}.', name, declared.notation);
    reader.report(methodDomain, tokens.notation ?? tokens.name, message, { parameter: name });
  }
}

export function readBudget(reader: FieldReader, matrix: Matrix, { method, settings }: Search): Budget {
  const count = (at: MapEntry | undefined) =>
    reader.numberThat(at, value => Number.isInteger(value) && value >= 1, l10n.t('a whole number from 1 on'));
  return {
    trials: count(entry(settings, matrix.version === 0 ? 'n_experiments' : 'numRuns')),
    parallelTrials: count(entry(matrix.node, 'concurrency')),
    earlyStopping:
      method?.family === 'hyperband' ? readHyperband(reader, matrix, method, settings) : undefined,
  };
}

/** Iterations are in the unit of the `resource`; eta is 3 where nothing is said. */
function readHyperband(
  reader: FieldReader,
  { version }: Matrix,
  method: Method,
  settings: MapNode,
): EarlyStopping {
  const eta = reader.numberThat(entry(settings, 'eta'), value => value > 1, l10n.t('above 1'));
  return {
    name: method.name,
    family: 'hyperband',
    maxResource: reader.numberThat(
      entry(settings, version === 0 ? 'max_iter' : 'maxIterations'),
      value => value >= 1,
      l10n.t('1 or more'),
    ),
    reductionFactor: eta ?? { value: 3, range: method.range },
    range: method.range,
  };
}

export function readObjective(reader: FieldReader, { settings }: Search): Objective | undefined {
  const at = entry(settings, 'metric');
  if (at?.value.kind !== 'map') return undefined;
  const metric = reader.required(at.value, 'name', at.key.range);
  const optimization = entry(at.value, 'optimization');
  const goal = reader.oneOf(optimization, ['maximize', 'minimize']);
  const name = reader.text(metric);
  if (!metric || name === undefined || goal === undefined) return undefined;
  return { metric: name, goal, metricRange: metric.value.range, goalRange: optimization?.value.range };
}
