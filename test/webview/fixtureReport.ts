import type { Block, Report } from '../../src/core/report/report';
import { heat, history, pairs, posterior } from './fixtureCharts';

/** A report with every kind of block, check and chart layout. */
export function fixtureReport(points = 200): Report {
  return {
    version: 1,
    title: 'Sampling · sweep.yaml',
    answer:
      '64 trials: random leaves 2 of 4 decades of lr empty; Sobol fills 4 of 4 once it is log-scaled, at the same cost.',
    provenance: {
      demo: 'sampling',
      seed: 7,
      options: { count: 64, scramble: true, pair: 'lr wd' },
      file: 'sweep.yaml',
      format: 'W&B sweep',
      toolVersion: '0.1.0',
    },
    sections: [
      { id: 'checks', title: 'Checks', blocks: [checks] },
      {
        id: 'pairs',
        title: 'Where the trials land',
        caption: 'Each point is one trial; empty stripes are values nobody will ever have tried.',
        blocks: [pairs(points), { kind: 'text', text: 'Grid repeats 8 values of each parameter 8 times.' }],
      },
      {
        id: 'surrogate',
        title: 'What the model believes',
        caption: 'The line is the posterior mean, the band two standard deviations either side.',
        blocks: [posterior(), heat()],
      },
      { id: 'history', title: 'Trials', blocks: [history(), coverage] },
    ],
  };
}

const checks: Block = {
  kind: 'checks',
  checks: [
    {
      name: 'Every decade of lr is drawn from',
      status: 'FAIL',
      message: '2 of 4 decades hold none of the 64 random trials; use log_uniform_values.',
      value: 2,
      target: 4,
      parameter: 'lr',
    },
    {
      name: 'No trial is made twice',
      status: 'WARN',
      message: 'grid makes 3 of 64 trials twice.',
      value: 3,
      target: 0,
    },
    { name: 'Dimensions', status: 'INFO', message: '4 of 6 parameters can be drawn.' },
    {
      name: 'Sobol is spread more evenly than chance',
      status: 'PASS',
      message: 'Its centred discrepancy is below that of 95 % of random designs.',
      value: 0.00213,
      target: 0.0041,
      tolerance: 0.001,
    },
    { name: 'The seed decides everything', status: 'PASS', message: 'Two runs gave the same 64 trials.' },
    {
      name: 'Budget per rung',
      status: 'NOT_APPLICABLE',
      message: 'The file has no early_terminate.',
    },
  ],
};

const coverage: Block = {
  kind: 'table',
  title: 'Coverage',
  columns: [
    { key: 'parameter', title: 'Parameter', kind: 'parameter' },
    { key: 'random', title: 'Random', kind: 'number' },
    { key: 'sobol', title: 'Sobol', kind: 'number' },
    { key: 'note', title: 'Note', kind: 'text' },
  ],
  rows: [
    { parameter: 'lr', random: 0.5, sobol: 1, note: '<b>4</b> decades' },
    { parameter: 'wd', random: 0.753, sobol: 0.984, note: null },
    { parameter: 'optimizer', random: 1, sobol: 1, note: 'adam twice' },
  ],
};
