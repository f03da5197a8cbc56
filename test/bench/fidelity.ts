import { asynchronousHalving } from '../../src/core/fidelity/asynchronousHalving';
import { bohb } from '../../src/core/fidelity/bohb';
import { runOnCluster } from '../../src/core/fidelity/cluster';
import { listed, sampled } from '../../src/core/fidelity/configurationSources';
import { hyperbandBrackets } from '../../src/core/fidelity/hyperband';
import { rungs } from '../../src/core/fidelity/rungs';
import { topFraction } from '../../src/core/fidelity/schedule';
import type { ConfigurationSource, Scheduler } from '../../src/core/fidelity/scheduler';
import { successiveHalving } from '../../src/core/fidelity/successiveHalving';
import { randomStream } from '../../src/core/numeric/random';
import { median, milliseconds, type Figure } from './figure';
import { multifidelitySpace, multifidelityTask, regretsAt } from './multifidelityTask';

const marks = [1728, 3456];
const seeds = 1600;
const bohbSeeds = 100;

const { reductionFactor } = multifidelityTask;
const resources = rungs(multifidelityTask);
const promoted = topFraction(reductionFactor);
const brackets = hyperbandBrackets({ ...multifidelityTask, convention: 'algorithm1' });

/** The peers' medians over 100 seeds: the same algorithms on random configurations, written in Python. */
const schedulers: readonly {
  readonly name: string;
  readonly peer: readonly [number, number];
  make(source: ConfigurationSource): Scheduler;
}[] = [
  {
    name: 'random',
    peer: [1.49, 1.2],
    make: source => asynchronousHalving({ resources: [27], reductionFactor, source }),
  },
  {
    name: 'ASHA',
    peer: [0.76, 0.59],
    make: source => asynchronousHalving({ resources, reductionFactor, source }),
  },
  {
    name: 'SHA',
    peer: [0.73, 0.58],
    make: source =>
      successiveHalving({ bracket: () => ({ configurations: 27, resources, promoted }), source }),
  },
  {
    name: 'Hyperband',
    peer: [1.07, 0.77],
    make: source => successiveHalving({ bracket: n => brackets[n % brackets.length], source }),
  },
];

/** Regret of the schedulers beside their peers' on random configurations, and the speed of ASHA. */
export async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, peer, make } of schedulers) {
    const runs = Array.from({ length: seeds }, (_, seed) =>
      regretsAt(make(sampled(multifidelitySpace, 'random', seed)), marks),
    );
    const medians = marks.map((_, i) => median(runs.map(run => run[i] ?? NaN)));
    figures.push({
      figure: `${name}: median regret at ${marks.join(' / ')} units, ${seeds} seeds`,
      ours: medians.map(value => value.toFixed(2)).join(' / '),
      target: `≤ ${peer.map(value => value.toFixed(2)).join(' / ')}`,
    });
  }
  return [...figures, bohbRegret(), ashaSpeed()];
}

/** The peer is HpBandSter's own generator of configurations, over 12 seeds. */
function bohbRegret(): Figure {
  const space = multifidelitySpace;
  const runs = Array.from({ length: bohbSeeds }, (_, seed) =>
    regretsAt(bohb({ space, seed, bracket: n => brackets[n % brackets.length] }), marks),
  );
  const medians = marks.map((_, i) => median(runs.map(run => run[i] ?? NaN)));
  return {
    figure: `BOHB: median regret at ${marks.join(' / ')} units, ${bohbSeeds} seeds`,
    ours: medians.map(value => value.toFixed(2)).join(' / '),
    target: '≤ 0.49 / 0.16',
  };
}

function ashaSpeed(): Figure {
  const configurations = [...Array(10_000).keys()].map(index => new Map([['index', index]]));
  const luck = randomStream(1);
  const losses = configurations.map(() => luck.uniform());
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    const run = runOnCluster(
      asynchronousHalving({
        resources: [1, 4, 16, 64, 256],
        reductionFactor: 4,
        source: listed(configurations),
      }),
      {
        workers: 64,
        loss: ({ trial, rung }) => (losses[trial] ?? NaN) / (rung + 1),
        stragglers: { share: 0.1, slowdown: 3 },
        random: randomStream(2),
      },
    );
    while (!run.next().done);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return {
    figure: '10,000 configurations through ASHA on 64 workers with stragglers',
    ours: milliseconds(median(times)),
    target: '≤ 1 s',
  };
}
