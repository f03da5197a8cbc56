import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { Scoring } from '../scoreLaw';

/** The search whose leaks are simulated. */
export interface LeakSetting {
  readonly trials: number;
  readonly scoring: Scoring;
  /** How often a trial's validation score is looked at while it trains. */
  readonly looks: number;
  /** Share of the rows that stand in the data twice. */
  readonly duplicated: number;
}

/** One simulated study: accuracies as shares. */
export interface LeakStudy {
  /** What validation with the leak says. */
  readonly leaky: number;
  /** What validation of the same data without it says. */
  readonly honest: number;
  /** What new data would say of the leaky study's result. */
  readonly truth: number;
}

/** One way to fool oneself. */
export interface Leak {
  readonly id: LeakId;
  study(setting: LeakSetting, random: RandomStream): Work<LeakStudy>;
  /** The expected optimism, `leaky − truth`, where it has a closed form. */
  expected?(setting: LeakSetting): Work<number>;
}

export type LeakId =
  'test-set' | 'early-stopping' | 'selection' | 'encoding' | 'scaling' | 'duplicates' | 'groups' | 'time';
