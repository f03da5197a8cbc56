import * as l10n from '@vscode/l10n';
import type { OptionValue } from '../report/report';
import { varyingParameters } from '../sampling/configurations';
import { displayAxis } from '../space/displayAxis';
import { decadeShares, levelCount } from '../space/distribution';
import { isNumeric } from '../space/cumulative';
import type { DrawableParameter, SearchSpace } from '../space/searchSpace';
import type { Control } from './demo';

export interface SamplingOptions {
  readonly count: number;
  readonly x: DrawableParameter;
  /** Absent: trials are shown in the order in which they are run. */
  readonly y?: DrawableParameter | undefined;
  /** Values of each parameter that the grid tries; absent: as many as the trials afford. */
  readonly gridLevels?: number | undefined;
}

/** No parameter is called this in any format. */
const inOrder = ':order';
const affordable = 'affordable';

export function samplingControls(space: SearchSpace): Control[] {
  const [x, y] = mostTelling(space);
  const parameters = varyingParameters(space).map(({ name }) => ({ value: name, label: name }));
  const count: Control = {
    kind: 'number',
    id: 'count',
    label: l10n.t('Trials'),
    min: 4,
    max: 512,
    step: 1,
    value: 64,
  };
  if (!x) return [count];
  const order = { value: inOrder, label: l10n.t('Order of trials') };
  return [
    count,
    { kind: 'choice', id: 'x', label: l10n.t('Across'), choices: parameters, value: x.name },
    {
      kind: 'choice',
      id: 'y',
      label: l10n.t('Up'),
      choices: [...parameters, order],
      value: y?.name ?? inOrder,
    },
    {
      kind: 'choice',
      id: 'gridLevels',
      label: l10n.t('Grid levels'),
      choices: [
        { value: affordable, label: l10n.t('As many as the trials afford') },
        ...['2', '3', '4', '5', '10'].map(value => ({ value, label: value })),
      ],
      value: affordable,
    },
  ];
}

/** What the controls' values mean on a space, undefined when nothing varies in it. */
export function samplingOptions(
  space: SearchSpace,
  options: Readonly<Record<string, OptionValue>>,
): SamplingOptions | undefined {
  const parameters = varyingParameters(space);
  const named = (name: OptionValue | undefined) => parameters.find(parameter => parameter.name === name);
  const x = named(options['x']);
  if (!x) return undefined;
  const gridLevels = Number(options['gridLevels']);
  return {
    count: Number(options['count']),
    x,
    y: named(options['y']),
    gridLevels: Number.isFinite(gridLevels) ? gridLevels : undefined,
  };
}

/** The two parameters on which samplers differ most: wide ranges first, then continuous, then many-valued ones. */
function mostTelling(space: SearchSpace): DrawableParameter[] {
  const ranked = varyingParameters(space).map((parameter, place) => ({
    parameter,
    place,
    score: tells(parameter),
  }));
  ranked.sort((a, b) => b.score - a.score || a.place - b.place);
  return ranked.slice(0, 2).map(({ parameter }) => parameter);
}

function tells({ domain, condition }: DrawableParameter): number {
  const always = condition ? 0 : 1000;
  if (!isNumeric(domain)) return always + Math.min(levelCount(domain), 50) / 10;
  const decades = displayAxis(domain).log ? decadeShares(domain).length : 0;
  const hidden = decades > 0 && domain.scale === 'linear' ? 15 : 0;
  return always + 100 + 10 * decades + hidden + Math.min(levelCount(domain), 50) / 10;
}
