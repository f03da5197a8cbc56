import assert from 'node:assert/strict';
import { chiSquareSurvival } from '../../../src/core/numeric/chiSquare';
import { normalCumulative } from '../../../src/core/numeric/normal';
import { assertClose } from './close';

describe('the χ² distribution', () => {
  it('is that of a squared normal variable for one degree of freedom', () => {
    for (const x of [0.01, 1, 3.84, 12, 60]) {
      assertClose(chiSquareSurvival(x, 1), 2 * normalCumulative(-Math.sqrt(x)), 1e-12);
    }
  });

  it('is exponential for two degrees of freedom', () => {
    for (const x of [0.01, 1, 9, 50]) assertClose(chiSquareSurvival(x, 2), Math.exp(-x / 2), 1e-12);
  });

  it('starts at one', () => assert.equal(chiSquareSurvival(0, 3), 1));
});
