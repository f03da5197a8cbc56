import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { Environment } from '../../python/environment';
import type { CallExpression } from '../../python/syntax';
import { calleeName, hasSpread, keyword } from './calls';
import { objectivesIn } from './objective';
import type { PythonCheck } from './pythonCheck';

/** Rows are split anew, and differently, in every trial. */
export const unseededSplit: PythonCheck = {
  code: 'unseeded-split',
  severity: 'information',
  get title() {
    return l10n.t('Split that differs from trial to trial');
  },
  tell: /train_test_split|Fold|ShuffleSplit/,
  run: routines =>
    objectivesIn(routines).flatMap(({ routine: { steps, environment } }) => {
      const calls = steps.flatMap(step => step.calls);
      const isSeeded = calls.some(call => /seed/i.test(calleeName(call, environment) ?? ''));
      return isSeeded ? [] : calls.flatMap(call => unseeded(call, environment));
    }),
};

function unseeded(call: CallExpression, environment: Environment): Finding[] {
  const name = calleeName(call, environment);
  if (name === undefined || hasSpread(call) || !isRandom(name, call)) return [];
  const state = keyword(call, 'random_state');
  if (state && !(state.kind === 'constant' && state.value === null)) return [];
  const message = l10n.t(
    '`{0}` without `random_state` splits the rows differently in every trial, so trials are ranked partly by whose rows were easier; pass an integer.',
    name,
  );
  return [finding(unseededSplit, call.callee.range, message)];
}

function isRandom(name: string, call: CallExpression): boolean {
  const shuffle = keyword(call, 'shuffle');
  const isOn = shuffle?.kind === 'constant' ? shuffle.value === true : undefined;
  if (name === 'train_test_split') return shuffle === undefined || isOn === true;
  if (/^(?:Stratified)?ShuffleSplit$/.test(name)) return true;
  return /^(?:Stratified|StratifiedGroup)?KFold$/.test(name) && isOn === true;
}
