import type { LabelledRows } from './labelledRows';

/** What is tuned of the nearest-neighbour classifier. */
export interface NeighbourConfiguration {
  /** How many neighbours vote. */
  readonly neighbours: number;
  /** By what each feature is multiplied before distances are taken. */
  readonly weights: readonly number[];
}

/** Squared weighted distances from a point to every row. */
function distances(
  rows: LabelledRows,
  point: Float64Array,
  { weights }: NeighbourConfiguration,
  into: Float64Array,
): void {
  const { values, width } = rows;
  for (let row = 0, at = 0; row < into.length; row++) {
    let sum = 0;
    for (let j = 0; j < width; j++, at++) {
      const difference = (weights[j] ?? 1) * ((values[at] ?? 0) - (point[j] ?? 0));
      sum += difference * difference;
    }
    into[row] = sum;
  }
}

/** For every row all others from the nearest on; of two as near the earlier one first. */
export function neighbourOrder(rows: LabelledRows, configuration: NeighbourConfiguration): Uint16Array {
  const { values, width, labels } = rows;
  const count = labels.length;
  const order = new Uint16Array(count * count);
  const distance = new Float64Array(count);
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    distances(rows, values.subarray(row * width, (row + 1) * width), configuration, distance);
    const greatest = distance.reduce((most, d) => Math.max(most, d), 0) || 1;
    // Distance in 2⁻³⁶ of the greatest and row in one number, which typed arrays sort natively.
    for (let j = 0; j < count; j++) {
      keys[j] = Math.floor(((distance[j] ?? 0) / greatest) * 2 ** 36) * 65_536 + j;
    }
    keys[row] = -1;
    keys.sort();
    for (let j = 1; j < count; j++) order[row * count + j - 1] = (keys[j] ?? 0) % 65_536;
  }
  return order;
}

/** The share of `test` rows that get their own label from their nearest neighbours among those of `training` (1 for in). */
export function neighbourScore(
  { labels, classes }: LabelledRows,
  order: Uint16Array,
  neighbours: number,
  training: Uint8Array,
  test: readonly number[],
): number {
  const count = labels.length;
  const votes = new Uint16Array(classes);
  let right = 0;
  for (const row of test) {
    votes.fill(0);
    for (let j = row * count, end = j + count - 1, left = neighbours; j < end && left > 0; j++) {
      const other = order[j] ?? 0;
      if (training[other] !== 1) continue;
      const label = labels[other] ?? 0;
      votes[label] = (votes[label] ?? 0) + 1;
      left--;
    }
    if (mostVotes(votes) === labels[row]) right++;
  }
  return right / test.length;
}

/** Of classes even, the first. */
function mostVotes(votes: Uint16Array): number {
  let most = 0;
  for (let label = 1; label < votes.length; label++) {
    if ((votes[label] ?? 0) > (votes[most] ?? 0)) most = label;
  }
  return most;
}

/** The class of a new point by its nearest neighbours among all rows. */
export function predictPoint(
  rows: LabelledRows,
  configuration: NeighbourConfiguration,
  point: Float64Array,
): number {
  const distance = new Float64Array(rows.labels.length);
  distances(rows, point, configuration, distance);
  const votes = new Uint16Array(rows.classes);
  for (let left = Math.min(configuration.neighbours, distance.length); left > 0; left--) {
    let nearest = 0;
    for (let row = 1; row < distance.length; row++) {
      if ((distance[row] ?? 0) < (distance[nearest] ?? 0)) nearest = row;
    }
    distance[nearest] = Infinity;
    const label = rows.labels[nearest] ?? 0;
    votes[label] = (votes[label] ?? 0) + 1;
  }
  return mostVotes(votes);
}
