import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { estimateOf, type Estimate } from '../../validation/estimate';
import type { Leak, LeakId, LeakSetting, LeakStudy } from '../../validation/leaks/leak';

/** What the studies of one leak say. */
export interface LeakResult {
  readonly id: LeakId;
  readonly studies: number;
  readonly leaky: Estimate;
  readonly truth: Estimate;
  /** `leaky − truth`, study by study. */
  readonly optimism: Estimate;
  /** The same of validation without the leak. */
  readonly honest: Estimate;
  /** The closed form of the optimism. */
  readonly expected: number | undefined;
}

/** Studies of each leak; those of feature selection draw a quarter of a million numbers each. */
export function studiesOf(id: LeakId): number {
  switch (id) {
    case 'test-set':
    case 'early-stopping':
      return 300;
    case 'selection':
      return 12;
    case 'encoding':
    case 'scaling':
    case 'duplicates':
    case 'groups':
      return 100;
    case 'time':
      return 200;
  }
}

/** Yields within and between studies; a study depends on the seed and its number alone. */
export function* measureLeak(leak: Leak, setting: LeakSetting, random: RandomStream): Work<LeakResult> {
  const studies = studiesOf(leak.id);
  const found: LeakStudy[] = [];
  for (let study = 0; study < studies; study++) {
    found.push(yield* leak.study(setting, random.substream(`${leak.id}/${study}`)));
    yield;
  }
  return {
    id: leak.id,
    studies,
    leaky: estimateOf(found.map(({ leaky }) => leaky)),
    truth: estimateOf(found.map(({ truth }) => truth)),
    optimism: estimateOf(found.map(({ leaky, truth }) => leaky - truth)),
    honest: estimateOf(found.map(({ honest, truth }) => honest - truth)),
    expected: leak.expected && (yield* leak.expected(setting)),
  };
}
