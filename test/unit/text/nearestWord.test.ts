import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestWord } from '../../../src/core/text/nearestWord';

describe('the nearest word', () => {
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['unifrom', ['normal', 'uniform', 'quniform'], 'uniform'],
    ['log_uniform', ['uniform', 'loguniform', 'qloguniform'], 'loguniform'],
    ['maxTrialsCount', ['maxTrialCount', 'maxFailedTrialCount'], 'maxTrialCount'],
    ['Minimise', ['minimize', 'maximize'], 'minimize'],
    ['max', ['minimize', 'maximize'], undefined],
    ['description', ['parameters', 'objective', 'algorithm'], undefined],
    ['lr', ['wd'], undefined],
    ['', ['a'], undefined],
    ['tpe', [], undefined],
  ];
  for (const [word, candidates, expected] of cases) {
    it(`to "${word}" is ${expected ?? 'none'}`, () => assert.equal(nearestWord(word, candidates), expected));
  }

  it('is a word itself, whatever stands beside it', () => {
    const words = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 5 }), (word, others) => {
        assert.equal(nearestWord(word, [...others, word]), word);
      }),
    );
  });

  it('survives one edit of a word of six letters or more', () => {
    const words = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(words, fc.nat(5), fc.constantFrom('', 'x', 'xy'), (word, at, put) => {
        assert.equal(nearestWord(word.slice(0, at) + put + word.slice(at + 1), [word]), word);
      }),
    );
  });

  it('is not looked for among hundreds', () => {
    const many = Array.from({ length: 300 }, (_, i) => `parameter${i}`);
    assert.equal(nearestWord('parametre7', many), undefined);
  });
});
