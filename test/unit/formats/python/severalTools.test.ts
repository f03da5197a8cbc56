import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const optuna = `import optuna

def objective(trial):
    lr = trial.suggest_float("lr", 0.1, 0.01)
    return train(lr)
`;
const wandb = `import wandb

wandb.sweep({"method": "random", "parameters": {"momentum": {"min": 0.5, "max": 0.9}}})
`;

describe('a Python file that uses several tools', () => {
  it('has the spaces of all of them, in document order', () => {
    const formats = (text: string) => analyse(text, 'python')?.spaces.map(({ format }) => format);
    assert.deepEqual(formats(optuna + wandb), ['optuna-python', 'wandb-python']);
    assert.deepEqual(formats(wandb + optuna), ['wandb-python', 'optuna-python']);
  });

  it('names each of them, and says so in its findings', () => {
    const analysis = analyse(optuna + wandb, 'python');
    const names = analysis?.spaces.map(({ name }) => name) ?? [];
    assert.equal(new Set(names).size, 2);
    assert.ok(!names.includes(undefined));
    const inverted = analysis?.findings.find(({ code }) => code === 'inverted-bounds');
    assert.equal(inverted?.space, names[0]);
  });

  it('has one without a name where it only imports the other', () => {
    const analysis = analyse(`import wandb\n${optuna}`, 'python');
    assert.deepEqual(
      analysis?.spaces.map(({ format, name }) => [format, name]),
      [['optuna-python', undefined]],
    );
  });
});
