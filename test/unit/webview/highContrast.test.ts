import assert from 'node:assert/strict';
import { forHighContrast } from '../../../src/webview/chart/highContrast';
import type { Spec } from '../../../src/webview/chart/mapSpec';

const color = { field: 'state', type: 'nominal', scale: { domain: ['a', 'b'], range: ['red', 'blue'] } };

describe('a chart in high contrast', () => {
  it('tells series of points apart by shape as well', () => {
    const { encoding } = forHighContrast({ mark: 'point', encoding: { color } });
    assert.deepEqual((encoding as Spec)['shape'], {
      field: 'state',
      type: 'nominal',
      scale: { domain: ['a', 'b'] },
    });
  });

  it('tells lines apart by dashes, in layers too', () => {
    const spec = forHighContrast({ layer: [{ mark: { type: 'line' }, encoding: { color } }] });
    const [line] = spec['layer'] as Spec[];
    assert.ok('strokeDash' in (line?.['encoding'] as Spec));
  });

  it('finds the series behind a condition', () => {
    const { encoding } = forHighContrast({
      mark: 'point',
      encoding: { color: { condition: { param: 'brush', ...color }, value: 'grey' } },
    });
    assert.ok('shape' in (encoding as Spec));
  });

  it('leaves shapes that the chart chose, and colours that are numbers', () => {
    const shape = { value: 'cross' };
    assert.deepEqual(forHighContrast({ mark: 'point', encoding: { color, shape } })['encoding'], {
      color,
      shape,
    });
    const numeric = { color: { field: 'loss', type: 'quantitative' } };
    assert.deepEqual(forHighContrast({ mark: 'point', encoding: numeric })['encoding'], numeric);
  });

  it('has no faint marks but areas, which must not hide what they cover', () => {
    assert.equal((forHighContrast({ mark: { type: 'line', opacity: 0.2 } })['mark'] as Spec)['opacity'], 0.6);
    assert.equal((forHighContrast({ mark: { type: 'area', opacity: 0.2 } })['mark'] as Spec)['opacity'], 0.2);
  });
});
