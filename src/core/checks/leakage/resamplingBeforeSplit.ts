import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import { earlyFits } from './fitBeforeSplit';
import type { PythonCheck } from './pythonCheck';

const oversampler = /^(?:SMOTE\w*|BorderlineSMOTE|SVMSMOTE|KMeansSMOTE|ADASYN|RandomOverSampler)$/;

export const resamplingBeforeSplit: PythonCheck = {
  code: 'resampling-before-split',
  severity: 'warning',
  get title() {
    return l10n.t('Oversampling before the split');
  },
  tell: /\.\s*fit_/,
  run: routines =>
    earlyFits(routines, name => oversampler.test(name)).map(({ fit, fitted, split, splitter }) =>
      finding(
        resamplingBeforeSplit,
        fit.range,
        l10n.t(
          '`{0}` makes rows from all rows before `{1}` splits them, so copies or neighbours of test rows are trained on; split first and resample the training rows, best in imblearn’s Pipeline.',
          fitted,
          splitter,
        ),
        { related: [{ message: l10n.t('Split here'), range: split.range }] },
      ),
    ),
};
