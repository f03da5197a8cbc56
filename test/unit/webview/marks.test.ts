import assert from 'node:assert/strict';
import { markCount } from '../../../src/webview/chart/marks';

const rows = Array.from({ length: 100 }, (_, x) => ({ x }));
const data = { trials: rows };

describe('the estimate of how many marks a chart draws', () => {
  it('is one per row of each view, with the data of the view around it', () => {
    const spec = { data: { name: 'trials' }, layer: [{ mark: 'point' }, { mark: { type: 'rule' } }] };
    assert.equal(markCount(spec, data), 200);
  });

  it('counts the rows of a line as part of one mark', () => {
    assert.ok(markCount({ data: { name: 'trials' }, mark: 'line' }, data) < 10);
  });

  it('counts the cells of a surface for less than as many points', () => {
    assert.ok(markCount({ data: { name: 'trials' }, mark: { type: 'rect' } }, data) < 50);
  });

  it('multiplies by the repetitions', () => {
    const spec = {
      data: { name: 'trials' },
      repeat: { row: ['a', 'b'], column: ['a', 'b', 'c'] },
      spec: { mark: 'point' },
    };
    assert.equal(markCount(spec, data), 600);
  });

  it('is nothing for data that are not there', () => {
    assert.equal(markCount({ data: { name: 'elsewhere' }, mark: 'point' }, {}), 0);
  });
});
