import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import { earlyFits } from './fitBeforeSplit';
import type { PythonCheck } from './pythonCheck';

/** Those that look at the label. */
const classes = new Set(
  (
    'SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe GenericUnivariateSelect RFE RFECV SelectFromModel ' +
    'SequentialFeatureSelector BorutaPy'
  ).split(' '),
);

export const selectionBeforeSplit: PythonCheck = {
  code: 'selection-before-split',
  severity: 'warning',
  get title() {
    return l10n.t('Features selected before the split');
  },
  tell: /\.\s*fit/,
  run: routines =>
    earlyFits(routines, name => classes.has(name)).map(({ fit, fitted, split, splitter }) =>
      finding(
        selectionBeforeSplit,
        fit.range,
        l10n.t(
          '`{0}` chooses features by the labels of all rows before `{1}` splits them: with many features that alone makes noise look predictable; put it into the Pipeline that is validated.',
          fitted,
          splitter,
        ),
        { related: [{ message: l10n.t('Split here'), range: split.range }] },
      ),
    ),
};
