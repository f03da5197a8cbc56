import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { wandbPython } from '../../../../src/core/formats/wandbPython/wandbPython';
import { parseSource } from '../../../../src/core/text/parse';
import { applyEdits } from '../../../../src/core/text/range';

const read = (text: string) => wandbPython.read(parseSource(text, 'python'));
const found = (text: string) =>
  (analyse(text, 'python')?.findings ?? []).map(({ code, range }) => [
    code,
    text.slice(range.start, range.end),
  ]);

const tutorial = `import wandb
sweep_config = {'method': 'random'}
metric = {'name': 'loss', 'goal': 'minimize'}
sweep_config['metric'] = metric
parameters_dict = {'optimizer': {'values': ['adam', 'sgd']}, 'dropout': {'values': [0.3, 0.4, 0.5]}}
sweep_config['parameters'] = parameters_dict
parameters_dict.update({'epochs': {'value': 1}})
parameters_dict.update({'learning_rate': {'distribution': 'uniform', 'min': 0, 'max': 0.1}})
sweep_id = wandb.sweep(sweep_config, project='pytorch-sweeps-demo')
`;

describe('a W&B sweep in Python', () => {
  it('is read as it is put together, step by step', () => {
    const [space] = read(tutorial);
    assert.deepEqual(
      space?.parameters.map(({ name, domain }) => [name, domain?.kind]),
      [
        ['optimizer', 'categorical'],
        ['dropout', 'categorical'],
        ['epochs', 'constant'],
        ['learning_rate', 'float'],
      ],
    );
    assert.deepEqual([space?.objective?.metric, space?.method?.family], ['loss', 'random']);
    assert.deepEqual([space?.format, space?.dialect], ['wandb-python', 'python']);
  });

  it('has Python’s numbers: 1e-4 is one, 1.0 is a float, and quotes make text', () => {
    const sweep = (parameters: string) =>
      `import wandb\nwandb.sweep({"method": "random", "parameters": {${parameters}}})\n`;
    const kind = (parameters: string) => read(sweep(parameters))[0]?.parameters[0]?.domain?.kind;
    assert.equal(kind('"x": {"min": 1e-4, "max": 1e-3}'), 'float');
    assert.equal(kind('"x": {"min": 1, "max": 4}'), 'integer');
    assert.equal(kind('"x": {"min": 1, "max": 4.0}'), 'float');
    assert.deepEqual(found(sweep('"x": {"min": 1e-4, "max": 1e-3}')), []);
    assert.deepEqual(found(sweep('"x": {"min": "1e-4", "max": 1e-3}')), [['string-number', '"1e-4"']]);
    assert.deepEqual(found(sweep('"x": {"values": ["yes", "no"]}')), []);
  });

  it('has the findings of a sweep file at its own places, with fixes in its own syntax', () => {
    const text =
      'import wandb\nwandb.sweep({"method": "random", "parameters": {"lr": {"min": 1e-5, "max": 1e-1}}, "RUN": 10})\n';
    assert.deepEqual(found(text), [
      ['linear-decades', '"lr"'],
      ['wandb-unknown-key', '"RUN"'],
    ]);
    const edits = analyse(text, 'python')?.findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []) ?? [];
    assert.equal(
      applyEdits(text, edits),
      'import wandb\nwandb.sweep({"method": "random", "parameters": {"lr": {"distribution": "log_uniform_values", "min": 1e-5, "max": 1e-1}}, "run_cap": 10})\n',
    );
  });

  it('says nothing against what is known only when the program runs', () => {
    const text =
      'import wandb\nwandb.sweep({"method": args.method, "parameters": {"x": {"min": 0, "max": args.max}, "y": {"values": [1, 2]}}})\n';
    assert.deepEqual(found(text), [
      ['dynamic-parameter', 'args.method'],
      ['dynamic-parameter', 'args.max'],
    ]);
    assert.deepEqual(
      read(text)[0]?.parameters.map(({ name, domain }) => [name, domain?.kind]),
      [
        ['x', undefined],
        ['y', 'categorical'],
      ],
    );
  });

  it('is none where the dictionary comes from elsewhere', () => {
    const document = parseSource('import wandb\nwandb.sweep(yaml.safe_load(open("sweep.yaml")))', 'python');
    assert.equal(wandbPython.recognise(document), 0);
  });
});
