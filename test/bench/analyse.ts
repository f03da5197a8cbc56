import type * as analyseModule from '../../src/core/analyse';
import { bundled } from './bundled';
import { median, milliseconds, type Figure } from './figure';
import { longTexts, wandbSweep } from './longTexts';

/** Recognising, reading and checking, as it happens after a keystroke. */
export function measure(): Promise<readonly Figure[]> {
  const { analyse } = bundled<typeof analyseModule>('core/analyse.ts');
  const short = wandbSweep(124);
  const figures = timed('analysing 500 lines', () => void analyse(short, 'yaml', 'sweep.yaml'));
  for (const { name, language, text, keystroke } of longTexts()) {
    const check = (run: number): void => {
      // Another digit each time, so that nothing can be known of the text before.
      const typed = `${text.slice(0, keystroke)}${1 + (run % 9)}${text.slice(keystroke)}`;
      if (analyse(typed, language, name) === undefined) throw new Error(`${name} was not recognised.`);
    };
    figures.push(...timed(`re-check after one keystroke, 2,000 lines, ${name}`, check));
  }
  return Promise.resolve(figures);
}

function timed(figure: string, run: (i: number) => void): Figure[] {
  for (let i = 0; i < 40; i++) run(i);
  const wall: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < 101; i++) {
    const start = performance.now();
    run(i);
    wall.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return [
    { figure: `${figure}, warm, median`, ours: milliseconds(median(wall)), target: '≤ 10 ms' },
    {
      // What a busy machine adds to the figure above is not in this one.
      figure: `${figure}, processor time, mean`,
      ours: milliseconds((user + system) / 1000 / wall.length),
    },
  ];
}
