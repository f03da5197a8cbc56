import type { Check } from './check';
import { conditionCycle } from './conditionCycle';
import { conditionParent } from './conditionParent';
import { conditionValue } from './conditionValue';
import { defaultOutside } from './defaultOutside';
import { deprecatedExponents } from './deprecatedExponents';
import { dottedName } from './dottedName';
import { duplicateChoice } from './duplicateChoice';
import { emptyChoices } from './emptyChoices';
import { equalBounds } from './equalBounds';
import { exponentOverflow } from './exponentOverflow';
import { exponentsAsValues } from './exponentsAsValues';
import { fewTrials } from './fewTrials';
import { fractionalInteger } from './fractionalInteger';
import { goalDirection } from './goalDirection';
import { gridContinuous } from './gridContinuous';
import { gridSize } from './gridSize';
import { halvingSchedule } from './halvingSchedule';
import { inverseLog } from './inverseLog';
import { invertedBounds } from './invertedBounds';
import { linearDecades } from './linearDecades';
import { llmBatchProduct } from './llmBatchProduct';
import { llmLoraRate } from './llmLoraRate';
import { llmLoraScaling } from './llmLoraScaling';
import { llmOverridden } from './llmOverridden';
import { logOfZero } from './logOfZero';
import { logStep } from './logStep';
import { manyChoices } from './manyChoices';
import { mixedChoices } from './mixedChoices';
import { nearOne } from './nearOne';
import { numericChoices } from './numericChoices';
import { optimizerBudget } from './optimizerBudget';
import { repeatedDraws } from './repeatedDraws';
import { reverseLogRate } from './reverseLogRate';
import { rungRounding } from './rungRounding';
import { singleChoice } from './singleChoice';
import { singleStep } from './singleStep';
import { startupTrials } from './startupTrials';
import { stepMismatch } from './stepMismatch';
import { stoppingSignal } from './stoppingSignal';
import { testMetric } from './testMetric';
import { tunedBatchSize } from './tunedBatchSize';
import { tunedDuration } from './tunedDuration';
import { tunedSeed } from './tunedSeed';
import { valuesAsExponents } from './valuesAsExponents';
import { zeroBound } from './zeroBound';

/** Every check, in the order of the catalogue. */
export const checks: readonly Check[] = [
  invertedBounds,
  equalBounds,
  logOfZero,
  logStep,
  valuesAsExponents,
  exponentsAsValues,
  exponentOverflow,
  deprecatedExponents,
  inverseLog,
  linearDecades,
  zeroBound,
  nearOne,
  reverseLogRate,
  stepMismatch,
  singleStep,
  fractionalInteger,
  duplicateChoice,
  mixedChoices,
  singleChoice,
  emptyChoices,
  numericChoices,
  gridSize,
  gridContinuous,
  repeatedDraws,
  rungRounding,
  halvingSchedule,
  startupTrials,
  fewTrials,
  optimizerBudget,
  manyChoices,
  stoppingSignal,
  tunedSeed,
  tunedDuration,
  tunedBatchSize,
  llmLoraScaling,
  llmLoraRate,
  llmBatchProduct,
  llmOverridden,
  testMetric,
  goalDirection,
  dottedName,
  conditionParent,
  conditionCycle,
  conditionValue,
  defaultOutside,
];
