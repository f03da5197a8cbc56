import type { Check } from './check';
import { deprecatedExponents } from './deprecatedExponents';
import { duplicateChoice } from './duplicateChoice';
import { emptyChoices } from './emptyChoices';
import { equalBounds } from './equalBounds';
import { exponentOverflow } from './exponentOverflow';
import { exponentsAsValues } from './exponentsAsValues';
import { fractionalInteger } from './fractionalInteger';
import { goalDirection } from './goalDirection';
import { gridContinuous } from './gridContinuous';
import { gridSize } from './gridSize';
import { invertedBounds } from './invertedBounds';
import { linearDecades } from './linearDecades';
import { logOfZero } from './logOfZero';
import { mixedChoices } from './mixedChoices';
import { repeatedDraws } from './repeatedDraws';
import { singleChoice } from './singleChoice';
import { singleStep } from './singleStep';
import { stepMismatch } from './stepMismatch';
import { testMetric } from './testMetric';
import { valuesAsExponents } from './valuesAsExponents';

/** Every check, in the order of the catalogue. */
export const checks: readonly Check[] = [
  invertedBounds,
  equalBounds,
  logOfZero,
  valuesAsExponents,
  exponentsAsValues,
  exponentOverflow,
  deprecatedExponents,
  linearDecades,
  stepMismatch,
  singleStep,
  fractionalInteger,
  duplicateChoice,
  mixedChoices,
  singleChoice,
  emptyChoices,
  gridSize,
  gridContinuous,
  repeatedDraws,
  testMetric,
  goalDirection,
];
