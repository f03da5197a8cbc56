/** Expected best of a search of 1, 2, … trials, by either estimator. */
export interface ExpectedBest {
  /** Trials drawn with replacement from those seen: biased towards the worse. Dodge et al., EMNLP 2019, equation 8. */
  readonly withReplacement: number[];
  /** Drawn without: the unbiased estimate, Σ C(i−1, n−1) / C(N, n) · vᵢ. Tang et al., ACL 2020, section 3.3. */
  readonly withoutReplacement: number[];
}

/** @param scores of the trials of a random search, more is better, in any order. */
export function expectedBest(scores: readonly number[]): ExpectedBest {
  const sorted = Float64Array.from(scores).sort();
  const total = sorted.length;
  const withReplacement: number[] = [];
  const withoutReplacement: number[] = [];
  for (let n = 1; n <= total; n++) {
    let replaced = 0;
    let unbiased = 0;
    // P(the best of n is the i-th), from the greatest down: n/N, then times (i − n + 1)/i for each step.
    let weight = n / total;
    for (let i = total; i >= 1; i--) {
      const score = sorted[i - 1] ?? 0;
      replaced += score * ((i / total) ** n - ((i - 1) / total) ** n);
      unbiased += score * weight;
      weight *= i > 1 ? Math.max(0, i - n) / (i - 1) : 0;
    }
    withReplacement.push(replaced);
    withoutReplacement.push(unbiased);
  }
  return { withReplacement, withoutReplacement };
}
