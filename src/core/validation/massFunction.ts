import { logGamma } from '../numeric/gamma';

/** Probabilities of whole numbers, `first` and up. */
export interface MassFunction {
  readonly first: number;
  readonly mass: Float64Array;
}

const negligible = 1e-18;

/** C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ. */
export function binomialProbability(n: number, p: number, k: number): number {
  if (p <= 0 || p >= 1) return k === (p <= 0 ? 0 : n) ? 1 : 0;
  const choices = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(choices + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** Successes in n trials of probability p, by recurrence from the mode outwards to where nothing is left. */
export function binomialMass(n: number, p: number): MassFunction {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const top = binomialProbability(n, p, mode);
  const above: number[] = [];
  for (let k = mode, mass = top; k <= n && mass > negligible; k++) {
    above.push(mass);
    mass *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  const below: number[] = [];
  for (let k = mode - 1, mass = top; k >= 0; k--) {
    mass *= ((k + 1) / (n - k)) * ((1 - p) / p);
    if (!(mass > negligible)) break;
    below.push(mass);
  }
  return { first: mode - below.length, mass: Float64Array.from([...below.reverse(), ...above]) };
}

/** The greatest of `count` independent draws: F(x)ⁿ − F(x − 1)ⁿ, from above so that the far tail keeps its digits. */
export function greatestOf({ first, mass }: MassFunction, count: number): MassFunction {
  const greatest = new Float64Array(mass.length);
  let above = 0;
  for (let i = mass.length - 1; i >= 0; i--) {
    const upTo = Math.exp(count * Math.log1p(-Math.min(1, above)));
    above += mass[i] ?? 0;
    const below = i === 0 ? 0 : Math.exp(count * Math.log1p(-Math.min(1, above)));
    greatest[i] = upTo - below;
  }
  return { first, mass: greatest };
}

/** The sum of two independent draws. */
export function sumOf(a: MassFunction, b: MassFunction): MassFunction {
  const mass = new Float64Array(a.mass.length + b.mass.length - 1);
  for (let i = 0; i < a.mass.length; i++) {
    const p = a.mass[i] ?? 0;
    if (p < negligible) continue;
    for (let j = 0; j < b.mass.length; j++) mass[i + j] = (mass[i + j] ?? 0) + p * (b.mass[j] ?? 0);
  }
  return { first: a.first + b.first, mass };
}
