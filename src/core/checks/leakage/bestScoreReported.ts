import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import { childrenOf } from '../../python/children';
import type { AttributeExpression, Expression } from '../../python/syntax';
import { calleeName, classOf, methodOf, positional } from './calls';
import type { PythonCheck } from './pythonCheck';

const search = /^(?:Grid|Randomized|HalvingGrid|HalvingRandom|Optuna|Bayes|Tune|TuneGrid)Search(?:CV)?$/;
const validation = /^(?:cross_val_score|cross_validate|cross_val_predict|train_test_split)$/;
const scoring = /^(?:score|predict|predict_proba|decision_function|evaluate)$/;

/** The score that chose the winner is printed, and nothing else is ever scored. */
export const bestScoreReported: PythonCheck = {
  code: 'best-score-reported',
  severity: 'information',
  get title() {
    return l10n.t('Score of the search reported as the result');
  },
  tell: /\.\s*best_score_/,
  run: routines => {
    const calls = routines.flatMap(({ steps, environment }) =>
      steps.flatMap(step => step.calls.map(call => ({ call, environment }))),
    );
    const isScoredElsewhere = calls.some(
      ({ call, environment }) =>
        validation.test(calleeName(call, environment) ?? '') || scoring.test(methodOf(call)?.name ?? ''),
    );
    if (isScoredElsewhere) return [];
    return calls.flatMap(({ call, environment }) => {
      if (!/^(?:print|info)$/.test(calleeName(call, environment) ?? methodOf(call)?.name ?? '')) return [];
      return positional(call)
        .flatMap(bestScores)
        .filter(({ object }) => search.test(classOf(object, environment) ?? ''))
        .map(({ range }) =>
          finding(
            bestScoreReported,
            range,
            l10n.t(
              '`best_score_` is the score that chose the winner, so it is too good by what choosing the best of many adds; score the search on rows apart, or by `cross_val_score` around it (nested cross-validation).',
            ),
          ),
        );
    });
  },
};

function bestScores(expression: Expression): AttributeExpression[] {
  const inner = childrenOf(expression).flatMap(bestScores);
  return expression.kind === 'attribute' && expression.name === 'best_score_'
    ? [...inner, expression]
    : inner;
}
