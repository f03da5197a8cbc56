import type { Dialect } from './scalars';

/**
 * A finite number as source text that a reader of `dialect` takes for that same number, in the form a person
 * would write: `0.05`, `1.0e-5`. PyYAML needs the dot and the sign of the exponent; the others read both forms.
 */
export function numberText(x: number, dialect: Dialect): string {
  const magnitude = Math.abs(x);
  const plain = magnitude === 0 || (magnitude >= 1e-3 && magnitude < 1e21);
  if (plain) return String(x);
  const [mantissa = '', exponent = ''] = x.toExponential().split('e');
  const short = dialect !== 'pyyaml' && dialect !== 'goyaml';
  return `${short || mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${short ? exponent.replace('+', '') : exponent}`;
}
