import assert from 'node:assert/strict';
import { renameEdits, renameTarget } from '../../../src/core/editing/rename';
import { applyEdits } from '../../../src/core/text/range';
import { configSpace, groups, katib, nested, opened, type Opened } from './opened';

function renamed({ document, spaces }: Opened, at: string, newName: string): string {
  const rename = renameEdits(spaces, document, document.text.indexOf(at) + 1, newName);
  return rename.kind === 'edits' ? applyEdits(document.text, rename.edits) : rename.reason;
}

describe('renaming a parameter', () => {
  it('changes a W&B parameter, and of a nested one only its own part', () => {
    assert.equal(renamed(opened(groups), 'lr:', 'rate'), groups.replace('lr:', 'rate:'));
    assert.equal(renamed(opened(groups), 'size:', 'side'), groups.replace('size:', 'side:'));
  });

  it('changes what refers to a Katib parameter, in its own experiment', () => {
    const two = `${katib('first')}---\n${katib('second')}`;
    const expected = `${katib('first').replace('name: epochs', 'name: steps').replace('"epochs"', '"steps"').replace('reference: epochs', 'reference: steps')}---\n${katib('second')}`;
    assert.equal(renamed(opened(two), 'epochs\n', 'steps'), expected);
    assert.equal(renamed(opened(two), 'epochs}', 'steps'), expected);
  });

  it('changes the conditions and forbidden clauses of ConfigSpace', () => {
    const text = renamed(opened(configSpace, 'json'), '"beta"', 'beta_1');
    assert.equal(text, configSpace.replaceAll('"beta"', '"beta_1"'));
  });

  it('leaves the same word alone where it is a value', () => {
    const file = configSpace.replace('"choices": ["adam"', '"choices": ["solver", "adam"');
    assert.equal(
      renamed(opened(file, 'json'), '"solver"', 'optimizer'),
      file.replaceAll(/("(?:name|parent)": )"solver"/g, '$1"optimizer"'),
    );
  });

  it('keeps quotes, and adds them where a name needs them', () => {
    assert.equal(
      renamed(opened(nested, 'json'), '"dropout"', 'drop "out"'),
      nested.replace('"dropout"', '"drop \\"out\\""'),
    );
    const yaml =
      'searchSpace:\n  lr: {_type: uniform, _value: [0, 1]}\ntrialCommand: x\ntuner: {name: TPE}\n';
    assert.equal(renamed(opened(yaml), 'lr:', 'on'), yaml.replace('lr:', '"on":'));
  });

  it('says in one sentence why not', () => {
    const sentences = [
      renamed(opened(groups), 'lr:', 'epochs'),
      renamed(opened(groups), 'mixup:', 'mix up'),
      renamed(opened(groups), 'lr:', ' '),
      renamed(opened(nested, 'json'), '"dropout"', '_name'),
      renamed(opened(groups), 'method', 'x'),
    ];
    assert.deepEqual(sentences, [
      'This search space already has a parameter `epochs`.',
      'W&B takes names of letters, digits, `_`, `.` and `-` that start with a letter.',
      'A parameter needs a name.',
      'NNI keeps names that start with `_` for itself.',
      'No parameter is named here.',
    ]);
  });

  it('does not touch a name that several parameters share by an anchor', () => {
    const shared =
      'method: random\nparameters:\n  a:\n    parameters: &g\n      x: {values: [1, 2]}\n  b:\n    parameters: *g\n';
    assert.match(renamed(opened(shared), 'x:', 'y'), /share this name by an anchor/);
  });

  it('takes the token under the caret and the name in it', () => {
    const { document, spaces } = opened(nested, 'json');
    const target = renameTarget(spaces, document, document.text.indexOf('momentum'));
    assert.equal(target?.name, 'momentum');
    assert.equal(document.text.slice(target?.range.start, target?.range.end), '"momentum"');
  });
});

describe('renaming in text formats', () => {
  it('changes the conditions and forbidden combinations of a PCS file, not the values', () => {
    const file = `solver categorical {adam, sgd} [adam]
beta real [0.0, 1.0] [0.5]
sgd real [0.0, 1.0] [0.5]
beta | solver == adam && sgd > 0.5
sgd | solver in {sgd} # sgd
{solver=sgd, sgd=0.5}
`;
    assert.equal(
      renamed(opened(file, 'text', 'pcs'), 'sgd real', 'momentum'),
      `solver categorical {adam, sgd} [adam]
beta real [0.0, 1.0] [0.5]
momentum real [0.0, 1.0] [0.5]
beta | solver == adam && momentum > 0.5
momentum | solver in {sgd} # sgd
{solver=sgd, momentum=0.5}
`,
    );
  });

  it('changes the conditions and forbidden combinations of an irace file, not what is in quotes', () => {
    const file = `algorithm "--" c (as,mmas)
ants "--ants " i (5, 100)
q0 "--q0 " r (0.0, 1.0) | algorithm %in% c("as", "algorithm")
[forbidden]
algorithm == "as" & ants > 50
`;
    assert.equal(
      renamed(opened(file, 'text', 'irace'), 'algorithm "', 'method'),
      file
        .replace('algorithm "', 'method "')
        .replace('| algorithm', '| method')
        .replace('algorithm ==', 'method =='),
    );
  });

  it('changes the command of the Azure ML job that draws the parameter', () => {
    const file = `type: sweep
trial:
  command: python train.py --lr \${{search_space.lr}} --lr2 \${{search_space.lr2}}
objective: {primary_metric: loss, goal: minimize}
sampling_algorithm: random
search_space:
  lr: {type: uniform, min_value: 0.1, max_value: 0.5}
  lr2: {type: uniform, min_value: 0.1, max_value: 0.5}
`;
    assert.equal(
      renamed(opened(file), 'lr:', 'rate'),
      file.replace('search_space.lr}', 'search_space.rate}').replace('  lr:', '  rate:'),
    );
  });
});
