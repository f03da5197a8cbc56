import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import { earlyFits } from './fitBeforeSplit';
import type { PythonCheck } from './pythonCheck';

/** Of category_encoders; its `TargetEncoder` has a namesake in scikit-learn that cross-fits. */
const classes = new Set(
  'MEstimateEncoder JamesSteinEncoder WOEEncoder LeaveOneOutEncoder CatBoostEncoder GLMMEncoder'.split(' '),
);

export const encodingBeforeSplit: PythonCheck = {
  code: 'encoding-before-split',
  severity: 'warning',
  get title() {
    return l10n.t('Target encoding before the split');
  },
  tell: /\.\s*fit/,
  run: routines =>
    earlyFits(routines, name => classes.has(name)).map(({ fit, fitted, split, splitter }) =>
      finding(
        encodingBeforeSplit,
        fit.range,
        l10n.t(
          '`{0}` writes the labels of all rows into the features before `{1}` splits them, so test rows carry their own answer; fit it on the training rows, best in a Pipeline.',
          fitted,
          splitter,
        ),
        { related: [{ message: l10n.t('Split here'), range: split.range }] },
      ),
    ),
};
