import assert from 'node:assert/strict';
import { density, levelValues, quantile } from '../../../src/core/space/distribution';
import type { Domain } from '../../../src/core/space/domain';

/** What a declaration draws: its 5, 50 and 95 % quantiles, or its levels with their probabilities. */
export type Drawn =
  | { readonly quantiles: readonly [number, number, number] }
  | { readonly levels: readonly (readonly [unknown, number])[] }
  | 'nothing';

export function assertDraws(domain: Domain | undefined, drawn: Drawn): void {
  if (drawn === 'nothing') return assert.equal(domain, undefined);
  assert.ok(domain, 'Nothing can be drawn.');
  if ('quantiles' in drawn) {
    [0.05, 0.5, 0.95].forEach((p, i) => {
      const [found, expected] = [quantile(domain, p) ?? NaN, drawn.quantiles[i] ?? NaN];
      assert.ok(
        Math.abs(found - expected) <= 1e-5 * Math.max(1e-9, Math.abs(expected)),
        `${found}, not ${expected}`,
      );
    });
    return;
  }
  const levels = levelValues(domain, 100);
  assert.equal(levels.length, drawn.levels.length, JSON.stringify(levels));
  levels.forEach((level, i) => {
    const [value, mass] = drawn.levels[i] ?? [];
    if (typeof level === 'number') assert.ok(Math.abs(level - Number(value)) < 1e-9, `${level}`);
    else assert.deepEqual(level, value);
    assert.ok(
      Math.abs(density(domain, level) - (mass ?? NaN)) < 1e-9,
      `${density(domain, level)}, not ${mass}`,
    );
  });
}

export function even(...values: readonly unknown[]): Drawn {
  return { levels: values.map(value => [value, 1 / values.length] as const) };
}
