import type { Snapshot } from '../../src/protocol';
import { fixtureReport } from './fixtureReport';

/** The snapshot a host would send once the fixture report is done. */
export function fixtureSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    status: { kind: 'done' },
    report: fixtureReport(),
    demos: [
      {
        id: 'sampling',
        title: 'Sampling',
        question: 'Which sampler covers this space?',
        chapter: 'Your search space',
      },
      {
        id: 'acquisition',
        title: 'Acquisition',
        question: 'Where would a model try next?',
        chapter: 'Searching it',
      },
      {
        id: 'halving',
        title: 'Halving',
        question: 'What does stopping early save, and what does it lose?',
        chapter: 'Budgets and populations',
      },
    ],
    demo: 'sampling',
    controls: [
      { kind: 'number', id: 'count', label: 'Trials', min: 1, max: 4096, step: 1, value: 64 },
      {
        kind: 'choice',
        id: 'pair',
        label: 'Parameters',
        choices: [
          { value: 'lr wd', label: 'lr and wd' },
          { value: 'lr epochs', label: 'lr and epochs' },
        ],
        value: 'lr wd',
      },
      { kind: 'flag', id: 'scramble', label: 'Scramble', value: true },
    ],
    options: { count: 64, pair: 'lr wd', scramble: true },
    seed: 7,
    file: 'sweep.yaml',
    uri: 'file:///project/sweep.yaml',
    ...changes,
  };
}
