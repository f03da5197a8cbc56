import { readFileSync } from 'node:fs';
import type { Hyperparameters } from '../../../src/core/surrogate/hyperparameters';
import type { KernelId } from '../../../src/core/surrogate/kernel';

interface Parameters {
  readonly ls: readonly number[];
  readonly var: number;
  readonly noise: number;
}

interface Expected {
  readonly Z: readonly (readonly number[])[];
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

type Data = { readonly X: readonly (readonly number[])[]; readonly y: readonly number[] };
type Case = { readonly data: number; readonly kernel: string };

/** Reference numbers of Gaussian process regression; the file says where they come from. */
export const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/gaussian-process.json', import.meta.url), 'utf8'),
) as {
  readonly data: readonly Data[];
  readonly fixed: readonly (Case & Parameters & Expected & { lml: number; cov_row0: readonly number[] })[];
  readonly gradients: readonly (Case & Parameters & { lml: number; grad: readonly number[] })[];
  readonly optimised: readonly (Case & {
    readonly bounds: Record<'var' | 'ls' | 'noise', readonly [number, number]>;
    readonly lml_31_starts: number;
  })[];
  readonly map: readonly {
    readonly data: number;
    readonly botorch: { readonly ls: readonly number[]; readonly noise: number; readonly mean_const: number };
    readonly y_mean: number;
    readonly y_std1: number;
    readonly objective_at_botorch: number;
    readonly best: { readonly objective: number; readonly mean_const: number };
  }[];
  readonly normalised: Data & Parameters & Expected;
  readonly duplicates: Data & {
    readonly Z: readonly (readonly number[])[];
    readonly ls: readonly number[];
    readonly var: number;
    readonly by_noise: Record<string, { exact_mean: number; exact_std: number; exact_lml: number }>;
  };
};

const kernelIds: Readonly<Record<string, KernelId>> = {
  rbf: 'rbf',
  m12: 'matern12',
  m32: 'matern32',
  m52: 'matern52',
};

export function kernelOf({ kernel }: { readonly kernel: string }): KernelId {
  const id = kernelIds[kernel];
  if (id === undefined) throw new Error(`The fixture names an unknown kernel ${kernel}.`);
  return id;
}

export function dataOf({ data }: { readonly data: number }): Data {
  const found = fixture.data[data];
  if (found === undefined) throw new Error(`The fixture has no data set ${data}.`);
  return found;
}

export function hyperparametersOf({ ls, var: signalVariance, noise }: Parameters): Hyperparameters {
  return { signalVariance, lengthScales: ls, noiseVariance: noise };
}
