import type { Finding } from '../../finding';
import type { SourceDocument } from '../../text/source';
import { bestScoreReported } from './bestScoreReported';
import { encodingBeforeSplit } from './encodingBeforeSplit';
import { preprocessingBeforeSplit } from './preprocessingBeforeSplit';
import type { PythonCheck } from './pythonCheck';
import { resamplingBeforeSplit } from './resamplingBeforeSplit';
import { routinesOf, type Routine } from './routine';
import { selectionBeforeSplit } from './selectionBeforeSplit';
import { shuffledTime } from './shuffledTime';
import { stoppingOnRankingRows } from './stoppingOnRankingRows';
import { testSetInObjective } from './testSetInObjective';
import { ungroupedSplit } from './ungroupedSplit';
import { unseededSplit } from './unseededSplit';

/** Every pattern of leaking validation that is looked for in code. */
export const leakageRules: readonly PythonCheck[] = [
  preprocessingBeforeSplit,
  selectionBeforeSplit,
  encodingBeforeSplit,
  resamplingBeforeSplit,
  testSetInObjective,
  stoppingOnRankingRows,
  bestScoreReported,
  ungroupedSplit,
  shuffledTime,
  unseededSplit,
];

/** What the code around a search space does to its own validation; only the text of Python files is looked at. */
export function leakageFindings({ text, python }: SourceDocument): Finding[] {
  if (!python) return [];
  let routines: readonly Routine[] | undefined;
  return leakageRules.flatMap(check => {
    if (!check.tell.test(text)) return [];
    routines ??= routinesOf(python);
    return check.run(routines);
  });
}
