import assert from 'node:assert/strict';

/** |actual − expected| ≤ tolerance, absolute. */
export function assertClose(actual: number, expected: number, tolerance: number, what = 'value'): void {
  const difference = Math.abs(actual - expected);
  assert.ok(
    difference <= tolerance,
    `${what}: ${actual} is ${difference} from ${expected}, more than ${tolerance}`,
  );
}
