/** Several functions to minimise together over the unit cube. */
export interface MultiObjectiveFunction {
  readonly dimensions: number;
  /** The point from which the hypervolume is measured by those who compare searches on it. */
  readonly reference: readonly number[];
  /** The hypervolume of the true front within the reference. */
  readonly frontHypervolume: number;
  /** One loss per objective. */
  evaluate(point: ArrayLike<number>): number[];
}
