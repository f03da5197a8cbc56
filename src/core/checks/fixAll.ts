import type { Finding } from '../finding';
import { applyEdits, type TextEdit } from '../text/range';
import { composeEdits } from '../text/edits/compose';

/** More rounds than any chain of fixes needs; ends a chain that would go in circles. */
const mostRounds = 10;

/**
 * Edits of the text that apply one safe fix for every finding that has one. A fix that overlaps an earlier one is
 * left out. Where `again` is given, what the fixed text is found to have is fixed too, until nothing safe is left,
 * so that running it a second time changes nothing.
 */
export function fixAll(
  text: string,
  findings: readonly Finding[],
  again?: (text: string) => readonly Finding[],
): TextEdit[] {
  let total = safeEdits(findings);
  if (again === undefined) return total;
  for (let round = 1; round < mostRounds; round++) {
    const next = safeEdits(again(applyEdits(text, total)));
    if (next.length === 0) break;
    total = composeEdits(text.length, total, next);
  }
  return total;
}

function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { fixes } of [...findings].sort((a, b) => a.range.start - b.range.start)) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some(edit => chosen.some(other => overlap(edit, other)))) continue;
    chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.range.start - b.range.start);
}

/** Edits of the same place; two that only touch do not overlap unless one of them inserts where the other begins. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.range.start === b.range.start) return true;
  return a.range.start < b.range.end && b.range.start < a.range.end;
}
