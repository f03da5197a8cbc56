import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wandbSweep } from '../../../src/core/formats/wandb/wandbSweep';
import { parseSource } from '../../../src/core/text/parse';
import type { TextRange } from '../../../src/core/text/range';
import { readSweep, sweepText } from './readSweep';
import { onlySpace } from './onlySpace';

const recognise = (text: string): number => wandbSweep.recognise(parseSource(text, 'yaml'));

describe('the W&B sweep format', () => {
  it('recognises a sweep by parameters in its words and a method, program, command or early_terminate', () => {
    const parameters = 'parameters: {lr: {min: 0.1, max: 0.5}}';
    assert.equal(recognise(`method: random\n${parameters}`), 1);
    for (const other of [
      'program: train.py',
      'command: [a]',
      'early_terminate: {}',
      'method: x\nmetric: {}',
    ]) {
      assert.ok(recognise(`${other}\n${parameters}`) > 0, other);
    }
  });

  it('does not take for one what only looks like it', () => {
    for (const text of [
      'parameters: {lr: {min: 0.1, max: 0.5}}',
      'method: random\nparameters: {lr: 0.1}',
      'method: random\nparameters: [lr]',
      'method: random\nwandb_version: 1\nparameters: {lr: {value: 1}}',
      'lr: {desc: null, value: 0.1}\nwandb_version: 1',
      'branch: main\ngha_enabled: true\nrules: [a]',
      'kind: StorageClass\nparameters: {type: pd-ssd}',
      '[]',
      '',
    ]) {
      assert.equal(recognise(text), 0, text);
    }
  });

  it('flattens nested groups with dots, and none of it is conditional', () => {
    const { parameters } = readSweep(
      'a: {parameters: {b: {parameters: {c: {value: 1}}}, d: {min: 1, max: 5}}}',
    );
    assert.deepEqual(
      parameters.map(({ name, condition }) => [name, condition]),
      [
        ['a.b.c', undefined],
        ['a.d', undefined],
      ],
    );
  });

  it('keeps names unique: of two equal ones the last counts', () => {
    const { parameters } = readSweep('a: {value: 1}', 'b: {value: 2}', 'a: {value: 3}');
    assert.deepEqual(
      parameters.map(({ name, domain }) => [name, domain?.kind === 'constant' && domain.value]),
      [
        ['b', 2],
        ['a', 3],
      ],
    );
  });

  it('says where each part of a declaration stands', () => {
    const lines = ['lr: {distribution: q_uniform, min: 0.1, max: 0.5, q: 0.2}', 'o: {values: [a, bc]}'];
    const text = sweepText(...lines);
    const [lr, o] = readSweep(...lines).parameters;
    const at = (range: TextRange | undefined): string | undefined =>
      range && text.slice(range.start, range.end);
    assert.ok(lr && o);
    assert.deepEqual(Object.values(lr.tokens).map(at), [
      'lr',
      lines[0],
      'q_uniform',
      '0.1',
      '0.5',
      '0.2',
      undefined,
    ]);
    assert.equal(at(o.tokens.choices), '[a, bc]');
    assert.deepEqual(
      o.declared.choices?.map(({ range }) => at(range)),
      ['a', 'bc'],
    );
  });

  it('leaves the notation empty where W&B infers the distribution', () => {
    assert.deepEqual(
      readSweep('x: {min: 1, max: 5}', 'y: {distribution: uniform, min: 1, max: 5}').parameters.map(
        ({ declared }) => [declared.notation, declared.type],
      ),
      [
        ['', 'integer'],
        ['uniform', 'float'],
      ],
    );
  });

  it('reads metric, method, run cap and hyperband with their places', () => {
    const text = [
      'method: bayes',
      'metric: {name: val/acc, goal: maximize}',
      'run_cap: 40',
      'parameters: {x: {min: 0.1, max: 0.5}}',
      'early_terminate: {type: hyperband, max_iter: 27, s: 3, eta: 3}',
    ].join('\n');
    const { objective, method, budget, range, dialect } = onlySpace(
      wandbSweep.read(parseSource(text, 'yaml')),
    );
    const at = ({ start, end }: TextRange): string => text.slice(start, end);
    assert.deepEqual(
      [objective?.metric, objective?.goal, objective && at(objective.metricRange)],
      ['val/acc', 'maximize', 'val/acc'],
    );
    assert.deepEqual(
      [method?.name, method?.family, method && at(method.range)],
      ['bayes', 'bayesian', 'bayes'],
    );
    assert.equal(budget.trials?.value, 40);
    const { earlyStopping } = budget;
    assert.deepEqual(
      [
        earlyStopping?.family,
        earlyStopping?.minResource,
        earlyStopping?.maxResource?.value,
        earlyStopping?.reductionFactor?.value,
        earlyStopping?.rungsBelow?.value,
      ],
      ['hyperband', undefined, 27, 3, 3],
    );
    assert.equal(at(range), 'parameters');
    assert.equal(dialect, 'pyyaml');
  });

  it('minimizes where the goal is missing or unknown, as W&B does', () => {
    const goal = (metric: string) =>
      onlySpace(wandbSweep.read(parseSource(`method: random\nmetric: ${metric}`, 'yaml'))).objective;
    assert.equal(goal('{name: acc}')?.goal, 'minimize');
    assert.equal(goal('{name: acc}')?.goalRange, undefined);
    assert.equal(goal('{name: acc, goal: maximum}')?.goal, 'minimize');
  });

  it('reads anchors and merge keys as PyYAML does', () => {
    const { parameters, findings } = readSweep(
      'a: &base {distribution: log_uniform_values, min: 0.001, max: 0.1}',
      'b: *base',
      'c: {<<: *base, max: 1.0}',
    );
    assert.deepEqual(
      parameters.map(({ declared }) => [declared.low, declared.high]),
      [
        [0.001, 0.1],
        [0.001, 0.1],
        [0.001, 1],
      ],
    );
    assert.deepEqual(findings, []);
  });

  it('reads any text in the shape of a sweep without throwing, every range inside it', () => {
    const words =
      'x: a: value: values: min: max: q: mu: distribution: uniform q_uniform normal parameters: method: grid';
    const pieces = [
      ...words.split(' '),
      ...'metric: name: goal: early_terminate: 1e-5 1.0 -3 .inf no'.split(' '),
    ];
    const part = fc.constantFrom(
      ...pieces,
      '{',
      '}',
      '[',
      ']',
      ', ',
      '\n  ',
      '\n    ',
      ' ',
      '*a',
      '&a ',
      '"',
      '__proto__:',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        const text = `method: random\nparameters:\n  x: {min: 1, max: 5}\n  ${parts.join(' ')}`;
        const space = onlySpace(wandbSweep.read(parseSource(text, 'yaml')));
        const ranges = [
          space.range,
          ...space.parameters.flatMap(({ tokens }) => Object.values(tokens) as (TextRange | undefined)[]),
          ...space.findings.flatMap(({ range, fixes }) => [
            range,
            ...fixes.flatMap(({ edits }) => edits.map(edit => edit.range)),
          ]),
        ];
        for (const range of ranges) {
          if (range) assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        }
        assert.equal(new Set(space.parameters.map(({ name }) => name)).size, space.parameters.length);
      }),
      { numRuns: 1000 },
    );
  });
});
