import * as l10n from '@vscode/l10n';
import type { Thunk } from '../../python/environment';
import { levelCount } from '../../space/distribution';
import type { Budget, Method, Parameter, SearchSpace } from '../../space/searchSpace';
import type { Format } from '../format';
import { overlaps, rootsOf, type Root } from '../python/expressionSpaces';
import { Reading } from '../python/reading';
import { named } from '../python/spaces';
import { distributionsIn, readConfiguration } from './configuration';
import { distributionOf } from './distributions';
import { readMutations } from './population';
import { reportsOnce } from './reportsOnce';
import { runsOf, settingsOf, type Run } from './tuner';

/** Search spaces of Ray Tune: dictionaries with `tune.uniform(…)` and its siblings in them. */
export const rayPython: Format = {
  id: 'ray-python',
  get label() {
    return l10n.t('Ray Tune space');
  },
  recognise: ({ text, python }) =>
    /\btune\b/.test(text) &&
    python?.routines.some(({ calls, environment }) => calls.some(call => distributionOf(call, environment)))
      ? 1
      : 0,
  read({ text, python }) {
    const routines = python?.routines ?? [];
    const runs = runsOf(new Reading(text, 'Ray Tune'), routines);
    const roots = rootsOf(routines, distributionsIn);
    const isSpace = (root: Root): boolean => runs.some(({ space }) => holds(space, root));
    const isPart = (root: Root): boolean =>
      runs.some(
        ({ space, mutations }) =>
          holds(mutations?.dictionary, root) &&
          !holds(space, root) &&
          roots.some(other => holds(space, other)),
      );
    return named(
      roots.filter(root => isSpace(root) || !isPart(root)).map(root => spaceOf(text, root, runs)),
      'ray-python',
    );
  },
};

function holds(thunk: Thunk | undefined, { declarations }: Root): boolean {
  return thunk !== undefined && overlaps(distributionsIn(thunk), declarations);
}

function spaceOf(text: string, root: Root, runs: readonly Run[]): SearchSpace {
  const reading = new Reading(text, 'Ray Tune');
  const run =
    runs.find(({ space }) => holds(space, root)) ??
    runs.find(({ mutations }) => holds(mutations?.dictionary, root));
  const parameters = run?.mutations
    ? changing(readConfiguration(reading, run.space ?? root.thunk), readMutations(reading, run.mutations))
    : readConfiguration(reading, root.thunk);
  const grids = parameters.filter(({ declared }) => declared.notation === 'grid_search');
  const gridSize = grids.reduce((product, { domain }) => product * (domain ? levelCount(domain) : 1), 1);
  const settings = run && settingsOf(reading, run, gridSize);
  return {
    format: 'ray-python',
    name: root.name,
    dialect: 'python',
    parameters,
    forbidden: [],
    objective: settings?.objective,
    method: settings?.method ?? gridMethod(parameters),
    budget: settings ? withSignal(settings.budget, run?.trains, text) : {},
    range: root.range,
    findings: reading.findings,
  };
}

/**
 * What a population changes and begins with one value, or draws because the configuration has none (`pbt.py`,
 * `fill_config`), varies as well.
 */
function changing(own: readonly Parameter[], changed: readonly Parameter[]): Parameter[] {
  const byName = new Map(own.map(parameter => [parameter.name, parameter]));
  for (const parameter of changed) {
    const first = byName.get(parameter.name)?.domain;
    if (first && first.kind !== 'constant') continue;
    byName.set(parameter.name, first ? { ...parameter, default: first.value } : parameter);
  }
  return [...byName.values()];
}

function withSignal(budget: Budget, trains: Run['trains'], text: string): Budget {
  const { earlyStopping } = budget;
  const isSilent = earlyStopping && trains?.kind === 'function' && reportsOnce(trains, text);
  return isSilent ? { ...budget, earlyStopping: { ...earlyStopping, isReported: false } } : budget;
}

/** Without a search algorithm Ray Tune tries every combination of what is under `grid_search`. */
function gridMethod(parameters: readonly Parameter[]): Method | undefined {
  const searched = parameters.filter(({ declared }) => declared.type !== 'constant');
  const [first] = searched;
  const isGrid = searched.every(({ declared }) => declared.notation === 'grid_search');
  if (!first || !isGrid) return undefined;
  return { name: 'grid_search', family: 'grid', range: first.tokens.notation ?? first.tokens.name };
}
