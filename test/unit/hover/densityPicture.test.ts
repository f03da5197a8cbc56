import assert from 'node:assert/strict';
import fc from 'fast-check';
import { densityPicture } from '../../../src/core/hover/densityPicture';
import { palettes, type ThemeKind } from '../../../src/core/hover/pictureTheme';
import type { Domain } from '../../../src/core/space/domain';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { drawableParameters } from '../../../src/core/space/searchSpace';
import { anyDomain } from '../space/arbitraryDomain';
import { makeSpace } from '../space/makeSpace';

/** `editorHoverWidget.background` of VS Code's default themes. */
const grounds: Readonly<Record<ThemeKind, string>> = {
  dark: '#202020',
  light: '#f8f8f8',
  highContrast: '#0c141f',
  highContrastLight: '#ffffff',
};

describe('the density picture', () => {
  it('says its numbers in words', () => {
    assert.equal(
      picture('lr', numericDomain({ type: 'float', low: 1e-5, high: 0.1 })).alt,
      'Density of lr on a log axis: float, uniform, 1e-5 … 0.1 (inclusive); median 0.05; draws per decade 0.09 %, 0.9 %, 9 %, 90 %',
    );
    assert.equal(
      picture('opt', categoricalDomain([{ value: 'adam', weight: 3 }, { value: 'sgd' }])).alt,
      'Draws of opt: categorical, 2 choices: adam 75 % · sgd 25 %',
    );
  });

  it('is a ramp for a uniform density over decades and a plateau for a log-uniform one', () => {
    const heights = (scale: 'linear' | 'log'): number[] => {
      const { svg } = picture('lr', numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale }));
      const curve = /<path d="M([^"]+)" fill="none"/.exec(svg)?.[1] ?? '';
      return curve.split('L').map(point => Number(point.split(' ')[1]));
    };
    assert.equal(new Set(heights('log')).size, 1);
    const ramp = heights('linear');
    assert.ok(ramp.every((y, i) => i === 0 || y <= (ramp[i - 1] ?? NaN)));
    assert.ok((ramp[0] ?? 0) - (ramp.at(-1) ?? 0) > 40);
  });

  it('labels the ends, the shares of the decades and the ticks of levels', () => {
    const { svg } = picture('lr', numericDomain({ type: 'float', low: 1e-5, high: 0.1 }));
    for (const label of ['1e-5', '0.1', '90 %', '0.9 %', '0.01']) {
      assert.ok(svg.includes(`>${label}</text>`), label);
    }
    const step = { size: 4, origin: 'zero', clamp: false } as const;
    const levels = picture('q', numericDomain({ type: 'float', low: 3, high: 10, step })).svg;
    assert.ok(levels.includes('>4</text>') && levels.includes('>8</text>'));
    assert.equal(levels.match(/v4/g)?.length, 2);
  });

  it('escapes what a file says', () => {
    const name = `a<b>"&'\u0007`;
    const { svg } = picture(name, categoricalDomain([{ value: '<script>' }, { value: 'x'.repeat(9999) }]));
    assert.ok(!svg.includes('<script') && !svg.includes('\u0007'));
    assert.ok(svg.includes('a&lt;b&gt;&quot;&amp;&#39;\ufffd'));
  });

  it('is at most 4 KB of well-formed markup with finite coordinates, whatever the domain', () => {
    fc.assert(
      fc.property(anyDomain, domain => {
        const { svg } = picture('p', domain);
        assert.ok(new TextEncoder().encode(svg).length <= 4096);
        assert.ok(
          !/NaN|Infinity|undefined/.test(svg.replace(/>[^<]*</g, '').replace(/aria-label="[^"]*"/, '')),
          svg,
        );
        assert.ok(
          /^<svg [^<>]*>(<(rect|path) [^<>]*\/>|<text [^<>]*>[^<>]*<\/text>)*<\/svg>$/.test(svg),
          svg,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('has something to show for a constant', () => {
    assert.ok(picture('optimiser', constantDomain('adam')).svg.includes('>adam</text>'));
  });

  for (const [theme, { foreground, data }] of Object.entries(palettes)) {
    it(`has text of contrast 4.5 and data of contrast 3 on the ${theme} ground`, () => {
      const ground = grounds[theme as ThemeKind];
      assert.ok(contrast(foreground, ground) >= 4.5);
      assert.ok(contrast(data, ground) >= 3);
    });
  }
});

function picture(name: string, domain: Domain | undefined) {
  const [parameter] = drawableParameters(makeSpace({ [name]: domain }));
  assert.ok(parameter);
  return densityPicture(parameter, 'dark');
}

/** The contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [a, b].map(luminance).sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(i => {
    const channel = parseInt(colour.slice(i, i + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
