import { normalDensity } from '../numeric/normal';
import { finish, type Work } from '../numeric/work';
import { binomialMass, greatestOf, sumOf, type MassFunction } from './massFunction';

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
  /** Of the count of right answers among the rows that are not shared. */
  readonly counts: MassFunction;
  /** The mean true accuracy of trials with each count. */
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

/** Of a trial's own rows those on which each look during training is right or wrong anew: half. */
export function movingRows(scoring: Scoring): number {
  return Math.ceil(ownRows(scoring) / 2);
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

/**
 * A binomial count for each true accuracy, mixed over the normal spread of accuracies.
 *
 * @param looks how often the validation set is looked at in a trial, whose score is the best of them; every look is
 * right or wrong anew on `movingRows`.
 */
export function* lawOfLooks(scoring: Scoring, looks: number): Work<ScoreLaw> {
  const own = ownRows(scoring);
  const moving = looks > 1 ? movingRows(scoring) : 0;
  const mass = new Float64Array(own + 1);
  const weighted = new Float64Array(own + 1);
  const nodes = nodesFor(scoring);
  const total = nodes.reduce((sum, z) => sum + normalDensity(z), 0);
  let first = own;
  let end = 0;
  for (const z of nodes) {
    const chance = ownAccuracy(scoring, z);
    const truth = trueAccuracy(scoring, chance);
    const weight = normalDensity(z) / total;
    const still = binomialMass(own - moving, chance);
    const counts = moving > 0 ? sumOf(still, greatestOf(binomialMass(moving, chance), looks)) : still;
    counts.mass.forEach((probability, i) => {
      const at = counts.first + i;
      mass[at] = (mass[at] ?? 0) + weight * probability;
      weighted[at] = (weighted[at] ?? 0) + weight * probability * truth;
    });
    first = Math.min(first, counts.first);
    end = Math.max(end, counts.first + counts.mass.length);
    yield;
  }
  const kept = mass.slice(first, end);
  const truths = weighted.slice(first, end).map((sum, i) => sum / (kept[i] || 1));
  return { scoring, counts: { first, mass: kept }, truths };
}

/** `lawOfLooks` for trials that are scored once. */
export function scoreLaw(scoring: Scoring): ScoreLaw {
  return finish(lawOfLooks(scoring, 1));
}

/** Where the spread of accuracies is integrated: steps small enough that neighbouring binomials overlap. */
function nodesFor(scoring: Scoring): number[] {
  const { accuracy, spread, rows } = scoring;
  if (!(spread > 0)) return [0];
  const deviation = Math.sqrt(ownRows(scoring) * Math.max(0.02, accuracy * (1 - accuracy)));
  const half = Math.ceil(Math.max(40, (14 * spread * rows) / deviation));
  return Array.from({ length: 2 * half + 1 }, (_, i) => (7 * (i - half)) / half);
}

/** The expected winner among n trials, ties broken by lot. */
export function winnerOf({ scoring, counts, truths }: ScoreLaw, trials: number): Winner {
  const { accuracy, rows } = scoring;
  const sharedRight = accuracy * (rows - ownRows(scoring));
  const { first, mass } = greatestOf(counts, trials);
  const reported = mass.reduce((sum, p, i) => sum + (p * (first + i + sharedRight)) / rows, 0);
  const truth = mass.reduce((sum, p, i) => sum + p * (truths[i] ?? 0), 0);
  return { reported, truth, optimism: reported - truth };
}
