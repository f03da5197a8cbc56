import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { Environment } from '../../python/environment';
import type { CallExpression, Expression } from '../../python/syntax';
import { calleeName, classOf, keyword, methodOf, positional } from './calls';
import type { PythonCheck } from './pythonCheck';

/** Splitters of scikit-learn that accept groups for the sake of their signature and ignore them. */
const ignoresGroups = /^(?:Repeated|Stratified|RepeatedStratified)?KFold$|^(?:Stratified)?ShuffleSplit$/;
const crossValidation = /^(?:cross_val_score|cross_validate|cross_val_predict)$/;

/** Groups are handed to something that takes no notice of them. */
export const ungroupedSplit: PythonCheck = {
  code: 'ungrouped-split',
  severity: 'warning',
  get title() {
    return l10n.t('Split that ignores its groups');
  },
  tell: /Fold|ShuffleSplit|cross_val/,
  run: routines =>
    routines.flatMap(({ steps, environment }) =>
      steps.flatMap(({ calls }) => calls.flatMap(call => ignored(call, environment))),
    ),
};

function ignored(call: CallExpression, environment: Environment): Finding[] {
  const method = methodOf(call);
  if (method?.name === 'split') {
    const groups = keyword(call, 'groups') ?? positional(call)[2];
    return report(classOf(method.object, environment), groups);
  }
  const name = calleeName(call, environment);
  if (name === undefined || !crossValidation.test(name)) return [];
  const cv = keyword(call, 'cv');
  const splitter = cv === undefined || cv.kind === 'number' ? 'KFold' : classOf(cv, environment);
  return report(splitter, keyword(call, 'groups'));
}

function report(splitter: string | undefined, groups: Expression | undefined): Finding[] {
  if (splitter === undefined || !ignoresGroups.test(splitter)) return [];
  if (groups === undefined || groups.kind === 'constant') return [];
  const grouped = splitter.includes('Stratified') ? 'StratifiedGroupKFold' : 'GroupKFold';
  const message = l10n.t(
    '`{0}` takes no notice of groups, so rows of one group are trained on and tested on; use `{1}`.',
    splitter,
    splitter.endsWith('ShuffleSplit') ? 'GroupShuffleSplit' : grouped,
  );
  return [finding(ungroupedSplit, groups.range, message)];
}
