import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../../src/core/analyse';
import { mayHoldSearchSpace } from '../../../../src/core/formats/tells';

const corpus = '../shared/corpus';

/** It defines functions of its own called suggest_categorical and suggest_normal; nothing of Optuna is in it. */
const notOptuna = '17_microsoft__nni__tpe_tuner.py';

describe('real Python files', () => {
  before(function () {
    if (!existsSync(corpus)) this.skip();
  });

  const files = (folder: string) =>
    readdirSync(join(corpus, folder))
      .filter(name => name.endsWith('.py'))
      .map(name => ({ name, text: readFileSync(join(corpus, folder, name), 'utf8') }));

  for (const [folder, id] of [
    ['optuna-python', 'optuna-python'],
    ['ray-python', 'ray-python'],
    ['hyperopt-python', 'hyperopt-python'],
    ['kerastuner-python', 'keras-tuner-python'],
  ] as const) {
    it(`in ${folder} are known for what they are, and have no error`, () => {
      for (const { name, text } of files(folder).filter(each => each.name !== notOptuna)) {
        const analysis = analyse(text, 'python', name);
        assert.equal(analysis?.spaces[0].format, id, name);
        assert.ok(mayHoldSearchSpace(text, 'python'), name);
        const errors = analysis.findings.filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          errors.map(({ message }) => message),
          [],
          name,
        );
      }
    });
  }

  it('of a tuner itself are no search space', () => {
    const text = readFileSync(join(corpus, 'optuna-python', notOptuna), 'utf8');
    assert.equal(analyse(text, 'python', notOptuna), undefined);
  });

  it('hold a space for each function that samples one', () => {
    const zoo = files('optuna-python').find(({ name }) => name.includes('rl-baselines3-zoo'));
    assert.deepEqual(
      analyse(zoo?.text ?? '', 'python')?.spaces.map(
        ({ name, parameters }) => `${name} ${parameters.length}`,
      ),
      'ppo 11,ppo_lstm 11,trpo 10,a2c 8,sac 10,td3 10,dqn 12,tqc 10,qrdqn 12,ars 4'
        .split(',')
        .map(each => `sample_${each.replace(' ', '_params ')}`),
    );
  });
});

describe('the Python samples', () => {
  it('are one of each of four tools, with nothing worse than a remark to be said of them', () => {
    const formats = readdirSync('media/samples/python').map(name => {
      const text = readFileSync(`media/samples/python/${name}`, 'utf8');
      const analysis = analyse(text, 'python', name);
      const worse = analysis?.findings.filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      assert.deepEqual(worse, [], name);
      assert.ok(mayHoldSearchSpace(text, 'python'), name);
      return analysis?.spaces.map(({ format }) => format).join();
    });
    assert.deepEqual(formats.sort(), [
      'hyperopt-python',
      'keras-tuner-python',
      'optuna-python',
      'ray-python',
    ]);
  });
});

describe('an ordinary Python file', () => {
  it('is dismissed by its words', () => {
    for (const text of [
      'import numpy as np\nx = np.random.uniform(0, 1)\n',
      'def fortune():\n    return choice(["a", "b"])\n',
      'for ax in axes:\n    ax.plot(max(x))\n',
      'class Sweeper:\n    def sweep(self): ...\n',
      '',
    ]) {
      assert.equal(mayHoldSearchSpace(text, 'python'), false, text);
    }
  });
});
