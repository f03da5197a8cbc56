import { rankCorrelation } from '../numeric/rankCorrelation';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import { sobolPoints } from '../sampling/sobol';
import { toUnit } from '../space/distribution';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { lossAt, type CurveFamily, type LearningCurve } from './learningCurve';

/** A made-up training task on a search space: how the learning curve depends on the configuration. */
export interface LearningCurveTask {
  /** Of the losses at the first budget and after full training of random configurations, without noise. */
  readonly correlation: number;
  /** A loss after full training that no configuration is below: that of one without any distance from the optimum. */
  readonly floor: number;
  curve(configuration: Configuration): LearningCurve;
}

export interface LearningCurveTaskOptions {
  readonly family?: CurveFamily | undefined;
  /** The rank correlation wanted between first budget and full training, −1 to 1. */
  readonly correlation?: number | undefined;
  /** The share of full training that the first budget is. */
  readonly first?: number | undefined;
}

export const usualCorrelation = 0.9;

/** How many random configurations the two scales are set by, and how many are looked at between two yields. */
const calibration = 128;
const batch = 16;

/**
 * A task in which few parameters matter much: the weights of their distances from a hidden optimum fall as 1/rank².
 * What a configuration seems at first is a hidden smooth function of all its parameters, made uncorrelated with that.
 * Every parameter is seen through the unit interval of its own distribution; one that is inactive counts as halfway
 * between good and bad. The angle between seeming and truth is the one that gives the correlation asked for on random
 * configurations; a space of few configurations may not be able to.
 *
 * Everything hidden is drawn from `stream`, parameter by parameter in the order of the space.
 */
export function* learningCurveTask(
  space: SearchSpace,
  stream: RandomStream,
  { family = 'powerLaw', correlation = usualCorrelation, first = 1 / 27 }: LearningCurveTaskOptions = {},
): Work<LearningCurveTask> {
  const raw = hiddenFunctions(space, stream);
  const draw = configurationMapping(space);
  const points = sobolPoints(varyingParameters(space).length, stream.substream('calibration'));
  const sample: Hidden[] = [];
  while (sample.length < calibration) {
    sample.push(raw(draw(points.next().value)));
    if (sample.length % batch === 0) yield;
  }
  const scale = standardised(sample);
  const scores = sample.map(scale);
  const angle = yield* angleFor(correlation, scores);
  // One in seven of those that seem best at first.
  const reckless = scores.map(({ pretence }) => pretence).sort((a, b) => a - b)[calibration / 8] as number;
  return {
    correlation: correlationAt(angle, scores),
    floor: lossAt({ family, ...scale({ badness: 0, pretence: 0 }), angle, first }, 1),
    curve(configuration) {
      const score = scale(raw(configuration));
      const diverges =
        family === 'diverging' && score.pretence < reckless
          ? 0.1 + 0.6 / (1 + Math.exp(score.badness))
          : undefined;
      return { family, ...score, angle, first, diverges };
    },
  };
}

interface Hidden {
  readonly badness: number;
  readonly pretence: number;
}

function hiddenFunctions(space: SearchSpace, stream: RandomStream): (configuration: Configuration) => Hidden {
  const varied = varyingParameters(space);
  const quality = weights(varied.length, stream.substream('quality'));
  const hidden = stream.substream('hidden');
  const effects = varied.map(({ name, domain }, index) => ({
    name,
    domain,
    optimum: hidden.uniform(),
    weight: quality[index] ?? 0,
    frequencies: waves.map(() => 1.5 * hidden.normal()),
  }));
  const phases = waves.map(() => 2 * hidden.uniform());
  return configuration => {
    let badness = 0;
    const turns = [...phases];
    for (const { name, domain, optimum, weight, frequencies } of effects) {
      const value = configuration.get(name);
      const u = value === undefined ? undefined : toUnit(domain, value);
      badness += weight * (u === undefined ? 0.5 : Math.abs(u - optimum) / Math.max(optimum, 1 - optimum));
      for (const wave of waves) (turns[wave] as number) += (frequencies[wave] as number) * (u ?? 0.5);
    }
    return { badness, pretence: turns.reduce((sum, turn) => sum + Math.cos(Math.PI * turn), 0) };
  };
}

/** Of the sum of cosines that makes the pretence. */
const waves = [0, 1, 2, 3];

/** Both to mean 0 and variance 1 on the sample, the pretence without what the badness explains of it. */
function standardised(sample: readonly Hidden[]): (hidden: Hidden) => Hidden {
  const bad = moments(sample.map(({ badness }) => badness));
  const slope =
    sample.reduce((sum, { badness, pretence }) => sum + bad.score(badness) * pretence, 0) / sample.length;
  const rest = moments(sample.map(({ badness, pretence }) => pretence - slope * bad.score(badness)));
  return ({ badness, pretence }) => ({
    badness: bad.score(badness),
    pretence: rest.score(pretence - slope * bad.score(badness)),
  });
}

function moments(values: readonly number[]): { score(value: number): number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  // What is constant but for rounding has no score.
  const scale = variance > 1e-18 ? 1 / Math.sqrt(variance) : 0;
  return { score: value => (value - mean) * scale };
}

function correlationAt(angle: number, scores: readonly Hidden[]): number {
  const seen = scores.map(({ badness, pretence }) => Math.cos(angle) * badness + Math.sin(angle) * pretence);
  return rankCorrelation(
    seen,
    scores.map(({ badness }) => badness),
  );
}

function* angleFor(correlation: number, scores: readonly Hidden[]): Work<number> {
  if (correlation >= 1) return 0;
  let [low, high] = [0, Math.PI];
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    if (correlationAt(middle, scores) > correlation) low = middle;
    else high = middle;
    yield;
  }
  return (low + high) / 2;
}

/** Shares that add up to one: 1/rank² in a random order. */
function weights(count: number, stream: RandomStream): number[] {
  const shares = stream.permutation(count).map(rank => 1 / (rank + 1) ** 2);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map(share => share / total);
}
