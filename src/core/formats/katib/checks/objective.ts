import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { child, entry } from '../../../text/source';
import type { Experiment } from '../experiment';
import { goText } from '../goField';
import { unknownWord } from '../rules';
import { missing } from './missing';
import { unknown } from './unknown';

export const goals = ['minimize', 'maximize'] as const;

export const resumePolicies: readonly string[] = ['Never', 'LongRunning', 'FromVolume'];

/** `validateObjective` and `validateResumePolicy` of the admission webhook. */
export function checkObjective({ spec, specRange, text }: Experiment): Finding[] {
  const objective = entry(spec, 'objective');
  const policy = goText(child(spec, 'resumePolicy'));
  const policies = unknown(policy, resumePolicies, text);
  if (!objective) return [missing('spec.objective', specRange), ...policies];
  const type = goText(child(objective.value, 'type'));
  const metric = goText(child(objective.value, 'objectiveMetricName'));
  const additional = child(objective.value, 'additionalMetricNames');
  const repeated =
    additional?.kind === 'list'
      ? additional.items.find(item => metric && goText(item)?.text === metric.text)
      : undefined;
  return [
    ...(type ? unknown(type, goals, text) : [missing('spec.objective.type', objective.key.range)]),
    ...(metric ? [] : [missing('spec.objective.objectiveMetricName', objective.key.range)]),
    ...(repeated && metric
      ? [
          finding(
            unknownWord,
            repeated.range,
            l10n.t(
              '`{0}` is already the objective, and Katib rejects it as an additional metric; remove it here.',
              metric.text,
            ),
          ),
        ]
      : []),
    ...policies,
  ];
}
