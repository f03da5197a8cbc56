import { earlyStopping, testSet } from './bestOfTrials';
import { duplicates } from './duplicateRows';
import { encoding } from './encodingBeforeSplit';
import { grouped } from './groupedRows';
import type { Leak } from './leak';
import { ordered } from './orderedRows';
import { scaling } from './scalingBeforeSplit';
import { selection } from './selectionBeforeSplit';

/** Every leak that is simulated. */
export const leaks: readonly Leak[] = [
  testSet,
  earlyStopping,
  selection,
  encoding,
  scaling,
  duplicates,
  grouped,
  ordered,
];
