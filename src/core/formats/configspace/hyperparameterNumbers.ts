import * as l10n from '@vscode/l10n';
import type { Declared, Domain } from '../../space/domain';
import type { Stated } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { child, entry, type MapNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { drawnNumber, rounded } from './drawn';
import type { HyperparameterType } from './hyperparameterTypes';
import { roundedBound } from './rules';

export interface Content {
  readonly declared: Declared;
  readonly domain: Domain | undefined;
}

/** A uniform, normal or beta hyperparameter. */
export function readNumber(
  reader: FieldReader,
  map: MapNode,
  type: HyperparameterType,
  parameter: string,
): Content {
  const field = (key: string) => reader.number(entry(map, key), parameter);
  const positive = (key: string) =>
    reader.numberThat(entry(map, key), value => value > 0, l10n.t('above 0'), parameter);
  const atLeastOne = (key: string) =>
    reader.numberThat(
      entry(map, key),
      value => value >= 1,
      l10n.t('at least 1, so that the density is finite'),
      parameter,
    );
  const [lower, upper] = [field('lower'), field('upper')];
  const logNode = child(map, 'log');
  const log = logNode?.kind === 'scalar' && reader.value(logNode) === true;
  const isNormal = type.shape === 'normal';
  const mu = isNormal ? (log ? positive('mu') : field('mu')) : undefined;
  const sigma = isNormal ? positive('sigma') : undefined;
  const [alpha, beta] = type.shape === 'beta' ? [atLeastOne('alpha'), atLeastOne('beta')] : [];
  const number = type.number ?? 'float';
  const declared: Declared = {
    notation: type.name,
    type: number,
    scale: log ? 'log' : 'linear',
    bounds: 'values',
    low: lower?.value,
    high: upper?.value,
    mean: mu?.value,
    standardDeviation: sigma?.value,
  };
  if (number === 'float') checkRounding(reader, [lower, upper], log, parameter);
  const complete =
    (type.shape !== 'normal' || (mu && sigma)) &&
    (type.shape !== 'beta' || (alpha && beta)) &&
    lower &&
    upper;
  return {
    declared,
    domain: complete
      ? drawnNumber({
          type: number,
          lower: lower.value,
          upper: upper.value,
          log,
          mu: mu?.value,
          sigma: sigma?.value,
          alpha: alpha?.value,
          beta: beta?.value,
        })
      : undefined,
  };
}

function checkRounding(
  reader: FieldReader,
  bounds: readonly (Stated | undefined)[],
  log: boolean,
  parameter: string,
): void {
  for (const bound of bounds) {
    if (bound === undefined) continue;
    const { value, range } = bound;
    const taken = rounded(value);
    if (Math.abs(taken - value) <= 1e-6 * Math.abs(value)) continue;
    const message = l10n.t(
      '`{0}`: ConfigSpace rounds to 13 decimal places and takes {1} for {2}; search a multiple of it, or its logarithm.',
      parameter,
      formatNumber(taken),
      formatNumber(value),
    );
    reader.report(roundedBound, range, message, {
      parameter,
      severity: log && taken <= 0 ? 'error' : 'warning',
    });
  }
}
