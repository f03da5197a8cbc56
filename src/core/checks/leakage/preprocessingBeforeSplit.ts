import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import { earlyFits } from './fitBeforeSplit';
import type { PythonCheck } from './pythonCheck';

/** Those that learn something from the rows; encoders that only list categories leak nothing. */
const classes = new Set(
  (
    'StandardScaler MinMaxScaler RobustScaler MaxAbsScaler PowerTransformer QuantileTransformer SimpleImputer ' +
    'KNNImputer IterativeImputer PCA IncrementalPCA KernelPCA TruncatedSVD FastICA NMF FactorAnalysis TfidfVectorizer'
  ).split(' '),
);

export const preprocessingBeforeSplit: PythonCheck = {
  code: 'preprocessing-before-split',
  severity: 'information',
  get title() {
    return l10n.t('Preprocessing fitted before the split');
  },
  tell: /\.\s*fit/,
  run: routines =>
    earlyFits(routines, name => classes.has(name)).map(({ fit, fitted, split, splitter }) =>
      finding(
        preprocessingBeforeSplit,
        fit.range,
        l10n.t(
          '`{0}` is fitted to all rows before `{1}` splits them, so the rows that judge a model have shaped its input; fit it on the training rows, best in a Pipeline.',
          fitted,
          splitter,
        ),
        { related: [{ message: l10n.t('Split here'), range: split.range }] },
      ),
    ),
};
