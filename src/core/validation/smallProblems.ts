import type { RandomStream } from '../numeric/random';
import { iris } from './iris';
import { pick, type LabelledRows } from './labelledRows';

export type ProblemId = 'iris' | 'overlap' | 'noise';

/** Data to tune and validate on, and data that nobody sees until the end. */
export interface SmallProblem {
  readonly seen: LabelledRows;
  readonly unseen: LabelledRows;
}

/** Rows that tuning and validation have. */
export const seenRows = 60;

/**
 * A small classification problem: 60 of the 150 irises, the others unseen; two classes that overlap (best possible
 * accuracy Φ(√2 · 0.7) = 84 %) in two of six features; or labels
 * that features say nothing of. Classes are of equal size, or guessing the larger one would pass for skill.
 */
export function drawProblem(id: ProblemId, random: RandomStream): SmallProblem {
  if (id === 'iris') {
    const all = iris();
    const ofSpecies = [0, 1, 2].map(label => random.permutation(50).map(row => label * 50 + row));
    return {
      seen: pick(
        all,
        ofSpecies.flatMap(rows => rows.slice(0, seenRows / 3)),
      ),
      unseen: pick(
        all,
        ofSpecies.flatMap(rows => rows.slice(seenRows / 3)),
      ),
    };
  }
  const shift = id === 'overlap' ? 0.7 : 0;
  return { seen: drawRows(seenRows, shift, random), unseen: drawRows(300, shift, random) };
}

function drawRows(count: number, shift: number, random: RandomStream): LabelledRows {
  const width = 6;
  const labels = Uint8Array.from({ length: count }, (_, row) => row % 2);
  const values = Float64Array.from({ length: count * width }, (_, i) => {
    const side = 2 * (labels[Math.floor(i / width)] ?? 0) - 1;
    return random.normal() + (i % width < 2 ? shift * side : 0);
  });
  return { values, width, labels, classes: 2 };
}
