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

interface BracketTable {
  readonly R: number;
  readonly eta: number;
  /** Configurations and resource of each rung. */
  readonly brackets: readonly (readonly (readonly [number, number])[])[];
  readonly total: number;
}

/** Where each number comes from stands in the file. */
interface Multifidelity {
  readonly hyperband: {
    readonly algorithm1: readonly BracketTable[];
    readonly printed: readonly BracketTable[];
  };
  readonly asha: readonly {
    readonly eta: number;
    readonly losses: readonly (readonly number[])[];
    readonly survivors: readonly (readonly number[])[];
    /** By number of workers; a job is its start, configuration and rung. */
    readonly promotion: Readonly<
      Record<
        string,
        {
          readonly jobs: readonly (readonly [number, number, number])[];
          readonly makespan: number;
          readonly best: readonly [number, number];
        }
      >
    >;
    /** By tool, the last rung of each configuration. */
    readonly stopping: Readonly<Record<'optuna' | 'raytune' | 'syne_tune', readonly number[]>>;
  }[];
  /** Configurations of each bracket of Optuna 4.9's HyperbandPruner, by "R…_eta…". */
  readonly optunaBrackets: Readonly<Record<string, readonly number[]>>;
  readonly wrongLogarithms: readonly (readonly [number, number, number, number])[];
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8'));

export const fixture = read('successiveHalving.json') as Fixture;
export const multifidelity = read('oracles/multifidelity.json') as Multifidelity;
