import * as l10n from '@vscode/l10n';
import type { AcquisitionId } from '../acquisition/acquisitionFunction';
import { objectives } from '../objectives/objectives';
import { onUnitCube, type UnitObjective } from '../objectives/testFunction';
import type { OptionValue } from '../report/report';
import { axesOf, type Axis } from '../search/axis';
import { heldValues, withoutInactive } from '../search/heldValues';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { DemoError, type Control } from './demo';

/** What the controls have decided. */
export interface AcquisitionSetup {
  readonly space: SearchSpace;
  /** One or two. */
  readonly axes: readonly Axis[];
  readonly held: Configuration;
  readonly objective: UnitObjective;
  readonly objectiveLabel: string;
  readonly acquisition: AcquisitionId;
  readonly trials: number;
  /** Standard deviation of the noise on a loss, as a share of the standard deviation of the losses over the axes. */
  readonly relativeNoise: number;
}

/** A power of two, at which a Sobol sequence is balanced. */
export const initialTrials = 4;

const noSecondAxis = '';

export function acquisitionControls(space: SearchSpace): readonly Control[] {
  const axes = axesOf(space);
  const first = preferredAxis(axes);
  if (first === undefined) return [];
  const names = axes.map(({ name }) => ({ value: name, label: name }));
  return [
    { kind: 'choice', id: 'x', label: l10n.t('Parameter'), choices: names, value: first.name },
    {
      kind: 'choice',
      id: 'y',
      label: l10n.t('Second parameter'),
      choices: [{ value: noSecondAxis, label: l10n.t('none') }, ...names],
      value: noSecondAxis,
    },
    {
      kind: 'choice',
      id: 'objective',
      label: l10n.t('Objective'),
      choices: objectives.map(({ id, label }) => ({ value: id, label: label() })),
      value: 'learning-rate-valley',
    },
    {
      kind: 'choice',
      id: 'acquisition',
      label: l10n.t('Acquisition'),
      choices: acquisitionLabels(),
      value: 'expected-improvement',
    },
    {
      kind: 'number',
      id: 'trials',
      label: l10n.t('Trials'),
      min: initialTrials + 1,
      max: 30,
      step: 1,
      value: 12,
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
  ];
}

export function acquisitionLabels(): { readonly value: AcquisitionId; readonly label: string }[] {
  return [
    { value: 'expected-improvement', label: l10n.t('Expected improvement') },
    { value: 'probability-of-improvement', label: l10n.t('Probability of improvement') },
    { value: 'confidence-bound', label: l10n.t('Confidence bound (UCB, β = 4)') },
    { value: 'thompson', label: l10n.t('Thompson sampling') },
  ];
}

export function acquisitionLabel(id: AcquisitionId): string {
  return acquisitionLabels().find(({ value }) => value === id)?.label ?? id;
}

/** @throws DemoError when the space has no numeric parameter. */
export function acquisitionSetup(
  space: SearchSpace,
  options: Readonly<Record<string, OptionValue>>,
): AcquisitionSetup {
  const all = axesOf(space);
  const x = all.find(({ name }) => name === options['x']) ?? preferredAxis(all);
  if (x === undefined) {
    throw new DemoError(
      l10n.t(
        'A Gaussian process needs a parameter with an order and a distance, and this space has none. Give one a low and a high instead of a list of values.',
      ),
    );
  }
  const y = all.find(({ name }) => name === options['y'] && name !== x.name);
  const axes = y === undefined ? [x] : [x, y];
  const chosen = objectives.find(({ id }) => id === options['objective']) ?? objectives[0];
  if (chosen === undefined) throw new RangeError('There is no objective.');
  return {
    space,
    axes,
    held: heldOutside(space, axes),
    objective: onUnitCube(chosen.function(axes.length), axes.length),
    objectiveLabel: chosen.label(),
    acquisition:
      acquisitionLabels().find(({ value }) => value === options['acquisition'])?.value ??
      'expected-improvement',
    trials: Number(options['trials']),
    relativeNoise: Number(options['noise']),
  };
}

/** What searching one logarithmic parameter shows best; else the first. */
function preferredAxis(axes: readonly Axis[]): Axis | undefined {
  return axes.find(({ domain, condition }) => domain.scale === 'log' && !condition) ?? axes[0];
}

/** The held values that are active together with the searched parameters at their middle. */
function heldOutside(space: SearchSpace, axes: readonly Axis[]): Configuration {
  const held = heldValues(space, axes);
  const middle = heldValues({ ...space, parameters: axes }, []);
  const active = withoutInactive(space, new Map([...held, ...middle]));
  return new Map([...held].filter(([name]) => active.has(name)));
}
