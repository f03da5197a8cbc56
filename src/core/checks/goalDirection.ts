import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Goal, Objective } from '../space/searchSpace';
import { statesNoObjective } from './applicability';
import type { Check } from './check';
import { insertEntriesBefore } from '../text/edits/entry';
import { replaceToken, tokenText } from '../text/edits/token';
import { goalWords, type GoalWords } from './goalWords';
import { impliedGoal } from './metricNames';
import { toolName } from './tool';

/** A score that is minimised, or a loss that is maximised. */
export const goalDirection: Check = {
  code: 'goal-direction',
  severity: 'error',
  get title() {
    return l10n.t('Goal against the metric’s name');
  },
  notApplicable: statesNoObjective,
  run: ({ objective, format }, text) => {
    if (objective === undefined) return [];
    const implied = impliedGoal(objective.metric);
    if (implied === undefined || implied === objective.goal) return [];
    const { goalRange, metricRange } = objective;
    const words = goalWords(format);
    if (goalRange === undefined) {
      const message = l10n.t(
        '`{0}` looks like {1}, and without a goal {2} will {3} it; write the goal.',
        objective.metric,
        nature(implied),
        toolName(format),
        objective.goal,
      );
      return [
        finding(goalDirection, metricRange, message, { fixes: stateGoal(objective, words, implied, text) }),
      ];
    }
    // A goal the tool does not know is its reader's finding.
    if (tokenText(text, goalRange).toLowerCase() !== words[objective.goal].toLowerCase()) return [];
    const message = l10n.t(
      '`{0}` looks like {1}, but the goal is {2}.',
      objective.metric,
      nature(implied),
      objective.goal,
    );
    const fix: Fix = {
      title: l10n.t('Set the goal to {0}', implied),
      edits: [replaceToken(text, goalRange, words[implied])],
      safe: true,
    };
    return [finding(goalDirection, goalRange, message, { fixes: [fix] })];
  },
};

function nature(implied: Goal): string {
  return implied === 'maximize' ? l10n.t('a score to maximize') : l10n.t('a loss to minimize');
}

function stateGoal({ metricRange }: Objective, words: GoalWords, goal: Goal, text: string): Fix[] {
  const edit = insertEntriesBefore(text, metricRange, [[words.key, words[goal]]]);
  if (edit === undefined) return [];
  return [{ title: l10n.t('Add {0}: {1}', words.key, words[goal]), edits: [edit], safe: true }];
}
