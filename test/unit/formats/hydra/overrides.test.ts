import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { evaluateOverride } from '../../../../src/core/formats/hydra/overrides/evaluate';
import { OverrideError } from '../../../../src/core/formats/hydra/overrides/overrideNode';
import { parseOverride } from '../../../../src/core/formats/hydra/overrides/parseOverride';
import { elementValue, type Bound, type Evaluated } from '../../../../src/core/formats/hydra/overrides/sweep';
import type { Value } from '../../../../src/core/text/scalars';

interface Expected {
  readonly text: string;
  readonly error?: true;
}

/** What `OverridesParser` of hydra-core 1.3.8 makes of each text; infinities and NaN as Python spells them. */
const expected = JSON.parse(readFileSync('test/fixtures/hydra/overrides.json', 'utf8')) as Expected[];

function evaluated(text: string): Evaluated {
  return evaluateOverride(parseOverride(text));
}

function summary(text: string): object {
  try {
    return { text, ...describeSweep(evaluated(text), text) };
  } catch (error) {
    assert.ok(error instanceof OverrideError, `${text}: ${String(error)}`);
    return { text, error: true };
  }
}

function describeSweep(sweep: Evaluated, text: string): object {
  switch (sweep.kind) {
    case 'choice': {
      const items = sweep.items.map(item => plain(elementValue(item)));
      const { kind, simple, tags } = sweep;
      // Hydra has shuffled already, in an order of its own.
      return { kind, simple, tags: [...tags].sort(), items: text.includes('shuffle') ? items.sort() : items };
    }
    case 'range':
      return {
        kind: 'range',
        start: number(sweep.start),
        stop: number(sweep.stop),
        step: number(sweep.step),
        tags: [...sweep.tags].sort(),
      };
    case 'interval':
      return {
        kind: 'interval',
        start: number(sweep.start),
        end: number(sweep.end),
        tags: [...sweep.tags].sort(),
      };
    case 'glob':
      return { kind: 'glob' };
    case 'primitive':
    case 'list':
    case 'dict':
    case 'call':
      return { kind: 'element', value: plain(elementValue(sweep)) };
  }
}

function number({ value, type }: Bound): object {
  return { value, type };
}

function plain(value: Value): Value {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return value > 0 ? 'inf' : value < 0 ? '-inf' : 'nan';
  }
  return value === 0 ? 0 : value;
}

describe('an override of Hydra', () => {
  for (const one of expected) {
    it(`${JSON.stringify(one.text)} is ${one.error ? 'refused' : 'read'} as by Hydra`, () => {
      assert.deepEqual(summary(one.text), one);
    });
  }

  it('says where it is wrong', () => {
    const at = (text: string): string => {
      try {
        evaluated(text);
      } catch (error) {
        if (error instanceof OverrideError) return text.slice(error.range.start, error.range.end);
      }
      return 'nothing';
    };
    assert.equal(at('choice(a~b, c)'), '~');
    assert.equal(at('choice(1, [2)'), ')');
    assert.equal(at('interval(1, 2'), '(');
    assert.equal(at('uniform(0, 1)'), 'uniform');
    assert.equal(at('interval(a, 1)'), 'a');
    assert.equal(at('range(1, 2, 3, 4)'), '4');
    assert.equal(at('choice(1, null)'), 'null');
    assert.equal(at('int(choice(1, b))'), 'b');
    assert.equal(at('interval(1)'), 'interval(1)');
  });

  it('keeps the place of every number and choice', () => {
    const text = 'tag(log, int(interval( 1 , 32)))';
    const sweep = evaluated(text);
    assert.ok(sweep.kind === 'interval');
    const at = ({ range }: Bound): string => text.slice(range?.start, range?.end);
    assert.deepEqual([at(sweep.start), at(sweep.end)], ['1', '32']);
    const list = 'choice( "a b", c d , [1, 2])';
    const choice = evaluated(list);
    assert.ok(choice.kind === 'choice');
    assert.deepEqual(
      choice.items.map(({ range }) => list.slice(range.start, range.end)),
      ['"a b"', 'c d', '[1, 2]'],
    );
  });

  it('never ends in anything but a value or an error with a place in the text', () => {
    const piece = fc.constantFrom(
      ...['choice', 'interval', 'range', 'tag', 'int', 'sort', '(', ')', '[', ']', '{', '}', ',', ':', '='],
      ...['"', "'", '\\', ' ', '1', '-2.5', '1e-4', 'log', 'true', 'null', '${a}', '$', '#', 'é', '\n'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        const text = pieces.join('');
        try {
          evaluated(text);
        } catch (error) {
          assert.ok(error instanceof OverrideError, `${text}: ${String(error)}`);
          const { start, end } = error.range;
          assert.ok(start >= 0 && start <= end && end <= Math.max(1, text.length), text);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('bears any length and depth', () => {
    for (const text of [
      '['.repeat(200_000),
      'a'.repeat(500_000),
      `choice(${'1,'.repeat(100_000)}1)`,
      '${'.repeat(100_000),
      '\\'.repeat(200_001),
      'int('.repeat(50_000),
    ]) {
      assert.ok(summary(text));
    }
  });
});
