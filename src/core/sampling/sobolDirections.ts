import { directionAlphabet, packedDirections } from './packedDirections';
import { primitivePolynomials } from './primitivePolynomials';

/** How many dimensions have direction numbers: all whose polynomial has a degree of at most 13. */
export const sobolDimensions = 1111;

/** Binary digits of a direction number. */
export const sobolBits = 30;

const known: Int32Array[] = [];
/** Where the next dimension's initial numbers start in the table, in bits. */
let nextBit = 0;
let degree = 0;
let ofDegree = 0;

/**
 * v₁ … v₃₀ of a dimension, as integers of 30 binary digits, by the recurrence of Joe and Kuo (2008), section 2. The
 * dimensions after the first take the primitive polynomials in ascending order.
 * @param axis 0 … `sobolDimensions` − 1.
 */
export function directionNumbers(axis: number): Int32Array {
  while (known.length <= axis) known.push(nextDirections());
  return known[axis] as Int32Array;
}

function nextDirections(): Int32Array {
  if (known.length === 0) return Int32Array.from({ length: sobolBits }, (_, k) => 2 ** (sobolBits - 1 - k));
  while (degree === 0 || ofDegree >= primitivePolynomials(degree).length) {
    degree++;
    ofDegree = 0;
  }
  const polynomial = primitivePolynomials(degree)[ofDegree++] ?? 1;
  const initial = Array.from({ length: degree }, (_, k) => 2 * readBits(k) + 1);
  const directions = new Int32Array(sobolBits);
  const at = (k: number): number => directions[k] ?? 0;
  for (let k = 0; k < sobolBits; k++) {
    if (k < degree) {
      directions[k] = (initial[k] ?? 0) * 2 ** (sobolBits - 1 - k);
      continue;
    }
    let direction = at(k - degree) ^ (at(k - degree) >>> degree);
    for (let j = 1; j < degree; j++) {
      if ((polynomial >>> (degree - j)) & 1) direction ^= at(k - j);
    }
    directions[k] = direction;
  }
  return directions;
}

function readBits(count: number): number {
  let value = 0;
  for (const end = nextBit + count; nextBit < end; nextBit++) {
    const six = directionAlphabet.indexOf(packedDirections[Math.floor(nextBit / 6)] ?? '');
    value = 2 * value + ((six >>> (5 - (nextBit % 6))) & 1);
  }
  return value;
}
