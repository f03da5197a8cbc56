/** A point of the unit cube, one coordinate per dimension. */
export type Point = readonly number[];

/**
 * What a surrogate is given of a configuration, one coordinate per dimension: a position in the unit interval, or the
 * number of a choice where the dimension is categorical.
 */
export type Coordinates = ArrayLike<number>;

/** Which dimensions hold the number of a choice; none where absent. */
export type Categorical = readonly boolean[] | undefined;

/** `k(x, x′) = signalVariance · kernel(r²) + noiseVariance · [x is x′]`, in the units of the outputs it is used on. */
export interface Hyperparameters {
  readonly signalVariance: number;
  /** One per dimension (automatic relevance determination), in units of the cube's side. */
  readonly lengthScales: readonly number[];
  readonly noiseVariance: number;
}

/** ln signal variance, ln length scales, ln noise variance: the vector that fitting moves. */
export function toLogVector({ signalVariance, lengthScales, noiseVariance }: Hyperparameters): Float64Array {
  return Float64Array.of(signalVariance, ...lengthScales, noiseVariance).map(Math.log);
}

export function fromLogVector(logs: Float64Array): Hyperparameters {
  const values = Array.from(logs, Math.exp);
  return {
    signalVariance: values[0] as number,
    lengthScales: values.slice(1, -1),
    noiseVariance: values[values.length - 1] as number,
  };
}

/**
 * `Σ ((aᵢ − bᵢ) / ℓᵢ)²`. Different choices of a categorical dimension are one apart, whatever they are: the Hamming
 * distance, which is squared Euclidean on indicator variables, so that every kernel stays positive definite.
 */
export function squaredDistance(
  a: Coordinates,
  b: Coordinates,
  lengthScales: readonly number[],
  categorical?: Categorical,
): number {
  let sum = 0;
  for (let i = 0; i < lengthScales.length; i++) {
    const apart = (a[i] as number) - (b[i] as number);
    const difference = (categorical?.[i] && apart !== 0 ? 1 : apart) / (lengthScales[i] as number);
    sum += difference * difference;
  }
  return sum;
}
