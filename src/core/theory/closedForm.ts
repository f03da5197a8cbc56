import type { ClosedFormCell } from './cells';

export interface ClosedFormValues {
  readonly mean: number;
  readonly centred: readonly number[];
  /** The dot product of the centred numbers with themselves. */
  readonly energy: number;
  /** The same as a sum of squares, term by term. */
  readonly energyTermByTerm: number;
}

export function closedFormValues({ numbers }: ClosedFormCell): ClosedFormValues {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const centred = numbers.map(x => x - mean);
  return {
    mean,
    centred,
    energy: centred.reduce((sum, x) => sum + x * x, 0),
    energyTermByTerm: centred.map(x => x ** 2).reduce((sum, square) => sum + square),
  };
}
