import * as l10n from '@vscode/l10n';
import { decadeCounts } from '../sampling/coverage';
import { fullGrid } from '../sampling/grid';
import { gridSize } from '../sampling/gridSize';
import { sampleSpace } from '../sampling/sampler';
import { varyingParameters } from '../sampling/configurations';
import { decadeShares, isContinuous } from '../space/distribution';
import { numericDomain } from '../space/domains';
import { isNumeric } from '../space/cumulative';
import type { DrawableParameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { empiricalQuantile, type Chance } from './samplingChance';
import { emptyDecades, type Design } from './samplingDesigns';
import type { SamplingOptions } from './samplingOptions';
import { wideParameters } from './samplingTables';

/** What the designs show, in the one or two sentences that matter most on this space. */
export function samplingAnswer(
  space: SearchSpace,
  options: SamplingOptions,
  designs: readonly Design[],
  seed: number,
  chance?: Chance,
): string {
  const random = designs.find(({ sampler }) => sampler === 'random');
  const sobol = designs.find(({ sampler }) => sampler === 'sobol');
  if (!random || !sobol) return '';
  return (
    repeatedAnswer(space, random, sobol) ??
    [
      emptyDecadesAnswer(space, random, sobol, seed) ??
        evennessAnswer(sobol, chance) ??
        coverageAnswer(random, sobol),
    ]
      .concat(gridAnswer(options, designs, random) ?? [])
      .join(' ')
  );
}

/** "64 trials: random leaves 2 of 4 decades of lr empty, Sobol 2; once it is log-scaled, Sobol fills 4 of 4." */
function emptyDecadesAnswer(
  space: SearchSpace,
  random: Design,
  sobol: Design,
  seed: number,
): string | undefined {
  const emptiest = wideParameters(varyingParameters(space))
    .filter(({ condition }) => !condition)
    .map(parameter => ({ parameter, empty: emptyDecades(parameter, random.trials) }))
    .reduce<{ parameter: DrawableParameter; empty: number } | undefined>(
      (most, candidate) => (candidate.empty > (most?.empty ?? 0) ? candidate : most),
      undefined,
    );
  if (!emptiest) return undefined;
  const { parameter, empty } = emptiest;
  const decades = formatNumber(decadeShares(parameter.domain).length);
  const [trials, sobolEmpty] = [random.trials.length, emptyDecades(parameter, sobol.trials)].map(
    formatNumber,
  );
  const filled = filledOnLogScale(space, parameter, sobol.trials.length, seed);
  return filled === undefined
    ? l10n.t(
        '{0} trials: random leaves {1} of {2} decades of {3} empty, Sobol {4}.',
        trials ?? '',
        formatNumber(empty),
        decades,
        parameter.name,
        sobolEmpty ?? '',
      )
    : l10n.t(
        '{0} trials: random leaves {1} of {2} decades of {3} empty, Sobol {4}; once it is log-scaled, Sobol fills {5} of {2}.',
        trials ?? '',
        formatNumber(empty),
        decades,
        parameter.name,
        sobolEmpty ?? '',
        formatNumber(filled),
      );
}

/** How many decades the same Sobol points reach when a linear parameter is drawn on a log scale instead. */
function filledOnLogScale(
  space: SearchSpace,
  { name, domain }: DrawableParameter,
  count: number,
  seed: number,
): number | undefined {
  if (!isNumeric(domain) || domain.scale !== 'linear' || domain.prior.kind !== 'uniform') return undefined;
  const { kind: type, low, high, step } = domain;
  const log = numericDomain({ type, low, high, step, scale: 'log' });
  if (!log) return undefined;
  const parameters = space.parameters.map(other => (other.name === name ? { ...other, domain: log } : other));
  const parameter = parameters.find(other => other.name === name);
  const trials = sampleSpace({ ...space, parameters }, 'sobol', count, seed);
  return decadeCounts({ ...parameter, domain } as DrawableParameter, trials).filter(seen => seen > 0).length;
}

/** "64 trials: Sobol is 12 times as even as the median random design." */
function evennessAnswer({ trials, discrepancy }: Design, chance?: Chance): string | undefined {
  if (discrepancy === undefined || !chance || chance.discrepancies.length === 0) return undefined;
  const times = empiricalQuantile(chance.discrepancies, 0.5) / discrepancy;
  if (!(times > 1)) return undefined;
  return l10n.t(
    '{0} trials: Sobol is {1} times as even as the median random design.',
    formatNumber(trials.length),
    formatNumber(times),
  );
}

function coverageAnswer(random: Design, sobol: Design): string {
  return l10n.t(
    '{0} trials: random covers {1} % of each parameter, Sobol {2} %.',
    formatNumber(random.trials.length),
    formatNumber(random.coverage * 100),
    formatNumber(sobol.coverage * 100),
  );
}

/** "64 trials: random repeats 43 of them, Sobol 40; the grid would try all 24 configurations once." */
function repeatedAnswer(space: SearchSpace, random: Design, sobol: Design): string | undefined {
  const count = random.trials.length;
  if (random.duplicates < count / 4) return undefined;
  const [trials, repeated, repeatedBySobol] = [count, random.duplicates, sobol.duplicates].map(formatNumber);
  const size = gridSize(space, fullGrid(space, Infinity));
  return size !== undefined && size <= count
    ? l10n.t(
        '{0} trials: random repeats {1} of them, Sobol {2}; a grid tries all {3} configurations once.',
        trials ?? '',
        repeated ?? '',
        repeatedBySobol ?? '',
        String(size),
      )
    : l10n.t(
        '{0} trials: random repeats {1} of them, Sobol {2}.',
        trials ?? '',
        repeated ?? '',
        repeatedBySobol ?? '',
      );
}

/** "The grid tries only 4 values of lr, random 64." */
function gridAnswer({ x }: SamplingOptions, designs: readonly Design[], random: Design): string | undefined {
  const grid = designs.find(({ sampler }) => sampler === 'grid');
  if (!grid || !isContinuous(x.domain) || grid.distinct >= random.distinct) return undefined;
  return l10n.t(
    'The grid tries only {0} values of {1}, random {2}.',
    formatNumber(grid.distinct),
    x.name,
    formatNumber(random.distinct),
  );
}
