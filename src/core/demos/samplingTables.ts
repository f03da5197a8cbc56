import * as l10n from '@vscode/l10n';
import type { Row, TableBlock } from '../report/report';
import { decadeCounts } from '../sampling/coverage';
import { displayAxis } from '../space/displayAxis';
import { decadeShares } from '../space/distribution';
import { isNumeric } from '../space/cumulative';
import type { DrawableParameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { empiricalQuantile, type Chance } from './samplingChance';
import { samplerLabel, type Design } from './samplingDesigns';

/** One row for each sampler: how it covers the space, how even it is and what it repeats. */
export function comparisonTable(designs: readonly Design[], across: string, chance?: Chance): TableBlock {
  const median = chance && empiricalQuantile(chance.discrepancies, 0.5);
  return {
    kind: 'table',
    title: l10n.t('Samplers compared'),
    columns: [
      { key: 'sampler', title: l10n.t('Sampler'), kind: 'text' },
      { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
      { key: 'distinct', title: l10n.t('Different values of {0}', across), kind: 'number' },
      { key: 'coverage', title: l10n.t('Coverage (% of each parameter)'), kind: 'number' },
      { key: 'discrepancy', title: l10n.t('Centred discrepancy'), kind: 'number' },
      { key: 'ratio', title: l10n.t('Times what chance gives'), kind: 'number' },
      { key: 'duplicates', title: l10n.t('Duplicates'), kind: 'number' },
    ],
    rows: designs.map(({ sampler, trials, distinct, coverage, discrepancy, duplicates }) => ({
      sampler: samplerLabel(sampler),
      trials: trials.length,
      distinct,
      coverage: coverage * 100,
      discrepancy: discrepancy ?? null,
      ratio: discrepancy !== undefined && median !== undefined && median > 0 ? discrepancy / median : null,
      duplicates,
    })),
  };
}

/** Parameters that span decades: those of which a linear axis would hide most. */
export function wideParameters(parameters: readonly DrawableParameter[]): DrawableParameter[] {
  return parameters.filter(({ domain }) => {
    return isNumeric(domain) && displayAxis(domain).log && decadeShares(domain).length >= 2;
  });
}

/** The share of draws in each decade of each wide parameter, expected and seen. */
export function decadesTable(
  designs: readonly Design[],
  parameters: readonly DrawableParameter[],
): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Share of trials per decade'),
    columns: [
      { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
      { key: 'decade', title: l10n.t('Decade'), kind: 'text' },
      { key: 'expected', title: l10n.t('Expected (%)'), kind: 'number' },
      ...designs.map(({ sampler }) => ({
        key: sampler,
        title: l10n.t('{0} (%)', samplerLabel(sampler)),
        kind: 'number' as const,
      })),
    ],
    rows: parameters.flatMap(parameter => decadeRows(designs, parameter)),
  };
}

function decadeRows(designs: readonly Design[], parameter: DrawableParameter): Row[] {
  const seen = designs.map(({ sampler, trials }) => {
    const counts = decadeCounts(parameter, trials);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { sampler, shares: counts.map(count => (total > 0 ? (100 * count) / total : 0)) };
  });
  return decadeShares(parameter.domain).map(({ low, high, share }, i) => ({
    parameter: parameter.name,
    decade: l10n.t('{0} … {1}', formatNumber(low), formatNumber(high)),
    expected: share * 100,
    ...Object.fromEntries(seen.map(({ sampler, shares }) => [sampler, shares[i] ?? 0])),
  }));
}
