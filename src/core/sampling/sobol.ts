import type { RandomStream } from '../numeric/random';
import { sobolDirections } from './sobolDirections';

const bits = 30;
const scale = 2 ** -bits;

const table: readonly (readonly number[])[] = [
  [1],
  ...sobolDirections.split(' ').map(row => row.split(',').map(halved => 2 * parseInt(halved, 36) + 1)),
];

/** Coordinates beyond this many have no direction numbers and are filled with random ones. */
export const sobolDimensions = table.length;

/**
 * The points of Sobol's sequence in [0, 1)^dimension, in the Gray-code order of Antonov and Saleev, from the origin
 * on; bit for bit those of SciPy's `qmc.Sobol`. With a stream they are scrambled by a random linear matrix and a
 * digital shift (Matoušek, J. Complexity 14, 1998) and stand in the middles of their cells, so that none is 0.
 * Balanced when taken from the start in powers of two.
 */
export function* sobolPoints(dimension: number, scrambling?: RandomStream): Generator<Float64Array, never> {
  const axes = Array.from({ length: Math.min(dimension, sobolDimensions) }, (_, axis) => {
    const directions = directionNumbers(table[axis] ?? [1]);
    const stream = scrambling?.substream(`axis ${axis}`);
    return stream
      ? { directions: scramble(directions, stream), digits: stream.integer(2 ** bits) }
      : { directions, digits: 0 };
  });
  const filler = scrambling?.substream('filler');
  const offset = scrambling ? 0.5 : 0;
  for (let index = 0; ; index++) {
    const point = new Float64Array(dimension);
    const flipped = trailingOnes(index);
    axes.forEach((axis, i) => {
      point[i] = (axis.digits + offset) * scale;
      axis.digits ^= axis.directions[flipped] ?? 0;
    });
    for (let i = axes.length; i < dimension; i++) point[i] = filler?.uniform() ?? 0;
    yield point;
  }
}

/** v₁ … v_bits as integers of `bits` binary digits, by the recurrence of Joe and Kuo (2008), section 2. */
function directionNumbers([polynomial = 1, ...initial]: readonly number[]): Int32Array {
  const directions = new Int32Array(bits);
  const degree = initial.length;
  for (let k = 0; k < bits; k++) {
    let m = degree === 0 ? 1 : (initial[k] ?? 0);
    if (degree > 0 && k >= degree) {
      m = at(directions, k - degree) >>> (bits - 1 - k + degree);
      m ^= m * 2 ** degree;
      for (let j = 1; j < degree; j++) {
        const coefficient = (polynomial >>> (degree - j)) & 1;
        if (coefficient) m ^= (at(directions, k - j) >>> (bits - 1 - k + j)) * 2 ** j;
      }
    }
    directions[k] = m * 2 ** (bits - 1 - k);
  }
  return directions;
}

/** Each output digit is a random combination of the digit itself and those before it. */
function scramble(directions: Int32Array, stream: RandomStream): Int32Array {
  const rows = Array.from({ length: bits }, (_, digit) => {
    const own = 2 ** (bits - 1 - digit);
    return own + stream.integer(2 ** digit) * own * 2;
  });
  return directions.map(direction =>
    rows.reduce((scrambled, row) => scrambled * 2 + parity(row & direction), 0),
  );
}

function parity(x: number): number {
  let folded = x ^ (x >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  return (0x6996 >>> (folded & 15)) & 1;
}

function trailingOnes(index: number): number {
  return 31 - Math.clz32(~index & (index + 1));
}

function at(values: Int32Array, i: number): number {
  return values[i] ?? 0;
}
