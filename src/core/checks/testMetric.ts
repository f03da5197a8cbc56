import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { statesNoObjective } from './applicability';
import type { Check } from './check';
import { isTestMetric } from './metricNames';

/** Choosing by the test set turns it into a validation set. */
export const testMetric: Check = {
  code: 'test-metric',
  severity: 'warning',
  get title() {
    return l10n.t('Chooses by a test metric');
  },
  notApplicable: statesNoObjective,
  run: ({ objective }) => {
    if (objective === undefined || !isTestMetric(objective.metric)) return [];
    const message = l10n.t(
      'The search chooses by `{0}`, a test metric, so the score it reports will be optimistic; choose by a validation metric.',
      objective.metric,
    );
    return [finding(testMetric, objective.metricRange, message)];
  },
};
