import assert from 'node:assert/strict';
import { fitWidth, isSingleView } from '../../../src/webview/chart/fitWidth';
import type { Spec } from '../../../src/webview/chart/mapSpec';

const view: Spec = { mark: 'point', encoding: {} };
const trials = ['a', 'b', 'c', 'd'].map(sampler => ({ sampler }));

describe('laying a chart out for the width of the page', () => {
  it('gives a single view all of it', () => {
    assert.equal(fitWidth(view, 640, {})['width'], 640);
    assert.ok(isSingleView(view));
  });

  it('leaves a width in numbers or steps alone', () => {
    assert.equal(fitWidth({ ...view, width: 90 }, 640, {})['width'], 90);
    assert.deepEqual(fitWidth({ ...view, width: { step: 12 } }, 640, {})['width'], { step: 12 });
    assert.ok(!isSingleView({ ...view, width: 90 }));
  });

  it('lets views side by side share it', () => {
    const { columns, concat } = fitWidth({ hconcat: [view, view] }, 900, {});
    assert.equal(columns, 2);
    const widths = (concat as Spec[]).map(part => Number(part['width']));
    assert.ok(widths.every(width => width > 300 && width < 450));
  });

  it('wraps them where they would be too narrow to read', () => {
    const { columns, concat } = fitWidth({ hconcat: [view, view, view] }, 330, {});
    assert.equal(columns, 1);
    assert.ok((concat as Spec[]).every(part => Number(part['width']) > 200));
  });

  it('counts the levels of a facet in the data', () => {
    const spec = { data: { name: 'trials' }, facet: { field: 'sampler' }, columns: 4, spec: view };
    assert.equal(fitWidth(spec, 1000, { trials })['columns'], 4);
    assert.equal(fitWidth(spec, 500, { trials })['columns'], 2);
  });

  it('shares it among the columns that a single view encodes', () => {
    const spec = { data: { name: 'trials' }, mark: 'point', encoding: { column: { field: 'sampler' } } };
    const width = Number(fitWidth(spec, 1000, { trials })['width']);
    assert.ok(width > 150 && width < 250);
    assert.ok(!isSingleView(spec));
  });

  it('goes down into nested compositions', () => {
    const { vconcat } = fitWidth({ vconcat: [view, { hconcat: [view, view] }] }, 900, {});
    const [first, second] = vconcat as Spec[];
    assert.ok(Number(first?.['width']) > 800);
    assert.ok((second?.['concat'] as Spec[]).every(part => Number(part['width']) < 450));
  });
});
