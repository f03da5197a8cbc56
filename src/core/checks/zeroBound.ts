import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import { gridTriesEveryLevel } from './applicability';
import type { Check } from './check';
import { hasLinearName, hasStrengthName, isLearningRate } from './parameterNames';

/** A strength searched from zero on a linear scale: zero has no place on the scale it should be on. */
export const zeroBound: Check = {
  code: 'zero-bound',
  severity: 'information',
  get title() {
    return l10n.t('Linear scale from zero');
  },
  notApplicable: gridTriesEveryLevel,
  run: space => {
    if (gridTriesEveryLevel(space) !== undefined) return [];
    return space.parameters.flatMap(({ name, domain, declared, tokens }) => {
      if (domain?.kind !== 'float' || domain.step !== undefined || domain.prior.kind !== 'uniform') return [];
      if (domain.scale !== 'linear' || domain.low !== 0 || declared.bounds !== 'values') return [];
      if (!hasStrengthName(name) || hasLinearName(name)) return [];
      // From 0 to 1 it is a fraction, such as shrinkage.
      if (domain.high === 1 && !isLearningRate(name)) return [];
      const message = l10n.t(
        '`{0}` is uniform from 0, so 1 draw in 10 is below {1} and 1 in 100 below {2}; search a log scale from a small positive bound, and let 0 be a choice of its own.',
        name,
        formatNumber(domain.high / 10),
        formatNumber(domain.high / 100),
      );
      return [finding(zeroBound, tokens.low ?? tokens.name, message, { parameter: name })];
    });
  },
};
