import * as l10n from '@vscode/l10n';
import { levelCount } from '../../space/distribution';
import type { Budget, Method, Parameter, SearchSpace } from '../../space/searchSpace';
import type { Format } from '../format';
import { overlaps, rootsOf, type Root } from '../python/expressionSpaces';
import { Reading } from '../python/reading';
import { named } from '../python/spaces';
import { distributionsIn, readConfiguration } from './configuration';
import { distributionOf } from './distributions';
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
    return named(
      roots.map(root => spaceOf(text, root, runs)),
      'ray-python',
    );
  },
};

function spaceOf(text: string, root: Root, runs: readonly Run[]): SearchSpace {
  const reading = new Reading(text, 'Ray Tune');
  const parameters = readConfiguration(reading, root.thunk);
  const run = runs.find(({ space }) => space && overlaps(distributionsIn(space), root.declarations));
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
