import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Goal, Objective } from '../space/searchSpace';
import type { Check } from './check';
import { insertEntriesBefore } from '../text/edits/entry';
import { replaceToken, tokenText } from '../text/edits/token';
import { impliedGoal } from './metricNames';
import { toolName } from './tool';

/** A score that is minimised, or a loss that is maximised. */
export const goalDirection: Check = {
  code: 'goal-direction',
  severity: 'error',
  get title() {
    return l10n.t('Goal against the metric’s name');
  },
  run: ({ objective, format }, text) => {
    if (objective === undefined) return [];
    const implied = impliedGoal(objective.metric);
    if (implied === undefined || implied === objective.goal) return [];
    const { goalRange, metricRange } = objective;
    if (goalRange === undefined) {
      const message = l10n.t(
        '`{0}` looks like {1}, and without a goal {2} will {3} it; write the goal.',
        objective.metric,
        nature(implied),
        toolName(format),
        objective.goal,
      );
      return [finding(goalDirection, metricRange, message, { fixes: stateGoal(objective, implied, text) })];
    }
    // A goal the tool does not know is its reader's finding.
    if (tokenText(text, goalRange) !== objective.goal) return [];
    const message = l10n.t(
      '`{0}` looks like {1}, but the goal is {2}.',
      objective.metric,
      nature(implied),
      objective.goal,
    );
    const fix: Fix = {
      title: l10n.t('Set the goal to {0}', implied),
      edits: [replaceToken(text, goalRange, implied)],
      safe: true,
    };
    return [finding(goalDirection, goalRange, message, { fixes: [fix] })];
  },
};

function nature(implied: Goal): string {
  return implied === 'maximize' ? l10n.t('a score to maximize') : l10n.t('a loss to minimize');
}

function stateGoal({ metricRange }: Objective, goal: Goal, text: string): Fix[] {
  const edit = insertEntriesBefore(text, metricRange, [['goal', goal]]);
  return edit === undefined ? [] : [{ title: l10n.t('Add goal: {0}', goal), edits: [edit], safe: true }];
}
