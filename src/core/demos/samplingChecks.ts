import * as l10n from '@vscode/l10n';
import { chiSquareSurvival } from '../numeric/chiSquare';
import type { CheckResult } from '../report/report';
import { decadeCounts } from '../sampling/coverage';
import { varyingParameters } from '../sampling/configurations';
import { isActive, isForbidden } from '../space/conditions';
import { canDraw, decadeShares, isContinuous, toUnit } from '../space/distribution';
import type { Configuration, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { empiricalQuantile, type Chance } from './samplingChance';
import type { Design } from './samplingDesigns';
import { wideParameters } from './samplingTables';

/** What must hold of the draws, and what a reader should know about them. */
export function samplingChecks(
  space: SearchSpace,
  designs: readonly Design[],
  chance: Chance,
): CheckResult[] {
  const random = designs.find(({ sampler }) => sampler === 'random');
  const sobol = designs.find(({ sampler }) => sampler === 'sobol');
  const hypercube = designs.find(({ sampler }) => sampler === 'latin-hypercube');
  if (!random || !sobol || !hypercube) return [];
  return [
    insideDomains(space, designs),
    activeOnly(space, designs),
    ...wideParameters(varyingParameters(space)).map(parameter => decadesAsExpected(parameter, random)),
    oneInEachSlice(space, hypercube),
    moreEvenThanChance(space, sobol, chance),
    powerOfTwo(sobol),
    duplicatesAsExpected(random, chance),
  ];
}

function insideDomains(space: SearchSpace, designs: readonly Design[]): CheckResult {
  const parameters = varyingParameters(space);
  let drawn = 0;
  let outside = 0;
  for (const trial of designs.flatMap(({ trials }) => trials)) {
    for (const { name, domain } of parameters) {
      const value = trial.get(name);
      if (value === undefined) continue;
      drawn++;
      if (!canDraw(domain, value)) outside++;
    }
  }
  return {
    name: l10n.t('Every draw lies in its domain'),
    status: outside === 0 ? 'PASS' : 'FAIL',
    message: l10n.t('{0} of {1} values lie outside.', formatNumber(outside), formatNumber(drawn)),
    value: outside,
    target: 0,
    tolerance: 0,
  };
}

function activeOnly(space: SearchSpace, designs: readonly Design[]): CheckResult {
  const name = l10n.t('Conditions are respected and nothing forbidden is drawn');
  const conditional = space.parameters.filter(({ condition }) => condition);
  if (conditional.length === 0 && space.forbidden.length === 0) {
    return {
      name,
      status: 'NOT_APPLICABLE',
      message: l10n.t('Every parameter is always active and no combination is forbidden.'),
    };
  }
  const trials = designs.flatMap(design => design.trials);
  const wrong = trials.filter(trial => isForbidden(space, trial) || !isConsistent(space, trial)).length;
  return {
    name,
    status: wrong === 0 ? 'PASS' : 'FAIL',
    message: l10n.t('{0} of {1} trials break one.', formatNumber(wrong), formatNumber(trials.length)),
    value: wrong,
    target: 0,
    tolerance: 0,
  };
}

function isConsistent(space: SearchSpace, trial: Configuration): boolean {
  return space.parameters.every(({ name, domain, condition }) => {
    const active = domain !== undefined && (!condition || isActive(condition, trial));
    return trial.has(name) === active;
  });
}

/** Below this p-value a deviation is no longer put down to chance. */
const implausible = 0.001;
/** The least expected count for which χ² is a fair approximation. */
const leastExpected = 5;

function decadesAsExpected(parameter: DrawableParameter, { trials }: Design): CheckResult {
  const name = l10n.t('Random draws of {0} fall into its decades as its distribution says', parameter.name);
  const counts = decadeCounts(parameter, trials);
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  const cells = mergedCells(
    decadeShares(parameter.domain).map(({ share }, i) => ({ seen: counts[i] ?? 0, expected: share * drawn })),
  );
  if (cells.length < 2) {
    const message = l10n.t(
      'Fewer than two decades expect {0} of {1} trials, which χ² needs.',
      formatNumber(leastExpected),
      formatNumber(drawn),
    );
    return { name, status: 'NOT_APPLICABLE', message, parameter: parameter.name };
  }
  const statistic = cells.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0);
  const p = chiSquareSurvival(statistic, cells.length - 1);
  return {
    name,
    status: p >= implausible ? 'PASS' : 'WARN',
    message: l10n.t(
      'χ² = {0} with {1} degrees of freedom, p = {2}.',
      formatNumber(statistic),
      formatNumber(cells.length - 1),
      formatNumber(p),
    ),
    value: p,
    target: implausible,
    parameter: parameter.name,
  };
}

interface Cell {
  readonly seen: number;
  readonly expected: number;
}

/** Neighbours joined until each expects enough; what is left over joins the last. */
function mergedCells(cells: readonly Cell[]): Cell[] {
  const join = (a: Cell, b: Cell): Cell => ({ seen: a.seen + b.seen, expected: a.expected + b.expected });
  const merged: Cell[] = [];
  let open: Cell = { seen: 0, expected: 0 };
  for (const cell of cells) {
    open = join(open, cell);
    if (open.expected < leastExpected) continue;
    merged.push(open);
    open = { seen: 0, expected: 0 };
  }
  const last = merged.pop();
  return last ? [...merged, join(last, open)] : [];
}

function oneInEachSlice(space: SearchSpace, { trials }: Design): CheckResult {
  const name = l10n.t('The Latin hypercube has one trial in each slice of every parameter');
  const continuous = varyingParameters(space).filter(
    ({ domain, condition }) => !condition && isContinuous(domain),
  );
  if (continuous.length === 0 || space.forbidden.length > 0) {
    const message =
      continuous.length === 0
        ? l10n.t('No continuous parameter is always active.')
        : l10n.t('Some trials were drawn again because they were forbidden.');
    return { name, status: 'NOT_APPLICABLE', message };
  }
  const count = trials.length;
  const missed = continuous.map(({ name, domain }) => {
    const slices = trials.map(trial =>
      Math.floor(toUnit(domain, trial.get(name) ?? null) * count * (1 + 1e-12)),
    );
    return count - new Set(slices).size;
  });
  const value = missed.reduce((sum, slices) => sum + slices, 0);
  return {
    name,
    status: value === 0 ? 'PASS' : 'FAIL',
    message: l10n.t(
      '{0} of {1} slices of {2} continuous parameters are empty.',
      formatNumber(value),
      formatNumber(count * continuous.length),
      formatNumber(continuous.length),
    ),
    value,
    target: 0,
    tolerance: 0,
  };
}

function moreEvenThanChance(
  space: SearchSpace,
  { discrepancy }: Design,
  { discrepancies, repetitions }: Chance,
): CheckResult {
  const name = l10n.t('Sobol is more even than chance');
  if (discrepancy === undefined || discrepancies.length === 0) {
    return { name, status: 'NOT_APPLICABLE', message: l10n.t('No parameter is always active.') };
  }
  if (space.forbidden.length > 0) {
    const message = l10n.t('Where combinations are forbidden, filling the space evenly is not the aim.');
    return { name, status: 'NOT_APPLICABLE', message };
  }
  const target = empiricalQuantile(discrepancies, 0.05);
  return {
    name,
    status: discrepancy < target ? 'PASS' : 'WARN',
    message: l10n.t(
      'Centred discrepancy {0}; the most even twentieth of {1} random designs begins at {2}.',
      formatNumber(discrepancy),
      formatNumber(repetitions),
      formatNumber(target),
    ),
    value: discrepancy,
    target,
  };
}

function powerOfTwo({ trials }: Design): CheckResult {
  const count = trials.length;
  const below = 2 ** Math.floor(Math.log2(Math.max(1, count)));
  return {
    name: l10n.t('The number of Sobol points is a power of two'),
    status: below === count ? 'PASS' : 'INFO',
    message:
      below === count
        ? l10n.t('{0} points fill every binary slice evenly.', formatNumber(count))
        : l10n.t(
            'Sobol is in balance at {0} and {1} points; {2} leave it between the two.',
            formatNumber(below),
            formatNumber(2 * below),
            formatNumber(count),
          ),
    value: count,
  };
}

function duplicatesAsExpected({ duplicates }: Design, chance: Chance): CheckResult {
  const low = chance.duplicates[0] ?? 0;
  const high = chance.duplicates.at(-1) ?? 0;
  const mean = chance.duplicates.reduce((sum, count) => sum + count, 0) / chance.repetitions;
  return {
    name: l10n.t('Random search repeats itself as often as this space makes likely'),
    status: duplicates >= low && duplicates <= high ? 'PASS' : 'INFO',
    message: l10n.t(
      '{0} duplicates; {1} on average and {2} to {3} in {4} repetitions.',
      formatNumber(duplicates),
      formatNumber(mean),
      formatNumber(low),
      formatNumber(high),
      formatNumber(chance.repetitions),
    ),
    value: duplicates,
    target: mean,
  };
}
