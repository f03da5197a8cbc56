/**
 * A number as user sentences show it: three significant digits, whole numbers below a million in full, and
 * scientific notation outside 1e-3 … 1e6 (`1e-5`, `0.05`, `12500`, `1.23e6`).
 */
export function formatNumber(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '-∞';
  if (x === 0) return '0';
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return String(x);
  const [digits = '', exponent = '0'] = x.toExponential(2).split('e');
  const power = Number(exponent);
  if (power < -3 || power >= 6) return `${Number(digits)}e${power}`;
  return String(Number(x.toPrecision(3)));
}
