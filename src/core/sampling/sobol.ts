import type { RandomStream } from '../numeric/random';
import { endlessPoints, type PointSource } from './pointSource';
import { directionNumbers, sobolBits, sobolDimensions } from './sobolDirections';

export { sobolDimensions } from './sobolDirections';

const scale = 2 ** -sobolBits;

/**
 * The points of Sobol's sequence in [0, 1)^dimension, in the Gray-code order of Antonov and Saleev, from the origin
 * on; bit for bit those of SciPy's `qmc.Sobol`. With a stream they are scrambled by a random linear matrix and a
 * digital shift (Matoušek, J. Complexity 14, 1998) and stand in the middles of their cells, so that none is 0.
 * Balanced when taken from the start in powers of two. Coordinates beyond `sobolDimensions` are random.
 */
export function sobolSource(dimension: number, scrambling?: RandomStream): PointSource {
  const axes = Math.min(dimension, sobolDimensions);
  const digits = new Int32Array(axes);
  /** The k-th direction numbers of all axes, one axis after the other, then the (k + 1)-th. */
  const directions = new Int32Array(sobolBits * axes);
  for (let axis = 0; axis < axes; axis++) {
    const stream = scrambling?.substream(`axis ${axis}`);
    const own = stream ? scramble(directionNumbers(axis), stream) : directionNumbers(axis);
    own.forEach((direction, k) => (directions[k * axes + axis] = direction));
    if (stream) digits[axis] = stream.integer(2 ** sobolBits);
  }
  const filler = scrambling?.substream('filler');
  const offset = scrambling ? 0.5 : 0;
  let index = 0;
  return (rows, count) => {
    for (let row = 0; row < count; row++, index++) {
      const start = row * dimension;
      // The digit that changes next; after the last one the sequence begins again.
      const changed = axes * ((31 - Math.clz32(~index & (index + 1))) % sobolBits);
      for (let axis = 0; axis < axes; axis++) {
        const own = digits[axis] as number;
        rows[start + axis] = (own + offset) * scale;
        digits[axis] = own ^ (directions[changed + axis] as number);
      }
      for (let axis = axes; axis < dimension; axis++) rows[start + axis] = filler?.uniform() ?? 0;
    }
  };
}

/** The same one at a time, without end. */
export function sobolPoints(dimension: number, scrambling?: RandomStream): Generator<Float64Array, never> {
  return endlessPoints(sobolSource(dimension, scrambling), dimension);
}

/** Each output digit is a random combination of the digit itself and those before it. */
function scramble(directions: Int32Array, stream: RandomStream): Int32Array {
  const rows = Array.from({ length: sobolBits }, (_, digit) => {
    const own = 2 ** (sobolBits - 1 - digit);
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
