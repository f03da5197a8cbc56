import * as l10n from '@vscode/l10n';
import type { SearchSpace } from '../../space/searchSpace';
import type { Format } from '../format';
import { overlaps, rootsOf, type Root } from '../python/expressionSpaces';
import { Reading } from '../python/reading';
import { named } from '../python/spaces';
import { declarationsIn, signatureOf } from './expressions';
import { minimisationsOf, type Minimisation } from './fmin';
import { SpaceReader } from './space';

/** Stochastic expressions of Hyperopt: whatever has `hp.uniform(…)` and its siblings in it. */
export const hyperoptPython: Format = {
  id: 'hyperopt-python',
  get label() {
    return l10n.t('Hyperopt space');
  },
  recognise: ({ text, python }) =>
    /\bhyperopt\b|\bhp\s*\.\s*\w*(?:uniform|normal|choice|randint)/.test(text) &&
    python?.routines.some(({ calls, environment }) => calls.some(call => signatureOf(call, environment)))
      ? 1
      : 0,
  read({ text, python }) {
    const routines = python?.routines ?? [];
    const runs = minimisationsOf(new Reading(text, 'Hyperopt'), routines);
    const roots = rootsOf(routines, declarationsIn);
    return named(
      roots.map(root => spaceOf(text, root, runs)),
      'hyperopt-python',
    );
  },
};

function spaceOf(text: string, root: Root, runs: readonly Minimisation[]): SearchSpace {
  const reading = new Reading(text, 'Hyperopt');
  const reader = new SpaceReader(reading);
  reader.read(root.thunk);
  const run = runs.find(({ space }) => space && overlaps(declarationsIn(space), root.declarations));
  return {
    format: 'hyperopt-python',
    name: root.name,
    dialect: 'python',
    parameters: reader.list.parameters,
    forbidden: [],
    method: run?.method,
    budget: { trials: run?.trials },
    range: root.range,
    findings: reading.findings,
  };
}
