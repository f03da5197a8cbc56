import assert from 'node:assert/strict';
import { halvingSchedule } from '../../../src/core/checks/halvingSchedule';
import { rungRounding } from '../../../src/core/checks/rungRounding';
import type { EarlyStopping, FormatId, SearchSpace, Stated } from '../../../src/core/space/searchSpace';
import { experiment, fixed, found, sweep, token } from './found';

function hyperband(resource: string, trials: number, eta = '3'): string {
  const settings = `algorithmSettings: [{name: resource_name, value: epochs}, {name: r_l, value: "${resource}"}, {name: eta, value: "${eta}"}]`;
  return experiment(
    ['{name: epochs, parameterType: int, feasibleSpace: {min: "1", max: "9"}}'],
    'hyperband',
    `maxTrialCount: ${trials}\n  parallelTrialCount: 300`,
  ).replace('algorithmName: hyperband', `algorithmName: hyperband, ${settings}`);
}

const text = '1 9 3 5';
const at = (place: number, value: number): Stated => ({ value, range: { start: place, end: place + 1 } });

/** A space of a scheduler that starts from a least resource. */
function scheduled(
  stopping: Partial<EarlyStopping>,
  trials?: number,
  format: FormatId = 'optuna-python',
): SearchSpace {
  return {
    format,
    dialect: 'json',
    parameters: [],
    forbidden: [],
    range: { start: 0, end: 0 },
    findings: [],
    budget: {
      trials: trials === undefined ? undefined : at(6, trials),
      earlyStopping: {
        name: 'HyperbandPruner',
        family: 'hyperband',
        range: { start: 0, end: 1 },
        ...stopping,
      },
    },
  };
}

describe('a rung lost to rounding', () => {
  it('is reported where Katib’s logarithms fall short of a whole number', () => {
    const text = hyperband('243', 400);
    const [finding] = found('rung-rounding', text);
    assert.equal(
      finding?.message,
      'Katib takes 243 for 3^4, since log(243) / log(3) is 4.999999999999999 in floating point, so one rung is lost; give it a little more.',
    );
    assert.equal(finding && token(text, finding), '"243"');
    assert.equal(finding && fixed(text, finding), hyperband('244', 400));
    assert.deepEqual(found('rung-rounding', hyperband('244', 400)), []);
    assert.deepEqual(found('rung-rounding', hyperband('81', 400)), []);
    assert.equal(found('rung-rounding', hyperband('1000', 2000, '10')).length, 1);
  });

  it('is found in Optuna and Ray too, from a least resource, and not in tools that multiply', () => {
    const stated = { minResource: at(0, 2), maxResource: at(2, 486), reductionFactor: at(4, 3) };
    assert.equal(rungRounding.run(scheduled(stated), text).length, 1);
    const ray = { ...stated, name: 'ASHAScheduler' };
    assert.equal(rungRounding.run(scheduled(ray, 50, 'ray-python'), text).length, 1);
    const nni = scheduled(stated, 50, 'nni-experiment');
    assert.deepEqual(rungRounding.run(nni, text), []);
    assert.notEqual(rungRounding.notApplicable?.(nni), undefined);
  });
});

describe('the quick fix of a schedule', () => {
  const optuna = (pruner: string, trials = 500) =>
    `import optuna\n\ndef objective(trial):\n    x = trial.suggest_float("x", 0, 1)\n    trial.report(x, 1)\n    return x\n\n` +
    `study = optuna.create_study(pruner=optuna.pruners.HyperbandPruner(${pruner}))\nstudy.optimize(objective, n_trials=${trials})\n`;
  const ray = (max: string) =>
    'from ray import tune\nfrom ray.tune.schedulers import ASHAScheduler\n' +
    `tune.run(train, config={"x": tune.uniform(0, 1)}, scheduler=ASHAScheduler(max_t=${max}, reduction_factor=3))\n`;
  const polyaxon = (max: string) =>
    `kind: component\nmatrix:\n  kind: hyperband\n  maxIterations: ${max}\n  eta: 3\n  resource: {name: epochs, type: int}\n` +
    '  metric: {name: loss, optimization: minimize}\n  params:\n    x: {kind: uniform, value: {low: 0, high: 1}}\nrun: {kind: job}\n';
  const cases: readonly (readonly [string, string, string, string, 'yaml' | 'python'])[] = [
    ['brings a bracket back in Katib', 'rung-rounding', hyperband('243', 400), hyperband('244', 400), 'yaml'],
    ['brings a bracket back in Optuna', 'rung-rounding', optuna('1, 243, 3'), optuna('1, 244, 3'), 'python'],
    ['brings a rung back in Ray', 'rung-rounding', ray('243'), ray('244'), 'python'],
    ['brings a bracket back in Polyaxon', 'rung-rounding', polyaxon('243'), polyaxon('244'), 'yaml'],
    ['turns resources round', 'halving-schedule', optuna('81, 1, 3'), optuna('1, 81, 3'), 'python'],
    ['gives trials to the last rung', 'halving-schedule', hyperband('27', 20), hyperband('27', 27), 'yaml'],
    ['makes room for a second rung', 'halving-schedule', optuna('5, 10, 3'), optuna('5, 15, 3'), 'python'],
    ['makes the rungs a whole number', 'halving-schedule', optuna('1, 100, 3'), optuna('1, 243, 3'), 'python'],
    ['lets a factor drop somebody', 'halving-schedule', optuna('1, 27, 1'), optuna('1, 27, 3'), 'python'],
  ]; // prettier-ignore
  for (const [what, code, before, after, language] of cases) {
    it(what, () => {
      const findings = found(code, before, language);
      const [finding] = findings.filter(({ fixes }) => fixes.length > 0);
      assert.equal(finding && fixed(before, finding), after);
    });
  }

  it('is not offered where the number comes of a calculation', () => {
    const [finding] = found('rung-rounding', optuna('1, 3**5, 3'), 'python');
    assert.deepEqual(finding?.fixes, []);
  });
});

describe('a halving schedule', () => {
  const severities = (space: SearchSpace): string[] =>
    halvingSchedule.run(space, text).map(({ severity }) => severity);

  it('is impossible with a resource of zero, a most below the least or a factor of one', () => {
    assert.deepEqual(severities(scheduled({ minResource: at(0, 0), maxResource: at(2, 9) })), ['error']);
    assert.deepEqual(severities(scheduled({ minResource: at(0, 9), maxResource: at(2, 3) })), ['error']);
    assert.deepEqual(severities(scheduled({ maxResource: at(2, 9), reductionFactor: at(4, 1) })), ['error']);
  });

  it('with one rung stops nothing', () => {
    const [finding] = halvingSchedule.run(scheduled({ minResource: at(0, 5), maxResource: at(2, 10) }), text);
    assert.match(finding?.message ?? '', /no room for a second rung/);
  });

  it('needs a trial for its last rung', () => {
    const stated = { minResource: at(0, 1), maxResource: at(2, 27), reductionFactor: at(4, 3) };
    const [finding] = halvingSchedule.run(scheduled(stated, 26, 'nni-experiment'), text);
    assert.equal(
      finding?.message,
      'Of 26 trials none is left for the last of 4 rungs when 2 in 3 are dropped at each; it takes 27.',
    );
    assert.deepEqual(halvingSchedule.run(scheduled(stated, 27, 'nni-experiment'), text), []);
    // Asynchronous halving lets the first trials through.
    assert.deepEqual(halvingSchedule.run(scheduled(stated, 26, 'optuna-python'), text), []);
    assert.equal(found('halving-schedule', hyperband('27', 20)).length, 1);
    assert.deepEqual(found('halving-schedule', hyperband('27', 30)), []);
  });

  it('whose last rung stays below the most is worth knowing', () => {
    assert.deepEqual(severities(scheduled({ maxResource: at(2, 100) }, 500)), ['information']);
    assert.deepEqual(severities(scheduled({ maxResource: at(2, 81) }, 500)), []);
  });

  it('of W&B is left to its reader, which knows its bands', () => {
    const stopped =
      'method: random\nmetric: {name: loss, goal: minimize}\nearly_terminate: {type: hyperband, max_iter: 27, s: 2}';
    assert.deepEqual(found('halving-schedule', sweep('  x: {min: 0.0, max: 1.0}', stopped)), []);
  });
});

describe('early stopping that comes too late', () => {
  const stopped = (first: number): string =>
    sweep(
      '  epochs: {value: 10}\n  x: {min: 0.1, max: 1.0}',
      `method: random\nmetric: {name: loss, goal: minimize}\nearly_terminate: {type: hyperband, min_iter: ${first}}`,
    );

  it('first looks when training is over', () => {
    const [finding] = found('stopping-signal', stopped(10));
    assert.equal(
      finding?.message,
      'hyperband first looks at a trial after 10, and training ends after 10 epochs: counted in epochs, nothing is ever stopped.',
    );
    assert.deepEqual(found('stopping-signal', stopped(9)), []);
  });
});
