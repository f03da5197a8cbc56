import assert from 'node:assert/strict';
import { checks } from '../../../src/core/checks/index';
import { analyse } from '../../../src/core/analyse';
import { pageExamples } from './pageExamples';

describe('a check that cannot be asked', () => {
  const read = pageExamples().flatMap(({ text, language }) => {
    const analysis = analyse(text, language);
    return analysis ? analysis.spaces.map(space => ({ space, text })) : [];
  });

  it('says why in one sentence', () => {
    for (const { space } of read) {
      for (const check of checks) {
        const reason = check.notApplicable?.(space);
        if (reason !== undefined) assert.match(reason, /^[A-Z].*\.$/, check.code);
      }
    }
  });

  it('finds nothing', () => {
    for (const { space, text } of read) {
      for (const check of checks) {
        if (check.notApplicable?.(space) === undefined) continue;
        assert.deepEqual(check.run(space, text), [], `${check.code}:\n${text}`);
      }
    }
  });

  it('can be asked of some space', () => {
    for (const check of checks) {
      assert.ok(
        read.some(({ space }) => check.notApplicable?.(space) === undefined),
        check.code,
      );
    }
  });
});
