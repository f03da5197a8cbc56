import assert from 'node:assert/strict';

/** Asserts that two numbers agree within a tolerance relative to the expected one (absolute below 1e-300). */
export function assertClose(actual: number, expected: number, tolerance: number, label = ''): void {
  const error = Math.abs(actual - expected);
  assert.ok(
    error <= tolerance * Math.abs(expected) + 1e-300,
    `${label}: ${actual} is not ${expected} (±${tolerance} relative)`,
  );
}
