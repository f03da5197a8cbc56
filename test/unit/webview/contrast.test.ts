import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contrast, visibleOn } from '../../../src/webview/chart/contrast';

describe('colours of marks', () => {
  // WCAG 2.2: black on white is 21 to 1; #767676 is the lightest grey that reaches 4.5 on white.
  it('are compared by the contrast ratio of WCAG', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.ok(contrast('#767676', '#ffffff') >= 4.5 && contrast('#777777', '#ffffff') < 4.5);
  });

  it('stay as the theme has them where they can be seen', () => {
    assert.equal(visibleOn('#ffffff', '#005fb8', '#000000'), '#005fb8');
  });

  it('reach three to one on any background a foreground can be read on', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map(value => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, colour, (background, mark) => {
        const foreground =
          contrast('#ffffff', background) > contrast('#000000', background) ? '#ffffff' : '#000000';
        assert.ok(contrast(visibleOn(background, mark, foreground), background) >= 3);
      }),
    );
  });
});
