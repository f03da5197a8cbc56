import type { Point } from '../surrogate/hyperparameters';

/** A function to minimise, in its own coordinates. */
export interface TestFunction {
  /** Low and high of each coordinate. */
  readonly bounds: readonly (readonly [number, number])[];
  /** A global minimiser within the bounds. */
  readonly minimiser: readonly number[];
  readonly minimum: number;
  /** @param x one coordinate per bound. */
  evaluate(x: readonly number[]): number;
}

/** A function to minimise over the unit cube. */
export interface UnitObjective {
  readonly dimensions: number;
  readonly minimiser: Point;
  readonly minimum: number;
  evaluate(point: Point): number;
}

/**
 * The function over its first `dimensions` coordinates, stretched onto the unit cube; the others are held at the
 * minimiser, so the minimum stays what it is.
 */
export function onUnitCube(
  { bounds, minimiser, minimum, evaluate }: TestFunction,
  dimensions: number,
): UnitObjective {
  return {
    dimensions,
    minimum,
    minimiser: bounds
      .slice(0, dimensions)
      .map(([low, high], i) => ((minimiser[i] as number) - low) / (high - low)),
    evaluate: point =>
      evaluate(
        bounds.map(([low, high], i) =>
          i < dimensions ? low + (high - low) * (point[i] as number) : (minimiser[i] as number),
        ),
      ),
  };
}
