import assert from 'node:assert/strict';
import { topicsOf } from '../../../src/core/demos/chapters';
import { demos } from '../../../src/core/demos/index';
import { thumbnails } from '../../../src/webview/thumbnails';

describe('the gallery of topics', () => {
  it('has every demonstration under one chapter', () => {
    const listed = topicsOf(demos).map(({ id }) => id);
    assert.deepEqual(listed.toSorted(), demos.map(({ id }) => id).toSorted());
  });

  it('asks a question and has a picture for each', () => {
    for (const { id, question } of topicsOf(demos)) {
      assert.match(question, /\?$/, id);
      assert.ok(thumbnails[id] !== undefined, id);
    }
  });
});
