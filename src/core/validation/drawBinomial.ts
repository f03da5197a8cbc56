import type { RandomStream } from '../numeric/random';
import { binomialProbability } from './massFunction';

/** Draws the number of successes in n trials of probability p: inversion outwards from the mode, exact. */
export function drawBinomial(n: number, p: number, random: RandomStream): number {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  let left = random.uniform();
  const top = binomialProbability(n, p, mode);
  left -= top;
  let up = mode;
  let down = mode;
  let upper = top;
  let lower = top;
  while (left > 0 && (up < n || down > 0)) {
    if (up < n) {
      upper *= ((n - up) / (up + 1)) * odds;
      up++;
      left -= upper;
      if (left <= 0) return up;
    }
    if (down > 0) {
      lower *= down / (n - down + 1) / odds;
      down--;
      left -= lower;
      if (left <= 0) return down;
    }
    if (upper + lower < 1e-300) break;
  }
  return mode;
}
