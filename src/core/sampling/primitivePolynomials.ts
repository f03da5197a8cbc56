const known = new Map<number, readonly number[]>();

/**
 * The primitive polynomials over GF(2) of a degree from 1 to 15, ascending, each as its coefficients in binary, the
 * leading one first: x³ + x + 1 is 0b1011.
 */
export function primitivePolynomials(degree: number): readonly number[] {
  const found = known.get(degree) ?? enumerate(degree);
  known.set(degree, found);
  return found;
}

function enumerate(degree: number): number[] {
  if (degree === 1) return [0b11];
  const order = 2 ** degree - 1;
  const divisors = primeFactors(order).map(prime => order / prime);
  const found: number[] = [];
  for (let polynomial = 2 ** degree + 1; polynomial < 2 ** (degree + 1); polynomial += 2) {
    // Primitive means that the powers of x go through all `order` remainders before they repeat.
    const power = (exponent: number): number => powerOfX(exponent, polynomial, degree);
    if (power(order) === 1 && divisors.every(divisor => power(divisor) !== 1)) found.push(polynomial);
  }
  return found;
}

function powerOfX(exponent: number, polynomial: number, degree: number): number {
  let result = 1;
  for (let bit = 31 - Math.clz32(exponent); bit >= 0; bit--) {
    result = product(result, result, polynomial, degree);
    if ((exponent >>> bit) & 1) result = timesX(result, polynomial, degree);
  }
  return result;
}

function product(a: number, b: number, polynomial: number, degree: number): number {
  let sum = 0;
  for (let bit = degree - 1; bit >= 0; bit--) {
    sum = timesX(sum, polynomial, degree);
    if ((b >>> bit) & 1) sum ^= a;
  }
  return sum;
}

function timesX(a: number, polynomial: number, degree: number): number {
  const shifted = a << 1;
  return shifted >>> degree ? shifted ^ polynomial : shifted;
}

function primeFactors(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (let prime = 2; rest > 1; prime++) {
    if (rest % prime !== 0) continue;
    factors.push(prime);
    while (rest % prime === 0) rest /= prime;
  }
  return factors;
}
