import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { drawBinomial } from '../drawBinomial';
import { lawOfLooks, movingRows, ownAccuracy, ownRows, trueAccuracy, winnerOf } from '../scoreLaw';
import type { Leak, LeakSetting, LeakStudy } from './leak';

/** The best trial's score on the rows that made it the best. */
export const testSet: Leak = {
  id: 'test-set',
  study: (setting, random) => bestOfTrials(setting, 1, random),
  expected: setting => expectedOptimism(setting, 1),
};

/** The same where every trial's score is the best of several looks at those rows during training. */
export const earlyStopping: Leak = {
  id: 'early-stopping',
  study: (setting, random) => bestOfTrials(setting, setting.looks, random),
  expected: setting => expectedOptimism(setting, setting.looks),
};

function* expectedOptimism({ scoring, trials }: LeakSetting, looks: number): Work<number> {
  return winnerOf(yield* lawOfLooks(scoring, looks), trials).optimism;
}

function* bestOfTrials(
  { scoring, trials }: LeakSetting,
  looks: number,
  random: RandomStream,
): Work<LeakStudy> {
  const { rows, accuracy } = scoring;
  const own = ownRows(scoring);
  const moving = looks > 1 ? movingRows(scoring) : 0;
  const sharedRight = drawBinomial(rows - own, accuracy, random);
  let best = -1;
  let winner = 0;
  for (let trial = 0; trial < trials; trial++) {
    const chance = ownAccuracy(scoring, random.normal());
    let right = moving > 0 ? 0 : drawBinomial(own, chance, random);
    if (moving > 0) {
      for (let look = 0; look < looks; look++) right = Math.max(right, drawBinomial(moving, chance, random));
      right += drawBinomial(own - moving, chance, random);
    }
    if (right > best) [best, winner] = [right, chance];
    if (trial % 64 === 63) yield;
  }
  const again = drawBinomial(rows - own, accuracy, random) + drawBinomial(own, winner, random);
  return {
    leaky: (sharedRight + best) / rows,
    honest: again / rows,
    truth: trueAccuracy(scoring, winner),
  };
}
