import assert from 'node:assert/strict';
import { shorten } from '../../../src/core/text/shorten';

describe('shorten', () => {
  it('leaves short text alone and ends the rest with an ellipsis', () => {
    assert.equal(shorten('adam', 4), 'adam');
    assert.equal(shorten('adamw', 4), 'ada…');
    assert.equal(shorten('x'.repeat(99), 4), 'xxx…');
  });

  it('never cuts a character in two', () => {
    assert.equal(shorten('😀😀😀😀😀', 3), '😀😀…');
    assert.equal(shorten('😀😀😀', 3), '😀😀😀');
  });
});
