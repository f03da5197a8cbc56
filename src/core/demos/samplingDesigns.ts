import * as l10n from '@vscode/l10n';
import { randomStream } from '../numeric/random';
import { unitPoints, varyingParameters } from '../sampling/configurations';
import { coverage, decadeCounts, distinctValues } from '../sampling/coverage';
import { discrepancySteps } from '../sampling/discrepancy';
import { countDuplicates } from '../sampling/duplicates';
import { balancedGrid, thinnedGrid } from '../sampling/grid';
import { configurations, samplers, type SamplerName } from '../sampling/sampler';
import type { Configuration, DrawableParameter, SearchSpace } from '../space/searchSpace';
import type { SamplingOptions } from './samplingOptions';

/** What one sampler drew and how it spread over the space. */
export interface Design {
  readonly sampler: SamplerName;
  readonly trials: readonly Configuration[];
  /** Squared centred discrepancy over the parameters that are always active; undefined when there are none. */
  readonly discrepancy?: number | undefined;
  readonly duplicates: number;
  /** Mean share of each parameter that was tried. */
  readonly coverage: number;
  /** Different values of the parameter shown across. */
  readonly distinct: number;
}

export function samplerLabel(sampler: SamplerName): string {
  switch (sampler) {
    case 'grid':
      return l10n.t('Grid');
    case 'random':
      return l10n.t('Random');
    case 'latin-hypercube':
      return l10n.t('Latin hypercube');
    case 'sobol':
      return l10n.t('Sobol');
    case 'halton':
      return l10n.t('Halton');
  }
}

/** One design for each sampler, in the order in which they are shown. */
export function* drawDesigns(
  space: SearchSpace,
  options: SamplingOptions,
  seed: number,
): Generator<void, Design[]> {
  const designs: Design[] = [];
  for (const sampler of samplers) {
    const trials = yield* drawTrials(space, sampler, options, seed);
    const { discrepancy, coverage } = yield* spread(space, trials);
    const distinct = distinctValues(options.x.name, trials);
    designs.push({ sampler, trials, discrepancy, coverage, duplicates: countDuplicates(trials), distinct });
  }
  return designs;
}

export function* drawTrials(
  space: SearchSpace,
  sampler: SamplerName,
  { count, gridLevels }: Pick<SamplingOptions, 'count' | 'gridLevels'>,
  seed: number | string,
): Generator<void, Configuration[]> {
  const stream = randomStream(seed).substream(sampler);
  const grid = gridLevels === undefined ? balancedGrid(space, count) : thinnedGrid(space, gridLevels);
  const trials: Configuration[] = [];
  for (const trial of configurations(space, sampler, count, stream, grid)) {
    trials.push(trial);
    if (trials.length % 16 === 0) yield;
  }
  return trials;
}

/** Evenness over the parameters that are always active, and coverage over all that vary. */
export function* spread(
  space: SearchSpace,
  trials: readonly Configuration[],
): Generator<void, { discrepancy: number | undefined; coverage: number }> {
  const varying = varyingParameters(space);
  const always = varying.filter(({ condition }) => !condition);
  let covered = 0;
  for (const parameter of varying) {
    covered += coverage(parameter, trials) / varying.length;
    yield;
  }
  const even = always.length > 0 && trials.length > 0;
  const discrepancy = even ? yield* discrepancySteps('centred', unitPoints(trials, always)) : undefined;
  return { discrepancy, coverage: covered };
}

export function emptyDecades(parameter: DrawableParameter, trials: readonly Configuration[]): number {
  return decadeCounts(parameter, trials).filter(count => count === 0).length;
}
