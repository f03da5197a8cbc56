import assert from 'node:assert/strict';
import { exportName } from '../../../src/core/report/exportName';

const provenance = { demo: 'sampling', seed: 7, options: {}, toolVersion: '0.1.0' };

describe('the suggested name of an export', () => {
  it('names the file, the part and the seed', () => {
    assert.equal(exportName({ ...provenance, file: 'sweep.yaml' }, 'pairs', 'svg'), 'sweep-pairs-seed7.svg');
  });

  it('drops folders of either kind of path', () => {
    assert.equal(exportName({ ...provenance, file: 'C:\\a\\b.yml' }, 'pairs', 'csv'), 'b-pairs-seed7.csv');
  });

  it('replaces what file systems refuse and keeps letters of every script', () => {
    assert.equal(
      exportName({ ...provenance, file: 'größe: 1?.json' }, 'pairs', 'png'),
      'größe-1--pairs-seed7.png',
    );
  });

  it('calls a report without a file a report', () => {
    assert.equal(exportName(provenance, 'sampling', 'html'), 'report-sampling-seed7.html');
  });
});
