import { logGamma } from '../numeric/gamma';
import { normalDensity } from '../numeric/normal';

/** How trials of a search score on one validation set, in shares of rows predicted right. */
export interface Scoring {
  readonly rows: number;
  /** True accuracy of the usual trial. */
  readonly accuracy: number;
  /** Standard deviation of the trials' true accuracies. */
  readonly spread: number;
  /** Share of the rows on which all trials are right or wrong together, and so differ by nothing. */
  readonly shared: number;
}

/** The distribution of one trial's score, exactly, with the true accuracy behind each score. */
export interface ScoreLaw {
  readonly scoring: Scoring;
  /** Probability of each count of right answers among the rows that are not shared, `first` and up. */
  readonly first: number;
  readonly probabilities: Float64Array;
  /** The mean true accuracy of trials with that count. */
  readonly truths: Float64Array;
}

/** What to expect of the trial with the best score. */
export interface Winner {
  readonly reported: number;
  readonly truth: number;
  /** `reported − truth`. */
  readonly optimism: number;
}

/** Rows on which trials differ, at least one. */
export function ownRows({ rows, shared }: Scoring): number {
  return Math.max(1, rows - Math.round(shared * rows));
}

/** The chance to be right on a row that is not shared, of a trial z standard deviations above the usual one. */
export function ownAccuracy(scoring: Scoring, z: number): number {
  const { accuracy, spread, rows } = scoring;
  return Math.min(1, Math.max(0, accuracy + (spread * z * rows) / ownRows(scoring)));
}

/** The true accuracy that goes with `ownAccuracy`. */
export function trueAccuracy(scoring: Scoring, own: number): number {
  const share = ownRows(scoring) / scoring.rows;
  return scoring.accuracy * (1 - share) + own * share;
}

const negligible = 1e-18;

/** Where the spread of accuracies is integrated: steps small enough that neighbouring binomials overlap. */
function nodesFor(scoring: Scoring): number[] {
  if (!(scoring.spread > 0)) return [0];
  const { accuracy, spread, rows } = scoring;
  const deviation = Math.sqrt(ownRows(scoring) * Math.max(0.02, accuracy * (1 - accuracy)));
  const half = Math.ceil(Math.max(40, (14 * spread * rows) / deviation));
  return Array.from({ length: 2 * half + 1 }, (_, i) => (7 * (i - half)) / half);
}

/** A binomial count for each true accuracy, mixed over the normal spread of accuracies. */
export function scoreLaw(scoring: Scoring): ScoreLaw {
  const count = ownRows(scoring);
  const mass = new Float64Array(count + 1);
  const weighted = new Float64Array(count + 1);
  const nodes = nodesFor(scoring);
  const total = nodes.reduce((sum, z) => sum + normalDensity(z), 0);
  let first = count;
  let last = 0;
  for (const z of nodes) {
    const own = ownAccuracy(scoring, z);
    const truth = trueAccuracy(scoring, own);
    const weight = normalDensity(z) / total;
    const add = (right: number, probability: number): void => {
      mass[right] = (mass[right] ?? 0) + weight * probability;
      weighted[right] = (weighted[right] ?? 0) + weight * probability * truth;
      first = Math.min(first, right);
      last = Math.max(last, right);
    };
    const mode = Math.min(count, Math.floor((count + 1) * own));
    const top = binomialProbability(count, own, mode);
    for (let right = mode, p = top; right <= count && p > negligible; right++) {
      add(right, p);
      p *= ((count - right) / (right + 1)) * (own / (1 - own));
    }
    for (let right = mode - 1, p = top; right >= 0; right--) {
      p *= ((right + 1) / (count - right)) * ((1 - own) / own);
      if (!(p > negligible)) break;
      add(right, p);
    }
  }
  const probabilities = mass.slice(first, last + 1);
  const truths = weighted.slice(first, last + 1).map((sum, i) => sum / (probabilities[i] || 1));
  return { scoring, first, probabilities, truths };
}

/** C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ. */
export function binomialProbability(n: number, p: number, k: number): number {
  if (p <= 0 || p >= 1) return k === (p <= 0 ? 0 : n) ? 1 : 0;
  const choices = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(choices + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** The expected winner among n trials, ties broken by lot: P(best count = x) = F(x)ⁿ − F(x − 1)ⁿ. */
export function winnerOf({ scoring, first, probabilities, truths }: ScoreLaw, trials: number): Winner {
  const { accuracy, rows } = scoring;
  const sharedRight = accuracy * (rows - ownRows(scoring));
  let reported = 0;
  let truth = 0;
  // From the greatest count down, so that the far tail keeps its digits.
  let above = 0;
  for (let i = probabilities.length - 1; i >= 0; i--) {
    const upTo = Math.exp(trials * Math.log1p(-Math.min(1, above)));
    above += probabilities[i] ?? 0;
    const below = i === 0 ? 0 : Math.exp(trials * Math.log1p(-Math.min(1, above)));
    reported += (upTo - below) * ((first + i + sharedRight) / rows);
    truth += (upTo - below) * (truths[i] ?? 0);
  }
  return { reported, truth, optimism: reported - truth };
}
