import { numberText } from '../text/numberText';

/** The natural logarithm of a bound in Python: `np.log(1e-5)` where numpy or math is at hand, else its value. */
export function logarithmText(value: number, written: string, text: string): string {
  if (/^\s*import numpy as np\b/m.test(text)) return `np.log(${written})`;
  if (/^\s*import math\b/m.test(text)) return `math.log(${written})`;
  return numberText(Number(Math.log(value).toPrecision(6)), 'python');
}
