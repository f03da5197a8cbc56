import * as l10n from '@vscode/l10n';
import { decadeOf } from '../space/decades';
import { displayAxis } from '../space/displayAxis';
import { isNumeric } from '../space/cumulative';
import type { Configuration, DrawableParameter } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { shorten } from '../text/shorten';

/** How one direction of a chart shows trials: a Vega-Lite encoding without its field, and each trial's place in it. */
export interface ShownAxis {
  readonly name: string;
  readonly encoding: Readonly<Record<string, unknown>>;
  /** Null where the parameter is inactive. */
  place(trial: Configuration, index: number): number | string | null;
}

/** The axis of a parameter: logarithmic where it spans decades, bands for choices. */
export function parameterShown({ name, domain }: DrawableParameter): ShownAxis {
  const title = shorten(name, 60);
  if (isNumeric(domain)) {
    const { low, high, log } = displayAxis(domain);
    const powers = log ? powersOfTen(low, high) : [];
    const extreme = high >= 1e6 || low <= -1e6 || (log ? low < 1e-3 : high - low < 1e-3);
    return {
      name,
      encoding: {
        type: 'quantitative',
        title,
        scale: {
          ...(log ? { type: 'log' } : { type: 'linear', zero: false }),
          domain: [low, high],
          nice: false,
          padding: 4,
        },
        axis: {
          format: extreme ? '~e' : '.3~r',
          labelOverlap: 'greedy',
          ...(domain.kind === 'integer' ? { tickMinStep: 1 } : {}),
          // The lines between powers of ten would hide the points.
          ...(powers.length >= 2 ? { values: powers } : { tickCount: 5 }),
        },
      },
      place: trial => {
        const value = trial.get(name);
        return typeof value === 'number' ? value : null;
      },
    };
  }
  const labels =
    domain.kind === 'constant' ? [choiceLabel(domain.value)] : domain.choices.map(({ label }) => label);
  return {
    name,
    encoding: {
      type: 'nominal',
      title,
      scale: { domain: labels.map(label => shorten(label, 60)) },
      axis: { labelLimit: 80, labelOverlap: true },
    },
    place: trial => {
      const value = trial.get(name);
      return value === undefined ? null : shorten(choiceLabel(value), 60);
    },
  };
}

/** The place of a trial in the order in which they are run, from 1. */
export function orderShown(count: number): ShownAxis {
  return {
    name: l10n.t('Trial'),
    encoding: {
      type: 'quantitative',
      title: l10n.t('Trial'),
      scale: { domain: [0, count + 1], nice: false },
      axis: { tickCount: 5 },
    },
    place: (_, index) => index + 1,
  };
}

function powersOfTen(low: number, high: number): number[] {
  const powers: number[] = [];
  for (let exponent = decadeOf(low); Number(`1e${exponent}`) <= high; exponent++) {
    const power = Number(`1e${exponent}`);
    if (power >= low) powers.push(power);
  }
  return powers;
}
