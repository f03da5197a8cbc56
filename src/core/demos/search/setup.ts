import * as l10n from '@vscode/l10n';
import { spaceObjectives, type SpaceObjectiveChoice } from '../../objectives/spaceObjectives';
import type { SearchMethod } from '../../search/method';
import { searchMethods } from '../../search/methods';
import type { SearchSpace } from '../../space/searchSpace';
import type { Control, DemoInput } from '../demo';
import { requireVarying } from '../demoReport';

/** What the controls have decided. */
export interface Setup {
  readonly space: SearchSpace;
  readonly objective: SpaceObjectiveChoice;
  readonly trials: number;
  /** Standard deviation of the noise on a loss, as a share of the spread of the losses over the space. */
  readonly noise: number;
  /** Random search first; the slow one last, so that there soon is something to see. */
  readonly entries: readonly Entry[];
}

/** A method that takes part, and how often. */
export interface Entry {
  readonly method: SearchMethod;
  readonly runs: number;
}

const usualTrials = 60;
const mostTrials = 150;
const order = ['random', 'grid', 'qmc', 'tpe', 'gp'];

export function searchControls({ budget }: SearchSpace): Control[] {
  const trials = Math.min(100, Math.max(10, Math.round(budget.trials?.value ?? usualTrials)));
  const flag = (id: string): Control => ({ kind: 'flag', id, label: methodName(id), value: true });
  return [
    {
      kind: 'choice',
      id: 'objective',
      label: l10n.t('Objective'),
      choices: spaceObjectives.map(({ id, label }) => ({ value: id, label: label() })),
      value: 'conditional-valley',
    },
    {
      kind: 'number',
      id: 'trials',
      label: l10n.t('Trials'),
      min: 10,
      max: mostTrials,
      step: 1,
      value: trials,
    },
    { kind: 'number', id: 'runs', label: l10n.t('Seeds'), min: 3, max: 25, step: 2, value: 11 },
    {
      kind: 'number',
      id: 'gpRuns',
      label: l10n.t('Seeds of the Gaussian process (slow)'),
      min: 0,
      max: 25,
      step: 1,
      value: trials > usualTrials ? 3 : 5,
    },
    {
      kind: 'number',
      id: 'noise',
      label: l10n.t('Noise (share of the losses’ spread)'),
      min: 0,
      max: 1,
      step: 0.05,
      value: 0.05,
    },
    ...['grid', 'qmc', 'tpe'].map(flag),
  ];
}

/** @throws DemoError when there is nothing to search. */
export function searchSetup({ space, options }: DemoInput): Setup {
  requireVarying(space);
  const objective = spaceObjectives.find(({ id }) => id === options['objective']);
  if (objective === undefined) throw new RangeError('There is no such objective.');
  const trials = Number(options['trials']);
  const runs = Number(options['runs']);
  const runsOf = (id: string): number =>
    id === 'gp' ? Math.min(runs, Number(options['gpRuns'])) : options[id] === false ? 0 : runs;
  const methods = searchMethods(trials);
  const entries = order
    .flatMap(id => methods.find(method => method.id === id) ?? [])
    .map(method => ({ method, runs: runsOf(method.id) }))
    .filter(({ runs }) => runs > 0);
  return { space, objective, trials, noise: Number(options['noise']), entries };
}

/** Short enough for an axis. */
export function methodName(id: string): string {
  switch (id) {
    case 'random':
      return l10n.t('Random');
    case 'grid':
      return l10n.t('Grid');
    case 'qmc':
      return l10n.t('Sobol');
    case 'tpe':
      return l10n.t('Parzen (TPE)');
    default:
      return l10n.t('Gaussian process');
  }
}
