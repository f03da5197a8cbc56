import { divide, exp, fixed, log, multiply, toNumber } from './fixedPoint';

/**
 * The layers of a ziggurat (Marsaglia and Tsang, J. Stat. Softw. 5, 2000) as NumPy has them: with i the layer and n a
 * random integer, x = n · width[i] lies inside the curve for certain when n < inside[i]; height[i] is the density.
 */
export interface Ziggurat {
  readonly width: Float64Array;
  readonly height: Float64Array;
  readonly inside: Float64Array;
}

const layers = 256;
const last = layers - 1;

/** Where the tail of the normal distribution begins. */
export const normalTail = 3.6541528853610088;

/** 1 / `normalTail` in the digits NumPy multiplies by. */
export const inverseNormalTail = 0.27366123732975828;

/** Where the tail of the exponential distribution begins. */
export const exponentialTail = 7.69711747013104972;

let normal: Ziggurat | undefined;
let exponential: Ziggurat | undefined;

/**
 * For |x| of a standard normal, n of 52 bits. NumPy's tables were made in double precision, so each step here is
 * rounded to a double as there; every number is NumPy's to the last bit.
 */
export function normalZiggurat(): Ziggurat {
  if (normal) return normal;
  const area = 0.0049286732339746519;
  const x = new Float64Array(layers);
  const height = new Float64Array(layers);
  const density = (at: number): number => toNumber(exp(fixed(-0.5 * at * at)));
  for (let i = last; i > 0; i--) {
    const above = x[i + 1] ?? 0;
    x[i] =
      i === last ? normalTail : Math.sqrt(-2 * toNumber(log(fixed(area / above + (height[i + 1] ?? 0)))));
    height[i] = density(x[i] ?? 0);
    // The one entry that NumPy's table has a unit in the last place off.
    if (i === 38) height[i] = (height[i] ?? 0) + 2 ** -53;
  }
  x[0] = area / (height[last] ?? 0);
  height[0] = 1;
  normal = {
    width: x.map(at => at / 2 ** 52),
    height,
    inside: x.map((at, i) =>
      i === 0
        ? Math.trunc(((normalTail * (height[last] ?? 0)) / area) * 2 ** 52)
        : i === 1
          ? 0
          : roundHalfEven(((x[i - 1] ?? 0) / at) * 2 ** 52),
    ),
  };
  return normal;
}

/** For a standard exponential, n of 53 bits; NumPy's tables were made in high precision and rounded in the end. */
export function exponentialZiggurat(): Ziggurat {
  if (exponential) return exponential;
  // The tail's beginning to as many digits as the tables show.
  const tail = divide(76971174701310497140446280481n, 10n ** 28n);
  const atTail = exp(-tail);
  const area = multiply(tail, atTail) + atTail;
  const x: bigint[] = [];
  const height: bigint[] = [];
  for (let i = last; i > 0; i--) {
    const above = x[i + 1] ?? tail;
    const at = i === last ? tail : -log(divide(area, above) + (height[i + 1] ?? 0n));
    x[i] = at;
    height[i] = exp(-at);
  }
  x[0] = divide(area, atTail);
  height[0] = fixed(1);
  exponential = {
    width: Float64Array.from(x, at => toNumber(at) / 2 ** 53),
    height: Float64Array.from(height, toNumber),
    inside: Float64Array.from(x, (at, i) => {
      const below = i === 0 ? tail : i === 1 ? 0n : (x[i - 1] ?? 0n);
      return 2 * Number((below << 52n) / at);
    }),
  };
  return exponential;
}

function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  return x - down > 0.5 || (x - down === 0.5 && down % 2 === 1) ? down + 1 : down;
}
