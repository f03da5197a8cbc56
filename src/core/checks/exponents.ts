import type { Declared } from '../space/domain';
import type { Parameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';

/** A declaration whose bounds are exponents. */
export type ExponentDeclaration = Declared & { readonly low: number; readonly high: number };

export function exponentDeclaration({ declared }: Parameter): ExponentDeclaration | undefined {
  const { low, high, base = Math.E } = declared;
  if (declared.bounds !== 'exponents' || low === undefined || high === undefined) return undefined;
  return low < high && base > 1 ? { ...declared, low, high } : undefined;
}

/** Above e^25 (7e10) and below e^-60 (1e-26) no hyperparameter lives. */
const largest = 25;
const smallest = -60;

export type ExponentReading = 'values' | 'extreme' | 'exponents';

/**
 * What the bounds of an exponent notation really are. They are values when, taken as exponents, they draw from
 * less than one doubling, start just above the zeroth power, or overflow although both are positive.
 */
export function readingOf(declaration: ExponentDeclaration): ExponentReading {
  const unit = Math.log(declaration.base ?? Math.E);
  const [low, high] = [declaration.low * unit, declaration.high * unit];
  if (low > 0 && (high - low < Math.LN2 || low < 0.1 || high > largest)) return 'values';
  return high > largest || low < smallest ? 'extreme' : 'exponents';
}

/** The values an exponent notation draws between; `inv_…` notations negate the exponent. */
export function drawnBounds({
  notation,
  low,
  high,
  base = Math.E,
}: ExponentDeclaration): readonly [number, number] {
  const power = (exponent: number): number => (base === Math.E ? Math.exp(exponent) : base ** exponent);
  return notation.startsWith('inv_') ? [power(-high), power(-low)] : [power(low), power(high)];
}

/** A number with enough digits to be told from 1: e^1e-6 is 1.000001, not 1. */
export function formatNearOne(x: number): string {
  const distance = Math.abs(x - 1);
  if (distance === 0 || distance > 0.1) return formatNumber(x);
  return String(Number(x.toFixed(Math.min(15, Math.ceil(-Math.log10(distance) - 1e-4)))));
}

/** The notation that takes values instead: `log_uniform` → `log_uniform_values`. */
export function valuesNotation(notation: string): string {
  return `${notation}_values`;
}

/** The base as a sentence names it: "e", "10". */
export function baseName({ base = Math.E }: ExponentDeclaration): string {
  return base === Math.E ? 'e' : formatNumber(base);
}

/** The exponent that stands for a value; eight digits keep the bound it draws to. */
export function exponentFor(value: number, base: number): number {
  const exponent = base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
  return Number(exponent.toPrecision(8));
}
