import { readFileSync } from 'node:fs';

/** Computed with exact rationals in Python; losses and survivors of the fixed tables by an independent script. */
interface Fixture {
  readonly sha: readonly {
    readonly n: number;
    readonly r: number;
    readonly R: number;
    readonly eta: number;
    /** How many rungs are skipped at the bottom. */
    readonly s: number;
    /** Configurations and resource. */
    readonly rungs: readonly (readonly [number, number])[];
    readonly total: number;
  }[];
  readonly tables: readonly {
    readonly eta: number;
    /** One row a configuration, one column a rung. */
    readonly losses: readonly (readonly number[])[];
    readonly survivors: readonly (readonly number[])[];
  }[];
}

export const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/successiveHalving.json', import.meta.url), 'utf8'),
) as Fixture;
