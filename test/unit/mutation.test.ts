import assert from 'node:assert/strict';
import { analyse } from '../../src/core/analyse';
import type { TextRange } from '../../src/core/text/range';
import { mutatedTexts } from '../bench/mutatedTexts';

const count = 1500;

describe('mutated texts', () => {
  it('are analysed without an exception, and what is found and edited lies inside the text', () => {
    let recognised = 0;
    for (const { run, text, language, name, format } of mutatedTexts(count, 'mutated texts')) {
      const analysis = analyse(text, language, name, { format });
      if (analysis === undefined) continue;
      recognised++;
      const isInside = ({ start, end }: TextRange): boolean =>
        0 <= start && start <= end && end <= text.length;
      for (const { message, range, fixes } of analysis.findings) {
        assert.ok(message.trim() !== '', `run ${run}`);
        const edited = fixes.flatMap(({ edits }) => edits.map(edit => edit.range));
        assert.ok([range, ...edited].every(isInside), `run ${run}: ${message}`);
      }
    }
    assert.ok(recognised > count / 5, `only ${recognised} of ${count} were recognised`);
  });
});
