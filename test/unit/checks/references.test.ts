import assert from 'node:assert/strict';
import { conditionCycle } from '../../../src/core/checks/conditionCycle';
import { conditionParent } from '../../../src/core/checks/conditionParent';
import { conditionValue } from '../../../src/core/checks/conditionValue';
import { defaultOutside } from '../../../src/core/checks/defaultOutside';
import { logStep } from '../../../src/core/checks/logStep';
import type { Check } from '../../../src/core/checks/check';
import type { Domain } from '../../../src/core/space/domain';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Condition, FormatId, Parameter, SearchSpace } from '../../../src/core/space/searchSpace';

const kernel = categoricalDomain([{ value: 'linear' }, { value: 'rbf' }]);
const layers = numericDomain({ type: 'integer', low: 1, high: 4 });
const here = { start: 0, end: 1 };

function parameter(
  name: string,
  domain: Domain | undefined,
  condition?: Condition,
  more: Partial<Parameter> = {},
): Parameter {
  return {
    name,
    declared: { notation: '', type: 'float', scale: 'linear', bounds: 'values' },
    domain,
    condition,
    tokens: { name: here, declaration: here },
    ...more,
  };
}

function messages(
  check: Check,
  parameters: readonly Parameter[],
  text = 'x',
  format: FormatId = 'configspace',
): string[] {
  const space: SearchSpace = {
    format,
    dialect: 'json',
    parameters,
    forbidden: [],
    budget: {},
    range: here,
    findings: [],
  };
  return check.run(space, text).map(({ message }) => message);
}

const when = (parent: string, ...values: (string | number)[]): Condition => ({ kind: 'in', parent, values });

describe('a condition', () => {
  it('must be on a parameter there is', () => {
    assert.deepEqual(
      messages(conditionParent, [
        parameter('kernel', kernel),
        parameter('width', layers, when('kernels', 'rbf')),
      ]),
      ['`width` depends on `kernels`, which is no parameter; did you mean `kernel`?'],
    );
    assert.deepEqual(
      messages(conditionParent, [
        parameter('kernel', kernel),
        parameter('width', layers, when('kernel', 'rbf')),
      ]),
      [],
    );
  });

  it('must not lead back to its own parameter', () => {
    const circle = [
      parameter('a', layers, when('c', 1)),
      parameter('b', layers, when('a', 1)),
      parameter('c', layers, { kind: 'all', of: [when('b', 1), when('d', 1)] }),
      parameter('d', layers),
      parameter('e', layers, when('a', 1)),
    ];
    assert.deepEqual(messages(conditionCycle, circle), [
      '`a` depends on itself (a → c → b → a), so none of them is ever active; remove one of the conditions.',
    ]);
    assert.deepEqual(messages(conditionCycle, [parameter('a', layers, when('a', 1))]), [
      '`a` depends on itself, so it is never active; remove its condition.',
    ]);
    assert.deepEqual(messages(conditionCycle, circle.slice(1)), []);
  });

  it('must be on a value its parent has', () => {
    const report = (condition: Condition) =>
      messages(conditionValue, [
        parameter('kernel', kernel),
        parameter('layers', layers),
        parameter('width', layers, condition),
      ]);
    assert.deepEqual(report(when('kernel', 'rbf', 'poly')), [
      '`width` waits for `kernel` to be `poly`, which it never is; correct the value, or add it to `kernel`.',
    ]);
    assert.deepEqual(report(when('kernel', 'rbf')), []);
    const above = (bound: number, inclusive: boolean): Condition => ({
      kind: 'above',
      parent: 'layers',
      bound,
      inclusive,
    });
    assert.equal(report(above(4, false)).length, 1);
    assert.deepEqual(report(above(4, true)), []);
    assert.deepEqual(report(above(3, false)), []);
    assert.equal(report({ kind: 'below', parent: 'layers', bound: 1, inclusive: false }).length, 1);
    assert.equal(report({ kind: 'any', of: [when('kernel', 'poly'), when('layers', 9)] }).length, 2);
  });
});

describe('a default', () => {
  it('lies inside its own range', () => {
    const report = (value: string | number, domain: Domain | undefined) =>
      messages(defaultOutside, [parameter('x', domain, undefined, { default: value })]);
    assert.deepEqual(report(9, layers), ['`x` defaults to 9, which is not between 1 and 4.']);
    assert.deepEqual(report(4, layers), []);
    assert.deepEqual(report('poly', kernel), ['`x` defaults to `poly`, which is not one of its choices.']);
    assert.deepEqual(report('rbf', kernel), []);
  });

  it('is moved to the nearer bound', () => {
    const { fixes } =
      defaultOutside.run(
        {
          format: 'configspace',
          dialect: 'json',
          parameters: [
            parameter('x', layers, undefined, {
              default: 9,
              tokens: { name: here, declaration: here, default: here },
            }),
          ],
          forbidden: [],
          budget: {},
          range: here,
          findings: [],
        },
        '9',
      )[0] ?? {};
    assert.deepEqual(fixes?.[0]?.edits, [{ range: here, newText: '4' }]);
  });
});

describe('a step on a log scale', () => {
  const call = 'trial.suggest_float("lr", 1e-5, 0.1, step=0.01, log=True)';
  const start = call.indexOf('0.01');
  const lr = parameter('lr', undefined, undefined, {
    declared: { notation: 'suggest_float', type: 'float', scale: 'log', bounds: 'values', step: 0.01 },
    tokens: { name: here, declaration: here, step: { start, end: start + 4 } },
  });

  it('is an error in Optuna, and is taken out of the call', () => {
    assert.match(messages(logStep, [lr], call, 'optuna-python')[0] ?? '', /Optuna raises a ValueError/);
  });

  it('is what other tools can draw', () => {
    assert.deepEqual(messages(logStep, [lr], call, 'ray-python'), []);
  });
});
