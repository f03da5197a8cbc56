import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { convert } from '../../../src/core/convert/convert';
import { convertTargets } from '../../../src/core/convert/targets';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Condition } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../space/makeSpace';
import { realisticSpace } from './realisticSpace';

const target = (id: string) => {
  const found = convertTargets.find(candidate => candidate.id === id);
  assert.ok(found);
  return found;
};

const lost = (id: string, space = realisticSpace): string[] =>
  convert(space, target(id)).losses.map(
    ({ parameter, message }) => `${parameter ?? ''}: ${message.slice(0, 28)}`,
  );

describe('a realistic search space', () => {
  for (const { id, label, fileName } of convertTargets) {
    it(`is written as ${label} as a person would`, () => {
      const expected = readFileSync(`test/fixtures/convert/${id}-${fileName}`, 'utf8');
      assert.equal(convert(realisticSpace, target(id)).text, expected);
    });
  }

  it('loses in W&B what W&B has no words for', () => {
    assert.deepEqual(lost('wandb'), [
      'momentum: W&B has no conditions and dr',
      ': W&B has no place here for th',
    ]);
  });

  it('loses in Optuna its weights and its normal distribution', () => {
    assert.deepEqual(lost('optuna'), [
      'optimizer: Optuna cannot draw it as it ',
      'noise: Optuna cannot draw it as it ',
    ]);
  });

  it('loses in ConfigSpace only what is not the space', () => {
    assert.ok(
      convert(realisticSpace, target('configspace')).losses.every(({ parameter }) => parameter === undefined),
    );
  });
});

describe('what a target cannot express', () => {
  it('is said in a comment as well, wherever the syntax has comments', () => {
    for (const to of convertTargets.filter(({ language }) => language !== 'json')) {
      const { text, losses } = convert(realisticSpace, to);
      for (const { message } of losses) {
        assert.ok(text.includes(`# ${message}`) || text.includes(`: ${message}`), message);
      }
    }
  });

  it('is measured by the share of draws that fall elsewhere', () => {
    const space = makeSpace({
      x: numericDomain({ type: 'float', low: 0, high: 1, prior: { kind: 'beta', alpha: 2, beta: 1 } }),
    });
    // The distributions x² and x differ most at ½, by a quarter.
    assert.match(convert(space, target('optuna')).losses[0]?.message ?? '', /up to 25 %/);
  });

  it('keeps values on their steps even where that changes how often they are drawn', () => {
    const step = { size: 32, origin: 'zero', clamp: false } as const;
    const space = makeSpace({
      width: numericDomain({ type: 'float', low: 32, high: 512, scale: 'log', step }),
    });
    assert.match(
      convert(space, target('optuna')).text,
      /suggest_float\("width", 32\.0, 512\.0, step=32\.0\)/,
    );
  });
});

describe('conditions in Optuna', () => {
  const choice = (...values: string[]) => categoricalDomain(values.map(value => ({ value })));
  const body = (conditions: Record<string, Condition>, forbidden: Condition[] = []): string => {
    const x = numericDomain({ type: 'float', low: 0, high: 1 });
    const domains = { a: choice('p', 'q'), b: choice('r', 's'), c: x, d: x };
    const { text } = convert(makeSpace(domains, { conditions, forbidden }), target('optuna'));
    return text.slice(text.indexOf('    a = '), text.indexOf('    scores'));
  };

  it('nest under the parent that is itself conditional', () => {
    const text = body({
      b: { kind: 'in', parent: 'a', values: ['p'] },
      c: { kind: 'in', parent: 'b', values: ['s'] },
    });
    assert.match(text, /if a == "p":\n {8}b = .*\n {8}if b == "s":\n {12}c = /);
  });

  it('share one branch where they are the same', () => {
    const when = { kind: 'notIn', parent: 'a', values: ['p', 'q'] } as const;
    assert.equal(body({ c: when, d: when }).match(/if a not in \["p", "q"\]:/g)?.length, 1);
  });

  it('see None where a parent in another branch was not drawn', () => {
    const text = convert(
      makeSpace(
        {
          a: choice('p', 'q'),
          c: numericDomain({ type: 'float', low: 0, high: 1 }),
          d: numericDomain({ type: 'float', low: 0, high: 1 }),
        },
        {
          conditions: { c: { kind: 'in', parent: 'a', values: ['p'] } },
          forbidden: [{ kind: 'above', parent: 'c', bound: 0.9, inclusive: true }],
        },
      ),
      target('optuna'),
    ).text;
    assert.match(text, /^ {4}c = None$/m);
    assert.match(text, /if c is not None and c >= 0\.9:\n {8}raise optuna\.TrialPruned/);
  });
});
