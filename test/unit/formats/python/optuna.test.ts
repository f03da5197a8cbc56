import assert from 'node:assert/strict';
import { optunaPython } from '../../../../src/core/formats/optuna/optunaPython';
import { conditionText } from '../../../../src/core/space/conditionText';
import { parseSource } from '../../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from '../drawnCases';
import { objective, read, readAll } from './optunaText';

/** Each parameter with when it is active. */
const active = (text: string) =>
  read(text).parameters.map(({ name, condition }) =>
    condition ? `${name} if ${conditionText(condition)}` : name,
  );

// optuna/distributions.py and optuna/_transform.py of Optuna 5.0: a log integer is drawn between low − ½ and
// high + ½ on the log scale and rounded.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['suggest_float is uniform', 'suggest_float("x", 0, 10)', { quantiles: [0.5, 5, 9.5] }],
  ['suggest_float takes log bounds as values', 'suggest_float("x", 1e-5, 1e-1, log=True)', { quantiles: [10 ** -4.8, 1e-3, 10 ** -1.2] }],
  ['a step counts from the lower bound', 'suggest_float("x", 0.1, 0.5, step=0.2)', even(0.1, 0.3, 0.5)],
  ['a step that misses the upper bound lowers it', 'suggest_float("x", 0, 1, step=0.3)', even(0, 0.3, 0.6, 0.9)],
  ['suggest_int holds both ends', 'suggest_int("x", 1, 3)', even(1, 2, 3)],
  ['suggest_int counts its step from the lower bound', 'suggest_int("x", 2, 7, step=2)', even(2, 4, 6)],
  ['suggest_int rounds on the log scale', 'suggest_int("x", 1, 3, log=True)', { levels: [1, 2, 3].map(k => [k, Math.log((k + 0.5) / (k - 0.5)) / Math.log(7)] as const) }],
  ['suggest_categorical is even', 'suggest_categorical("x", ["a", 2, None])', even('a', 2, null)],
  ['suggest_uniform is what it was', 'suggest_uniform("x", 0, 10)', { quantiles: [0.5, 5, 9.5] }],
  ['suggest_loguniform is what it was', 'suggest_loguniform("x", 1, 100)', { quantiles: [10 ** 0.1, 10, 10 ** 1.9] }],
  ['suggest_discrete_uniform is what it was', 'suggest_discrete_uniform("x", 0, 1, 0.5)', even(0, 0.5, 1)],
  ['nothing comes of bounds the wrong way round', 'suggest_float("x", 1, 0)', 'nothing'],
  ['nothing comes of what is known only at run time', 'suggest_int("x", 1, n)', 'nothing'],
]; // prettier-ignore

describe('what Optuna draws', () => {
  for (const [what, call, expected] of drawn) {
    it(what, () => assertDraws(read(objective(`return trial.${call}`)).parameters[0]?.domain, expected));
  }
});

describe('an Optuna objective', () => {
  it('is recognised by what it suggests, not by the word', () => {
    const sure = (text: string) => optunaPython.recognise(parseSource(text, 'python'));
    assert.equal(sure(objective('return trial.suggest_int("n", 1, 3)')), 1);
    assert.equal(sure('# trial.suggest_int("n", 1, 3)\nprint("x.suggest_int(1)")'), 0);
    assert.equal(sure('def suggest_categorical(args): pass\nsuggest_categorical(1)'), 0);
  });

  it('has a condition where a branch looks at what was suggested', () => {
    const text = objective(
      'kind = trial.suggest_categorical("kind", ["svm", "forest", "knn"])',
      'if kind == "svm":',
      '    c = trial.suggest_float("c", 1e-3, 1e3, log=True)',
      'elif kind in ("forest",):',
      '    depth = trial.suggest_int("depth", 2, 32)',
      '    if depth > 8:',
      '        trial.suggest_float("pruning", 0, 1)',
      'else:',
      '    trial.suggest_int("k", 1, 9)',
    );
    assert.deepEqual(active(text), [
      'kind',
      'c if kind is svm',
      'depth if kind is forest',
      'pruning if kind is forest, and depth is above 8',
      'k if kind is not svm, and kind is not forest',
    ]);
  });

  it('follows a suggestion through a dictionary, trial.params, a match and a conditional expression', () => {
    const dictionary = objective(
      'p = {"a": trial.suggest_categorical("a", [True, False])}',
      'if p["a"]:',
      '    p["b"] = trial.suggest_int("b", 1, 3)',
      'c = trial.suggest_int("c", 1, 3) if not trial.params["a"] else 0',
      'match p["a"]:',
      '    case True:',
      '        trial.suggest_int("d", 1, 3)',
    );
    assert.deepEqual(active(dictionary), ['a', 'b if a is true', 'c if a is false', 'd if a is true']);
  });

  it('goes on after a branch that leaves only where that branch was not taken', () => {
    const text = objective(
      'kind = trial.suggest_categorical("kind", ["a", "b"])',
      'if kind == "a":',
      '    return trial.suggest_int("n", 1, 3)',
      'return trial.suggest_int("m", 1, 3)',
    );
    assert.deepEqual(active(text), ['kind', 'n if kind is a', 'm if kind is not a']);
  });

  it('has one parameter for each turn of a loop of known length', () => {
    const names = (...lines: string[]) => active(objective(...lines));
    assert.deepEqual(names('for i in range(2):', '    trial.suggest_int(f"u{i}", 1, 9)'), ['u0', 'u1']);
    assert.deepEqual(names('for k, hi in {"a": 3, "b": 5}.items():', '    trial.suggest_int(k, 1, hi)'), [
      'a',
      'b',
    ]);
    assert.deepEqual(names('return [trial.suggest_int("n_" + s, 1, 9) for s in ["x", "y"]]'), ['n_x', 'n_y']);
  });

  it('knows how far a loop over a suggested number goes', () => {
    const text = objective(
      'n = trial.suggest_int("n", 1, 3)',
      'for i in range(n):',
      '    trial.suggest_int("units_{}".format(i), 4, 128)',
    );
    assert.deepEqual(active(text), ['n', 'units_0', 'units_1 if n is above 1', 'units_2 if n is above 2']);
  });

  it('says of a name it cannot know that it is one', () => {
    const { parameters, findings } = read(
      objective('for layer in model:', '    trial.suggest_float(f"dropout_{layer}", 0, 0.5)'),
    );
    assert.deepEqual(
      [parameters.map(({ name }) => name), findings.map(({ code, severity }) => [code, severity])],
      [['dropout_{layer}'], [['dynamic-parameter', 'information']]],
    );
    assertDraws(parameters[0]?.domain, { quantiles: [0.025, 0.25, 0.475] });
  });

  it('takes in the functions and methods that are handed the trial, with what they are given', () => {
    const text = [
      'def head(t, top, name="units"):',
      '    return t.suggest_int(name, 1, top)',
      'class Objective:',
      '    def __call__(self, trial):',
      '        head(trial, 64)',
      '        return self.optimizer(trial)',
      '    def optimizer(self, trial):',
      '        return trial.suggest_float("lr", 1e-5, 1e-1, log=True)',
      'def other(trial: optuna.Trial):',
      '    return trial.suggest_int("n", 1, 2)',
    ].join('\n');
    assert.deepEqual(
      readAll(text).map(({ name, parameters }) => [name, parameters.map(each => each.name)]),
      [
        ['Objective', ['units', 'lr']],
        ['other', ['n']],
      ],
    );
    assert.deepEqual(readAll(text)[0]?.parameters[0]?.declared.high, 64);
  });

  it('is what the study makes of it: direction, sampler, pruner, trials', () => {
    const {
      objective: metric,
      method,
      budget,
    } = read(
      objective('accuracy = f(trial.suggest_int("n", 1, 3))', 'return accuracy') +
        [
          'pruner = optuna.pruners.HyperbandPruner(min_resource=2, max_resource=54, reduction_factor=3)',
          'study = optuna.create_study(direction="maximize", sampler=optuna.samplers.CmaEsSampler(seed=1), pruner=pruner)',
          'study.optimize(objective, n_trials=20 * 5, n_jobs=4)',
        ].join('\n'),
    );
    assert.deepEqual([metric?.metric, metric?.goal], ['accuracy', 'maximize']);
    assert.deepEqual([method?.name, method?.family], ['CmaEsSampler', 'evolution']);
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [100, 4]);
    const { name, family, minResource, maxResource, reductionFactor } = budget.earlyStopping ?? {};
    assert.deepEqual(
      [name, family, minResource?.value, maxResource?.value, reductionFactor?.value],
      ['HyperbandPruner', 'hyperband', 2, 54, 3],
    );
  });

  it('is searched by TPE for a minimum unless the study says otherwise, and a loaded study does not say', () => {
    const run = (create: string) =>
      read(
        objective('loss = trial.suggest_int("n", 1, 3)', 'return loss') +
          `s = optuna.${create}\ns.optimize(objective)`,
      );
    assert.deepEqual(
      [run('create_study()').objective?.goal, run('create_study()').method?.family],
      ['minimize', 'parzen'],
    );
    assert.equal(run('load_study(study_name="a", storage=url)').objective, undefined);
    assert.equal(run('create_study(directions=["minimize", "maximize"])').method?.name, 'NSGAIISampler');
  });

  it('belongs to the study that optimises it, also as a lambda', () => {
    const text = [
      'import optuna',
      'def a(trial):\n    return trial.suggest_int("x", 1, 3)',
      'def b(trial, n):\n    return trial.suggest_int("y", 1, n)',
      'one = optuna.create_study()\none.optimize(a, n_trials=3)',
      'two = optuna.create_study()\ntwo.optimize(lambda trial: b(trial, 7), n_trials=5)',
    ].join('\n');
    assert.deepEqual(
      readAll(text).map(({ name, budget, parameters }) => [
        name,
        budget.trials?.value,
        parameters[0]?.declared.high,
      ]),
      [
        ['a', 3, 3],
        ['b', 5, 7],
      ],
    );
  });
});
