/** Among more candidates than a person would look through, none is suggested. */
const mostCandidates = 50;

/**
 * The candidate a misspelt word most likely stands for, or undefined where none is near: spelling and case aside
 * the same, or at most one edit in three letters and three edits away.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const words: string[] = [];
  for (const candidate of candidates) {
    if (words.length === mostCandidates) return undefined;
    words.push(candidate);
  }
  const letters = plain(word);
  if (letters === '') return undefined;
  let nearest: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(letters.length / 3))) + 1;
  for (const candidate of words) {
    const distance = editDistance(letters, plain(candidate), least);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

function plain(word: string): string {
  return word
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. `limit` where it
 * is at least that, so only the cells less than `limit` off the diagonal are filled in.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    let best = i;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const substitution = (above[j - 1] ?? limit) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cell = Math.min(substitution, (above[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cell = Math.min(cell, (before[j - 2] ?? limit) + 1);
      }
      row[j] = cell;
      best = Math.min(best, cell);
    }
    if (best >= limit) return limit;
    [before, above] = [above, row];
  }
  return Math.min(limit, above[b.length] ?? limit);
}
