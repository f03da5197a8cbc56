import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import type { Stated } from '../../../space/searchSpace';
import { formatNumber } from '../../../text/formatNumber';
import type { Experiment } from '../experiment';
import { trialCounts } from '../rules';

/** `spec.parallelTrialCount` where it is not written. */
export const defaultParallelTrials = 3;

export function checkCounts({ maxTrials, maxFailedTrials, parallelTrials }: Experiment): Finding[] {
  return [
    ...atLeast('maxTrialCount', maxTrials, 1),
    ...atLeast('parallelTrialCount', parallelTrials, 1),
    ...atLeast('maxFailedTrialCount', maxFailedTrials, 0),
    ...(maxTrials ? notAbove('maxFailedTrialCount', maxFailedTrials, maxTrials) : []),
    ...(maxTrials ? notAbove('parallelTrialCount', parallelTrials, maxTrials) : []),
    ...(maxTrials && !parallelTrials ? defaultNotAbove(maxTrials) : []),
  ];
}

function atLeast(field: string, count: Stated | undefined, least: number): Finding[] {
  if (!count || count.value >= least) return [];
  const message = l10n.t(
    '`{0}` is {1}, and Katib takes {2} or more.',
    field,
    formatNumber(count.value),
    formatNumber(least),
  );
  return [finding(trialCounts, count.range, message)];
}

function notAbove(field: string, count: Stated | undefined, max: Stated): Finding[] {
  if (!count || count.value <= max.value) return [];
  const message = l10n.t(
    '`{0}` is {1} but `maxTrialCount` only {2}, which Katib rejects; lower the first or raise the second.',
    field,
    formatNumber(count.value),
    formatNumber(max.value),
  );
  return [
    finding(trialCounts, count.range, message, {
      related: [{ message: l10n.t('`maxTrialCount` stands here'), range: max.range }],
      fixes: [
        {
          title: l10n.t('Set {0} to {1}', field, formatNumber(max.value)),
          edits: [{ range: count.range, newText: String(max.value) }],
          safe: false,
        },
      ],
    }),
  ];
}

function defaultNotAbove(max: Stated): Finding[] {
  if (max.value < 1 || max.value >= defaultParallelTrials) return [];
  const message = l10n.t(
    '`parallelTrialCount` is {0} unless set, more than these {1} trials, which Katib rejects; set it.',
    formatNumber(defaultParallelTrials),
    formatNumber(max.value),
  );
  return [finding(trialCounts, max.range, message)];
}
