import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../../src/core/analyse';
import { leakageRules } from '../../../../src/core/checks/leakage/leakageRules';

const codes = new Set(leakageRules.map(({ code }) => code));

/** What is found in an Optuna objective with this around and in it, as `code: text at its range`. */
function found(text: string): string[] {
  const analysis = analyse(text, 'python');
  assert.ok(analysis, 'The text is not recognised.');
  return analysis.findings
    .filter(({ code }) => codes.has(code))
    .map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);
}

const draw = '    c = trial.suggest_float("C", 1e-3, 10, log=True)\n';
/** An objective after code of the module. */
const objective = (body: string, module = ''): string =>
  `${module}\ndef objective(trial):\n${draw}${body.replace(/^(?=.)/gm, '    ')}`;

const wrong: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
  [
    'a scaler fitted and applied in two steps',
    objective(
      'return cross_val_score(SVC(), X2, y).mean()',
      'scaler = StandardScaler()\nscaler.fit(X)\nX2 = scaler.transform(X)',
    ),
    ['preprocessing-before-split: scaler.fit(X)'],
  ],
  [
    'a scaler fitted as it is made',
    objective(
      'return cross_val_score(SVC(), X2, y).mean()',
      'scaler = StandardScaler().fit(X)\nX2 = scaler.transform(X)',
    ),
    ['preprocessing-before-split: StandardScaler().fit(X)'],
  ],
  [
    'columns scaled in place, then the table split',
    objective(
      'X_train, X_valid = train_test_split(df, random_state=1)\nreturn score(X_train, X_valid)',
      'df[cols] = preprocessing.MinMaxScaler().fit_transform(df[cols])\ndf = df.dropna()',
    ),
    ['preprocessing-before-split: preprocessing.MinMaxScaler().fit_transform(df[cols])'],
  ],
  [
    'folds over what was projected whole',
    objective('for a, b in KFold(5).split(Z):\n    fit(Z[a])\nreturn 1', 'Z = PCA(2).fit_transform(X)'),
    ['preprocessing-before-split: PCA(2).fit_transform(X)'],
  ],
  [
    'stratified folds given groups by position',
    objective('cv = StratifiedKFold(5)\nreturn sum([f(a, b) for a, b in cv.split(X, y, who)])'),
    ['ungrouped-split: who'],
  ],
  [
    'groups with a number of folds',
    objective('return cross_val_score(SVC(), X, y, groups=who, cv=5).mean()'),
    ['ungrouped-split: who'],
  ],
  [
    'a loop over test batches that counts what is returned',
    objective(
      'correct = 0\nfor x, t in test_loader:\n    correct += (model(x) == t).sum()\naccuracy = correct / n\nreturn accuracy',
    ),
    ['test-set-in-objective: accuracy'],
  ],
  [
    'a test split by its key',
    objective('scores = trainer.evaluate(data["test_dataset"])\nreturn scores["accuracy"]'),
    ['test-set-in-objective: scores["accuracy"]'],
  ],
  [
    'early stopping by a callback, ranked through predictions',
    objective(
      'gbm = lgb.train({}, d, valid_sets=[dvalid], callbacks=[lgb.early_stopping(10)])\npreds = gbm.predict(X)\nreturn metric(dvalid.label, preds)',
    ),
    ['stopping-on-ranking-rows: [dvalid]'],
  ],
  [
    'shuffled folds without a seed',
    objective('cv = KFold(5, shuffle=True)\nreturn cross_val_score(SVC(), X, y, cv=cv).mean()'),
    ['unseeded-split: KFold'],
  ],
  [
    'a frame sorted in place and split at random',
    `df.sort_values(["timestamp"], inplace=True)\na, b = train_test_split(df, random_state=1)\n${objective('return score(a, b)')}`,
    ['shuffled-time: train_test_split(df, random_state=1)'],
  ],
];

const right: readonly (readonly [title: string, text: string])[] = [
  [
    'a scaler fitted to the training part',
    objective(
      'X_train, X_valid, y_train, y_valid = train_test_split(X, y, random_state=1)\ns = StandardScaler()\nX_train = s.fit_transform(X_train)\nX_valid = s.transform(X_valid)\nreturn fit(X_train).score(X_valid, y_valid)',
    ),
  ],
  [
    'a scaler fitted in each fold',
    objective(
      'for a, b in KFold(5).split(X):\n    s = StandardScaler().fit(X[a])\n    fit(s.transform(X[a]), s.transform(X[b]))\nreturn 1',
    ),
  ],
  [
    'a scaler fitted to the first rows',
    objective(
      'return cross_val_score(SVC(), X, y).mean()',
      's = StandardScaler().fit(X[:100])\nX = s.transform(X)',
    ),
  ],
  [
    'what was scaled whole and never split',
    objective('return fit(X).score(X_valid, y_valid)', 'X = StandardScaler().fit_transform(X)'),
  ],
  [
    'the raw table split after a scaled copy was made for a picture',
    objective('return cross_val_score(SVC(), X, y).mean()', 'Z = StandardScaler().fit_transform(X)\nplot(Z)'),
  ],
  [
    'a parameter that happens to be called as scaled data are',
    'X = StandardScaler().fit_transform(raw)\ndef split(X):\n    return train_test_split(X, random_state=1)\n' +
      objective('return f(c)'),
  ],
  [
    'labels encoded as numbers',
    objective('return cross_val_score(SVC(), X, y).mean()', 'y = LabelEncoder().fit_transform(y)'),
  ],
  [
    'categories listed before the split',
    objective('return cross_val_score(SVC(), X, y).mean()', 'X = OneHotEncoder().fit_transform(X)'),
  ],
  [
    'a pipeline',
    objective('return cross_val_score(make_pipeline(StandardScaler(), PCA(), SVC()), X, y).mean()'),
  ],
  [
    'a splitter of its own by a known name',
    `class StandardScaler: pass\n${objective('return cross_val_score(SVC(), X, y).mean()', 'X = StandardScaler().fit_transform(X)')}`,
  ],
  ['folds by group', objective('return cross_val_score(SVC(), X, y, groups=g, cv=GroupKFold(5)).mean()')],
  ['folds without groups', objective('return cross_val_score(SVC(), X, y, groups=None, cv=KFold(5)).mean()')],
  [
    'a test score noted and the validation score returned, counted by one variable',
    objective(
      'hits = 0\nfor x, t in valid_loader:\n    hits += check(x, t)\nvalid = hits / n\nhits = 0\nfor x, t in test_loader:\n    hits += check(x, t)\ntrial.set_user_attr("test", hits / n)\nreturn valid',
    ),
  ],
  [
    'the test set scored once, after the study',
    `${objective('return fit(X_train).score(X_valid, y_valid)')}\nstudy.optimize(objective)\nprint(best.score(X_test, y_test))`,
  ],
  [
    'folds whose parts are called train and test',
    objective(
      'scores = []\nfor train_index, test_index in KFold(5).split(X):\n    X_test = X.iloc[test_index]\n    scores.append(fit(X.iloc[train_index]).score(X_test))\nreturn mean(scores)',
    ),
  ],
  [
    'data handed to a function under the name of what is scaled elsewhere',
    'X = StandardScaler().fit_transform(raw)\ndef tune(X):\n    def objective(trial):\n        c = trial.suggest_float("C", 0.1, 1)\n        return cross_val_score(SVC(C=c), X, y).mean()\n',
  ],
  ['the size of a test split', objective('return cross_val(X, y, test_size=0.2, n_test=3)')],
  [
    'early stopping on rows of its own',
    objective(
      'm.fit(X_train, y_train, eval_set=[(X_stop, y_stop)], early_stopping_rounds=5)\nreturn m.score(X_valid, y_valid)',
    ),
  ],
  [
    'a validation curve without early stopping',
    objective('m.fit(X_train, y_train, eval_set=[(X_valid, y_valid)])\nreturn m.score(X_valid, y_valid)'),
  ],
  [
    'early stopping switched off',
    objective(
      'm.fit(X_train, y_train, eval_set=[(X_valid, y_valid)], early_stopping_rounds=None)\nreturn m.score(X_valid, y_valid)',
    ),
  ],
  ['folds in order', objective('return cross_val_score(SVC(), X, y, cv=KFold(5)).mean()')],
  [
    'a seed set in the objective',
    objective('seed_everything(1)\na, b = train_test_split(X)\nreturn score(a, b)'),
  ],
  ['arguments that are not known', objective('a, b = train_test_split(X, **options)\nreturn score(a, b)')],
  ['a split outside the objective', objective('return score(a, b)', 'a, b = train_test_split(X)')],
  [
    'rows sorted by time and split in their order',
    objective(
      'return score(a, b)',
      'df = df.sort_values("date")\na, b = train_test_split(df, shuffle=False)',
    ),
  ],
  [
    'rows sorted by something else',
    objective(
      'return score(a, b)',
      'df = df.sort_values("price")\na, b = train_test_split(df, random_state=1)',
    ),
  ],
  [
    'the best score printed beside a test',
    `${objective('return f(c)')}\ns = GridSearchCV(SVC(), {})\ns.fit(X, y)\nprint(s.best_score_, s.score(X_test, y_test))`,
  ],
  [
    'the best score as what a trial is worth',
    objective('s = GridSearchCV(SVC(), {}).fit(X, y)\nreturn s.best_score_'),
  ],
];

describe('leaking validation', () => {
  for (const [title, text, expected] of wrong) {
    it(`is seen in ${title}`, () => assert.deepEqual(found(text), expected));
  }

  for (const [title, text] of right) {
    it(`is not seen in ${title}`, () => assert.deepEqual(found(text), []));
  }

  it('is only information where the objective splits off the rows itself', () => {
    const own = objective(
      'X_train, X_test = train_test_split(X, random_state=1)\nreturn fit(X_train).score(X_test)',
    );
    const severities = (text: string) => analyse(text, 'python')?.findings.map(({ severity }) => severity);
    assert.deepEqual(severities(own), ['information']);
    assert.deepEqual(severities(objective('return fit(X_train).score(X_test)')), ['warning']);
    const loaded = objective(
      '(X_train, y_train), (X_test, y_test) = load_data()\nreturn fit(X_train).score(X_test)',
    );
    assert.deepEqual(severities(loaded), ['warning']);
  });

  it('points from what was fitted to the split', () => {
    const text = objective(
      'return cross_val_score(SVC(), X, y).mean()',
      'X = StandardScaler().fit_transform(X)',
    );
    const [related] = analyse(text, 'python')?.findings[0]?.related ?? [];
    assert.equal(text.slice(related?.range.start, related?.range.end), 'cross_val_score(SVC(), X, y)');
  });

  it('is looked for in objectives of Hyperopt and Ray Tune too', () => {
    const hyperopt =
      'space = hp.uniform("c", 0, 1)\ndef f(c):\n    return fit(c).score(X_test)\nfmin(f, space)';
    assert.deepEqual(found(hyperopt), ['test-set-in-objective: fit(c).score(X_test)']);
    const ray =
      'from ray import tune\ndef f(config):\n    tune.report(loss=run(config, test_loader))\n' +
      'tune.Tuner(f, param_space={"lr": tune.loguniform(1e-4, 1)})';
    assert.deepEqual(found(ray), ['test-set-in-objective: run(config, test_loader)']);
  });

  it('is silenced by a comment', () => {
    const text = objective('return fit(X_train).score(X_test)  # tuning-lens: ignore test-set-in-objective');
    assert.deepEqual(found(text), []);
  });

  it('is found in real files only where it is', function () {
    const corpus = '../shared/corpus';
    if (!existsSync(corpus)) return this.skip();
    const all = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.py'))
      .sort()
      .flatMap(path => {
        const findings = analyse(readFileSync(`${corpus}/${path}`, 'utf8'), 'python', path)?.findings ?? [];
        return findings.flatMap(({ code }) =>
          codes.has(code) ? `${path.replace(/^.*__/, '')}: ${code}` : [],
        );
      });
    // Each looked at: both examples split within the objective without a seed, and one stops on what it returns.
    assert.deepEqual(all, [
      'catboost_pruning.py: unseeded-split',
      'catboost_pruning.py: stopping-on-ranking-rows',
      'lightgbm_simple.py: unseeded-split',
    ]);
  });
});
