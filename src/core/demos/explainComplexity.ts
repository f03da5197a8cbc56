import * as l10n from '@vscode/l10n';
import type { Row, TableBlock } from '../report/report';
import { varyingParameters } from '../sampling/configurations';
import { configurationCount } from '../space/configurationCount';
import { levelCount } from '../space/distribution';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';

type Tier = 'standard' | 'advanced' | 'unsupported';

interface Measure {
  readonly name: string;
  readonly value: number;
  /** The most that is still standard, and the most that is still supported. */
  readonly standard: number;
  readonly supported: number;
}

/** The thresholds of Ax, `ax/utils/common/tier_utils.py`: how far Bayesian optimisation has been found to carry. */
function measures(space: SearchSpace): Measure[] {
  const varying = varyingParameters(space);
  const unordered = (least: number, most: number): number =>
    varying.filter(({ domain }) => {
      const count = domain.kind === 'categorical' ? domain.choices.length : 0;
      return count >= least && count <= most;
    }).length;
  const measure = (name: string, value: number, standard: number, supported: number): Measure => ({
    name,
    value,
    standard,
    supported,
  });
  const trials = space.budget.trials?.value;
  return [
    measure(l10n.t('Parameters that vary'), varying.length, 50, 200),
    measure(
      l10n.t('Parameters with two values'),
      varying.filter(({ domain }) => levelCount(domain) === 2).length,
      50,
      100,
    ),
    measure(l10n.t('Unordered lists of 3 to 5 choices'), unordered(3, 5), 0, 5),
    measure(l10n.t('Unordered lists of 6 or more choices'), unordered(6, Infinity), 0, 1),
    measure(l10n.t('Forbidden combinations'), space.forbidden.length, 2, 5),
    ...(trials === undefined ? [] : [measure(l10n.t('Trials'), trials, 200, 500)]),
  ];
}

export function complexityTable(space: SearchSpace): TableBlock {
  const rows: Row[] = measures(space).map(measure => ({
    name: measure.name,
    value: measure.value,
    standard: measure.standard,
    supported: measure.supported,
    tier: tierText(tierOf(measure)),
  }));
  return {
    kind: 'table',
    title: l10n.t('Complexity'),
    columns: [
      { key: 'name', title: l10n.t('What'), kind: 'text' },
      { key: 'value', title: l10n.t('Here'), kind: 'number' },
      { key: 'standard', title: l10n.t('Standard up to'), kind: 'number' },
      { key: 'supported', title: l10n.t('Advanced up to'), kind: 'number' },
      { key: 'tier', title: l10n.t('Tier'), kind: 'text' },
    ],
    rows,
  };
}

/** The size of the grid, and the tier of the space by Ax's thresholds with what makes it so. */
export function complexityText(space: SearchSpace): string {
  const points = configurationCount(space);
  const size =
    points === undefined
      ? l10n.t('How many configurations there are cannot be said from the levels alone.')
      : Number.isFinite(points)
        ? l10n.t('There are {0} different configurations.', formatNumber(points))
        : l10n.t('There are infinitely many configurations.');
  const all = measures(space);
  const worst = (['unsupported', 'advanced', 'standard'] as const).find(tier =>
    all.some(measure => tierOf(measure) === tier),
  );
  const tier = worst ?? 'standard';
  const why = all.filter(measure => tierOf(measure) === tier).map(({ name }) => name.toLowerCase());
  const verdict =
    tier === 'standard'
      ? l10n.t('By Ax’s thresholds for Bayesian optimisation the space is standard.')
      : l10n.t(
          'By Ax’s thresholds for Bayesian optimisation the space is {0}: {1}.',
          tierText(tier),
          why.join(', '),
        );
  return `${size} ${verdict}`;
}

function tierOf({ value, standard, supported }: Measure): Tier {
  if (value > supported) return 'unsupported';
  return value > standard ? 'advanced' : 'standard';
}

function tierText(tier: Tier): string {
  switch (tier) {
    case 'standard':
      return l10n.t('standard');
    case 'advanced':
      return l10n.t('advanced');
    case 'unsupported':
      return l10n.t('beyond what is supported');
  }
}
