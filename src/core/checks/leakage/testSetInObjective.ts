import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import { methodOf, splitOf } from './calls';
import { dependencies } from './dependencies';
import { objectivesIn, type Objective } from './objective';
import type { PythonCheck } from './pythonCheck';
import type { Routine } from './routine';

const testData =
  /^[Xxy]_?test$|^test_?(?:[Xxy]|data|set|loader|dl|ds|dataset|dataloader|features|labels|targets?|images|iter|df)$|^(?:data|dataset|features|labels|images|loader|dataloader|df)_test$|^hold_?out(?:_|$)/;

/** What a trial is ranked by is computed on test data. */
export const testSetInObjective: PythonCheck = {
  code: 'test-set-in-objective',
  severity: 'warning',
  get title() {
    return l10n.t('Trials ranked on the test set');
  },
  tell: /test|hold_?out/i,
  run: routines => objectivesIn(routines).flatMap(ranked),
};

function ranked(objective: Objective): Finding[] {
  const { routine, told } = objective;
  for (const { step, value } of told) {
    const used = dependencies(routine.steps, step, value);
    const test = [...used].find(name => testData.test(name));
    if (test === undefined || isOfFolds(routine, used)) continue;
    const message = isOwn(routine, test)
      ? l10n.t(
          'Trials are ranked on `{0}`, which makes it a validation set: the winner’s score on it is too good. Call it that, and keep rows apart that no trial sees.',
          test,
        )
      : l10n.t(
          'Trials are ranked on `{0}`, so its score is too good for the winner and no test is left; rank on a validation set, and look at `{0}` once, at the end.',
          test,
        );
    return [
      finding(testSetInObjective, value.range, message, {
        severity: isOwn(routine, test) ? 'information' : testSetInObjective.severity,
      }),
    ];
  }
  return [];
}

/** In `for train, test in folds.split(X)` the test rows of a fold are what to rank on. */
function isOfFolds({ steps }: Routine, used: ReadonlySet<string>): boolean {
  return steps.some(
    ({ kind, binds, calls }) =>
      kind === 'for' &&
      binds.some(name => used.has(name)) &&
      calls.some(call => methodOf(call)?.name === 'split'),
  );
}

/** Handed in, or split off here: a validation set under another name. */
function isOwn({ steps, environment, definition }: Routine, name: string): boolean {
  return (
    definition?.parameters.some(parameter => parameter.name === name) === true ||
    steps.some(
      ({ binds, calls }) =>
        binds.includes(name) && calls.some(call => splitOf(call, environment) !== undefined),
    )
  );
}
