import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import { pbtControls } from '../../../src/core/demos/pbt/plan';
import type { SearchSpace } from '../../../src/core/space/searchSpace';

function spacesOf(text: string, language: 'yaml' | 'python' = 'yaml'): readonly SearchSpace[] {
  return analyse(text, language)?.spaces ?? assert.fail();
}

const only = (text: string, language: 'yaml' | 'python' = 'yaml'): SearchSpace => {
  const [space, ...others] = spacesOf(text, language);
  assert.equal(others.length, 0);
  return space ?? assert.fail();
};

/** What the controls of the demonstration start from. */
function settings(space: SearchSpace): Record<string, unknown> {
  return Object.fromEntries(pbtControls(space).map(({ id, value }) => [id, value]));
}

const katib = (algorithm: string, trials = 60) => `apiVersion: kubeflow.org/v1beta1
kind: Experiment
metadata: {name: a}
spec:
  maxTrialCount: ${trials}
  algorithm:
    algorithmName: pbt
    algorithmSettings: [{name: suggestion_trial_dir, value: /tmp}, ${algorithm}]
  parameters:
    - {name: lr, parameterType: double, feasibleSpace: {min: '0.1', max: '0.9', step: '0.1'}}
`;

const ray = (
  scheduler: string,
  more = '',
  space = '{"lr": tune.uniform(0, 1), "wd": tune.uniform(0, 1)}',
) => `
from ray import tune
from ray.tune.schedulers import PopulationBasedTraining
from ray.tune.schedulers.pb2 import PB2
tuner = tune.Tuner(
    train,
    tune_config=tune.TuneConfig(scheduler=${scheduler}, metric="a", mode="max", num_samples=12),
    param_space=${space},
    ${more}
)
`;

describe('populations', () => {
  it('of Katib train one generation a trial, and perturb everything where nothing says how often to resample', () => {
    const text = katib('{name: n_population, value: "6"}, {name: truncation_threshold, value: "0.4"}');
    const { population, maxResource, steps, quantile, resample, synchronous } = settings(only(text));
    assert.deepEqual(
      [population, maxResource, steps, quantile, resample, synchronous],
      [6, 10, 10, 40, 0, true],
    );
    const size = only(text).budget.population?.size;
    assert.equal(size && text.slice(size.range.start, size.range.end), '"6"');
  });

  it('of Katib that have too few trials for a generation leave open how long they train', () => {
    const text = katib('{name: n_population, value: "40"}, {name: truncation_threshold, value: "0.2"}', 2);
    assert.equal(only(text).budget.population?.maxResource, undefined);
    assert.deepEqual([settings(only(text))['maxResource'], settings(only(text))['steps']], [20, 20]);
  });

  it('of Ray take what PopulationBasedTraining says, and end where the run stops', () => {
    const scheduler =
      'PopulationBasedTraining(time_attr="training_iteration", perturbation_interval=5, quantile_fraction=0.2,' +
      ' resample_probability=0.3, perturbation_factors=(0.6, 1.5), synch=True, hyperparam_mutations={"lr": tune.uniform(0, 1)})';
    const space = only(
      ray(scheduler, 'run_config=tune.RunConfig(stop={"training_iteration": 60})'),
      'python',
    );
    assert.deepEqual(settings(space), {
      population: 12,
      maxResource: 60,
      steps: 12,
      quantile: 20,
      resample: 30,
      up: 1.5,
      down: 0.6,
      synchronous: true,
      drift: 0.7,
      haste: 0,
    });
    assert.deepEqual(space.budget.population?.changes, ['lr']);
  });

  it('of Ray have Ray’s defaults where nothing is said: a comparison a minute, a quarter, a quarter, 1.2 and 0.8', () => {
    const { population } = only(ray('PopulationBasedTraining()'), 'python').budget;
    assert.deepEqual(
      [population?.interval?.value, population?.quantile?.value, population?.resampleProbability?.value],
      [60, 0.25, 0.25],
    );
    assert.deepEqual([population?.factors, population?.isSynchronous], [[1.2, 0.8], false]);
  });

  it('of Ray draw what they change, also where the configuration has one value for it or none', () => {
    const scheduler =
      'PopulationBasedTraining(hyperparam_mutations={"lr": tune.loguniform(1e-4, 1e-1), "batch": [16, 32]})';
    for (const configuration of ['{"lr": 0.01, "wd": tune.uniform(0, 1)}', '{"lr": 0.01, "seed": 1}', '{}']) {
      const { parameters } = only(ray(scheduler, '', configuration), 'python');
      const kinds = new Map(parameters.map(({ name, domain }) => [name, domain?.kind]));
      assert.deepEqual([kinds.get('lr'), kinds.get('batch')], ['float', 'ordinal'], configuration);
      const start = parameters.find(({ name }) => name === 'lr')?.default;
      assert.equal(start, configuration === '{}' ? undefined : 0.01);
    }
  });

  it('of PB2 move between bounds', () => {
    const { parameters, budget } = only(
      ray('PB2(hyperparam_bounds={"lr": [0.001, 0.1]})', '', '{"wd": tune.uniform(0, 1)}'),
      'python',
    );
    const lr = parameters.find(({ name }) => name === 'lr')?.domain;
    assert.ok(lr?.kind === 'float' && lr.low === 0.001 && lr.high === 0.1);
    assert.equal(budget.population?.name, 'PB2');
  });

  it('of NNI have ten members of which a fifth copies, and a step for every ten trials', () => {
    const text = (args: string) =>
      `searchSpace: {x: {_type: uniform, _value: [0, 1]}}\ntrialCommand: a\ntrialConcurrency: 2\n` +
      `maxTrialNumber: 120\ntuner: {name: PBTTuner, classArgs: {optimize_mode: maximize${args}}}\n` +
      'trainingService: {platform: local}\n';
    const usual = settings(only(text('')));
    assert.deepEqual([usual['population'], usual['steps'], usual['quantile']], [10, 12, 20]);
    const own = settings(only(text(', population_size: 30, fraction: 0.3, factor: 0.1')));
    assert.deepEqual([own['population'], own['steps'], own['quantile'], own['up']], [30, 4, 30, 1.1]);
  });

  it('of Determined train for rounds of one length', () => {
    const text =
      'hyperparameters: {x: {type: double, minval: 0, maxval: 1}}\nsearcher: {name: pbt, metric: loss, ' +
      'population_size: 16, num_rounds: 8, length_per_round: {batches: 50}, replace_function: {truncate_fraction: 0.2}, ' +
      'explore_function: {resample_probability: 0.1, perturb_factor: 0.3}}\n';
    const { population, maxResource, steps, quantile, resample, up } = settings(only(text));
    assert.deepEqual([population, maxResource, steps, quantile, resample, up], [16, 400, 8, 20, 10, 1.3]);
  });
});
