import { randomStream } from '../../src/core/numeric/random';
import type { ChartBlock, Row } from '../../src/core/report/report';
import { themeColour } from '../../src/core/report/theme';

const samplers = ['grid', 'random', 'Latin hypercube', 'Sobol'];

/** Small multiples: a facet that wraps. */
export function pairs(points: number): ChartBlock {
  const random = randomStream(7).uniform;
  const rows = Array.from({ length: points }, (_, index): Row => {
    const sampler = samplers[index % 4] ?? '';
    return { sampler, lr: 10 ** (-5 + 4 * random()), wd: 10 ** (-6 + 4 * random()) };
  });
  const axis = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { type: 'log', nice: false },
    axis: { format: '~e', tickCount: 4 },
  });
  return {
    kind: 'chart',
    id: 'pairs',
    title: 'lr against wd by sampler',
    summary: `${points} trials of four samplers: Sobol and Latin hypercube leave no gaps, grid leaves stripes.`,
    spec: {
      data: { name: 'trials' },
      facet: { field: 'sampler', type: 'nominal', title: null, sort: samplers },
      columns: 4,
      spec: {
        height: 170,
        mark: { type: 'point', filled: true, opacity: 0.6, size: 12, tooltip: true },
        encoding: { x: axis('lr'), y: axis('wd') },
      },
    },
    data: { trials: rows },
    table: {
      kind: 'table',
      title: 'Trials by sampler',
      columns: [
        { key: 'sampler', title: 'Sampler', kind: 'text' },
        { key: 'lr', title: 'lr', kind: 'number' },
        { key: 'wd', title: 'wd', kind: 'number' },
      ],
      rows,
    },
  };
}

/** Layers with a slider over their steps. */
export function posterior(): ChartBlock {
  const steps = 6;
  const curve = Array.from({ length: steps * 80 }, (_, index): Row => {
    const step = 1 + Math.floor(index / 80);
    const x = (index % 80) / 79;
    const mean = Math.sin(6 * x) / step + x;
    return { step, x, mean, low: mean - 0.6 / step, high: mean + 0.6 / step };
  });
  const trials = Array.from({ length: steps }, (_, index): Row => {
    const x = ((index * 37) % 100) / 100;
    return { step: index + 1, x, y: Math.sin(6 * x) + x, kind: index % 2 === 0 ? 'seed' : 'asked' };
  });
  return {
    kind: 'chart',
    id: 'posterior',
    title: 'Posterior after each trial',
    summary: `After ${steps} trials the mean is lowest at 0.81, where the band is 0.2 wide.`,
    spec: {
      params: [{ name: 'step', value: steps }],
      height: 220,
      layer: [
        {
          data: { name: 'curve' },
          transform: [{ filter: 'datum.step === step' }],
          mark: { type: 'area', opacity: 0.25, color: themeColour.primary },
          encoding: {
            x: { field: 'x', type: 'quantitative', title: 'lr (unit cube)' },
            y: { field: 'low', type: 'quantitative', title: 'Loss' },
            y2: { field: 'high' },
          },
        },
        {
          data: { name: 'curve' },
          transform: [{ filter: 'datum.step === step' }],
          mark: { type: 'line', color: themeColour.primary },
          encoding: {
            x: { field: 'x', type: 'quantitative' },
            y: { field: 'mean', type: 'quantitative' },
          },
        },
        {
          data: { name: 'trials' },
          transform: [{ filter: 'datum.step <= step' }],
          mark: { type: 'point', filled: true, size: 60, tooltip: true },
          encoding: {
            x: { field: 'x', type: 'quantitative' },
            y: { field: 'y', type: 'quantitative' },
            color: {
              field: 'kind',
              type: 'nominal',
              title: 'Trial',
              scale: {
                domain: ['seed', 'asked'],
                range: [themeColour.secondary, themeColour.highlight],
              },
            },
          },
        },
      ],
    },
    data: { curve, trials },
    table: {
      kind: 'table',
      title: 'Trials',
      columns: [
        { key: 'step', title: 'Trial', kind: 'number' },
        { key: 'x', title: 'lr', kind: 'number' },
        { key: 'y', title: 'Loss', kind: 'number' },
        { key: 'kind', title: 'Kind', kind: 'text' },
      ],
      rows: trials,
    },
    slider: {
      parameter: 'step',
      label: 'Trials so far',
      min: 1,
      max: steps,
      value: steps,
      captions: Array.from(
        { length: steps },
        (_, index) => `After ${index + 1} trials the band is ${(1 / (index + 1)).toFixed(2)} wide.`,
      ),
    },
  };
}

/** A surface of 1,200 cells. */
export function heat(): ChartBlock {
  const rows = Array.from({ length: 40 * 30 }, (_, index): Row => {
    const [i, j] = [index % 40, Math.floor(index / 40)];
    return {
      x: i / 40,
      x2: (i + 1) / 40,
      y: j / 30,
      y2: (j + 1) / 30,
      mean: Math.sin(i / 6) * Math.cos(j / 5),
    };
  });
  return {
    kind: 'chart',
    id: 'surface',
    title: 'Posterior mean over lr and wd',
    summary: 'The mean is lowest, at -0.99, near lr 0.7 and wd 0.5.',
    spec: {
      data: { name: 'cells' },
      height: 220,
      mark: { type: 'rect', tooltip: true },
      encoding: {
        x: { field: 'x', type: 'quantitative', title: 'lr' },
        x2: { field: 'x2' },
        y: { field: 'y', type: 'quantitative', title: 'wd' },
        y2: { field: 'y2' },
        color: { field: 'mean', type: 'quantitative', title: 'Mean' },
      },
    },
    data: { cells: rows },
    table: {
      kind: 'table',
      title: 'Posterior mean',
      columns: ['x', 'y', 'mean'].map(key => ({ key, title: key, kind: 'number' as const })),
      rows,
    },
  };
}

/** Two views with a brush over both. */
export function history(): ChartBlock {
  const random = randomStream(3).uniform;
  const rows = Array.from({ length: 60 }, (_, trial): Row => {
    const state = ['COMPLETE', 'PRUNED', 'FAIL'][trial % 7 === 3 ? 2 : trial % 3 === 1 ? 1 : 0] ?? '';
    return { trial, value: 0.2 + random() / (1 + trial / 10), lr: 10 ** (-5 + 4 * random()), state };
  });
  const colour = {
    field: 'state',
    type: 'nominal',
    title: null,
    scale: {
      domain: ['COMPLETE', 'PRUNED', 'FAIL'],
      range: [themeColour.primary, themeColour.secondary, themeColour.danger],
    },
  };
  const view = (x: object): object => ({
    height: 200,
    params: [{ name: 'brush', select: { type: 'interval', resolve: 'intersect' } }],
    mark: { type: 'point', tooltip: true },
    encoding: {
      x,
      y: { field: 'value', type: 'quantitative', title: 'Loss' },
      color: { condition: { param: 'brush', ...colour }, value: themeColour.neutral },
    },
  });
  return {
    kind: 'chart',
    id: 'history',
    title: 'Loss by trial and by lr',
    summary: 'The loss falls from 1.1 to 0.25 within 60 trials; 9 failed.',
    spec: {
      data: { name: 'trials' },
      hconcat: [
        view({ field: 'trial', type: 'quantitative', title: 'Trial' }),
        view({ field: 'lr', type: 'quantitative', scale: { type: 'log', nice: false } }),
      ],
    },
    data: { trials: rows },
    table: {
      kind: 'table',
      title: 'Trials',
      columns: [
        { key: 'trial', title: 'Trial', kind: 'number' },
        { key: 'value', title: 'Loss', kind: 'number' },
        { key: 'lr', title: 'lr', kind: 'number' },
        { key: 'state', title: 'State', kind: 'text' },
      ],
      rows,
    },
  };
}
