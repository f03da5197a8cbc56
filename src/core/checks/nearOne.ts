import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { cumulativeBelow } from '../space/cumulative';
import { formatNumber } from '../text/formatNumber';
import { gridTriesEveryLevel } from './applicability';
import type { Check } from './check';
import { hasNearOneName } from './parameterNames';

/** A memory of 1 / (1 − β) steps that varies this much across the range is a matter of its order of magnitude. */
const wide = 50;

/** A momentum close to 1 on a linear scale: what matters is its distance to 1. */
export const nearOne: Check = {
  code: 'near-one',
  severity: 'information',
  get title() {
    return l10n.t('Linear scale close to one');
  },
  notApplicable: gridTriesEveryLevel,
  run: space => {
    if (gridTriesEveryLevel(space) !== undefined) return [];
    return space.parameters.flatMap(({ name, domain, declared, tokens }) => {
      if (domain?.kind !== 'float' || domain.scale !== 'linear' || domain.prior.kind !== 'uniform') return [];
      const { low, high } = domain;
      if (!(low >= 0.5 && high >= 0.99 && high <= 1) || declared.bounds !== 'values') return [];
      if (!hasNearOneName(name) || !((1 - low) / (1 - high) >= wide)) return [];
      const longest = tidy(1 - high);
      const halfway = tidy(1 - Math.sqrt((1 - low) * (1 - high)));
      const message =
        longest === 0
          ? l10n.t(
              '`{0}` reaches 1, where the past is never forgotten; end below 1, and search 1 − {0} on a log scale.',
              name,
            )
          : l10n.t(
              '`{0}` is uniform up to {1}, and its memory of 1 / (1 − {0}) steps goes from {2} to {3}: only {4} % of draws lie above {5}, half the way. Search 1 − {0} on a log scale.',
              name,
              String(tidy(high)),
              formatNumber(tidy(1 / (1 - low))),
              formatNumber(tidy(1 / longest)),
              formatNumber(100 * (1 - cumulativeBelow(domain, halfway))),
              String(Number(halfway.toPrecision(3))),
            );
      return [finding(nearOne, tokens.name, message, { parameter: name })];
    });
  },
};

/** Removes the noise of floating-point differences: 1 − 0.999 is 0.001. */
function tidy(x: number): number {
  return Number(x.toPrecision(10));
}
