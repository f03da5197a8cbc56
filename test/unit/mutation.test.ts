import assert from 'node:assert/strict';
import { analyse } from '../../src/core/analyse';
import { randomStream } from '../../src/core/numeric/random';
import { mutate } from '../bench/mutator';
import { seeds } from '../bench/seeds';

describe('mutated texts', () => {
  it('are analysed without an exception, and every finding lies inside the text', () => {
    const originals = seeds();
    const random = randomStream('mutated texts');
    let recognised = 0;
    for (let run = 0; run < 3000; run++) {
      const from = originals[random.integer(originals.length)];
      const other = originals[random.integer(originals.length)];
      assert.ok(from && other);
      const text = mutate(from.text, other.text, random);
      const analysis = analyse(text, from.language, from.name);
      if (analysis !== undefined) recognised++;
      for (const { range, fixes, message } of analysis?.findings ?? []) {
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, message);
        assert.ok(message.trim() !== '');
        for (const { edits } of fixes) {
          for (const { range: edited } of edits) {
            assert.ok(0 <= edited.start && edited.start <= edited.end && edited.end <= text.length, message);
          }
        }
      }
    }
    assert.ok(recognised > 500, `only ${recognised} of 3000 were still recognised`);
  });
});
