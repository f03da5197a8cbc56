import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { FormatId } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { hasNoBounds } from './applicability';
import type { Check } from './check';
import { toolName } from './tool';

/** Tools whose schema or reader wants the lower bound below the upper one. */
const refuseOnePoint: ReadonlySet<FormatId> = new Set<FormatId>([
  'wandb-sweep',
  'wandb-python',
  'determined',
  'configspace',
  'pcs',
  'sagemaker-tuning',
  'irace',
]);

/** An interval of one point is a constant in disguise; some tools refuse it. */
export const equalBounds: Check = {
  code: 'equal-bounds',
  severity: 'warning',
  get title() {
    return l10n.t('Bounds that are equal');
  },
  notApplicable: hasNoBounds,
  run: space =>
    space.parameters.flatMap(parameter => {
      const { low, high, bounds, base = Math.E } = parameter.declared;
      if (low === undefined || high === undefined || low !== high) return [];
      const value = formatNumber(bounds === 'exponents' ? base ** low : low);
      const refused = refuseOnePoint.has(space.format);
      const message = refused
        ? l10n.t(
            '`{0}`: both bounds are {1}, which {2} rejects; write a constant instead.',
            parameter.name,
            value,
            toolName(space.format),
          )
        : l10n.t(
            '`{0}` can only be {1}, because both bounds are equal: a constant that takes up an axis; widen the range or drop the parameter.',
            parameter.name,
            value,
          );
      return [
        finding(equalBounds, parameter.tokens.high ?? parameter.tokens.name, message, {
          parameter: parameter.name,
          ...(refused && { severity: 'error' as const }),
        }),
      ];
    }),
};
