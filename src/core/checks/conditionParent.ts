import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { parentsOf } from '../space/conditions';
import { nearestWord } from '../text/nearestWord';
import { hasNoConditions } from './applicability';
import type { Check } from './check';

/** A condition on a parameter that does not exist is never met. */
export const conditionParent: Check = {
  code: 'condition-parent',
  severity: 'error',
  get title() {
    return l10n.t('Condition on a parameter that does not exist');
  },
  notApplicable: hasNoConditions,
  run: ({ parameters, findings }) => {
    const names = new Set(parameters.map(({ name }) => name));
    return parameters.flatMap(({ name, condition, tokens }) =>
      parentsOf(condition)
        .filter(parent => !names.has(parent))
        .flatMap(parent => {
          const range = tokens.condition ?? tokens.name;
          if (findings.some(other => other.severity === 'error' && other.range.start === range.start)) {
            return [];
          }
          const meant = nearestWord(
            parent,
            [...names].filter(other => other !== name),
          );
          const message =
            meant === undefined
              ? l10n.t(
                  '`{0}` depends on `{1}`, but no parameter has that name, so it is never active.',
                  name,
                  parent,
                )
              : l10n.t(
                  '`{0}` depends on `{1}`, which is no parameter; did you mean `{2}`?',
                  name,
                  parent,
                  meant,
                );
          return [finding(conditionParent, range, message, { parameter: name })];
        }),
    );
  },
};
