import * as l10n from '@vscode/l10n';
import { themeColour } from '../report/theme';

/** Layers that the charts of one and of two parameters share; `x` and `y` are the encodings of the chart. */

type Layer = Readonly<Record<string, unknown>>;

export const atIteration = { filter: 'datum.iteration === iteration' } as const;
const upToIteration = { filter: 'datum.trial <= iteration' } as const;

const star =
  'M0,-1 L0.24,-0.32 L0.95,-0.31 L0.38,0.12 L0.59,0.81 L0,0.4 L-0.59,0.81 L-0.38,0.12 L-0.95,-0.31 L-0.24,-0.32 Z';

/** A halo keeps marks apart from whatever they lie on. */
const halo = { stroke: themeColour.background, strokeWidth: 1.5 } as const;

export function trialLayer(x: Layer, y: Layer, tooltip: readonly Layer[]): Layer {
  return {
    data: { name: 'trials' },
    transform: [upToIteration],
    mark: { type: 'point', filled: true, size: 55, opacity: 1, color: themeColour.foreground, ...halo },
    encoding: {
      x,
      y,
      tooltip: [{ field: 'trial', type: 'quantitative', title: l10n.t('Trial') }, ...tooltip],
    },
  };
}

export function incumbentLayer(x: Layer, y: Layer): Layer {
  return {
    data: { name: 'incumbent' },
    transform: [atIteration],
    mark: {
      type: 'point',
      filled: true,
      shape: star,
      size: 110,
      opacity: 1,
      color: themeColour.highlight,
      ...halo,
    },
    encoding: { x, y },
  };
}

export function nextLayer(x: Layer, y: Layer): Layer {
  return {
    data: { name: 'next' },
    transform: [atIteration],
    mark: {
      type: 'point',
      filled: true,
      shape: 'diamond',
      size: 190,
      opacity: 1,
      color: themeColour.danger,
      ...halo,
    },
    encoding: { x, y },
  };
}
