import assert from 'node:assert/strict';
import type { SearchSpace } from '../../../src/core/space/searchSpace';

/** The space of a document that holds just one. */
export function onlySpace([space, ...others]: readonly SearchSpace[]): SearchSpace {
  assert.ok(space);
  assert.equal(others.length, 0);
  return space;
}
