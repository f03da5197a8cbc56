import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row, TableBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { LlmPlan, LlmTrial } from './llmPlan';

const gibibyte = 2 ** 30;

/** The configurations with the least, the median and the most of something. */
function three(draws: readonly LlmTrial[], by: (trial: LlmTrial) => number): [string, LlmTrial][] {
  const sorted = [...draws].sort((a, b) => by(a) - by(b));
  const at = (label: string, trial: LlmTrial | undefined): [string, LlmTrial][] =>
    trial ? [[label, trial]] : [];
  return [
    ...at(l10n.t('least'), sorted[0]),
    ...at(l10n.t('median'), sorted[sorted.length >> 1]),
    ...at(l10n.t('most'), sorted.at(-1)),
  ];
}

/** Tokens, steps, operations and hours of the cheapest, the median and the dearest configuration drawn. */
export function costTable(draws: readonly LlmTrial[]): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Cost of a trial'),
    columns: [
      { key: 'which', title: l10n.t('By hours'), kind: 'text' },
      { key: 'batch', title: l10n.t('Whole batch'), kind: 'number' },
      { key: 'length', title: l10n.t('Sequence length'), kind: 'number' },
      { key: 'steps', title: l10n.t('Steps'), kind: 'number' },
      { key: 'tokens', title: l10n.t('Tokens in millions'), kind: 'number' },
      { key: 'trainable', title: l10n.t('Trained weights in millions'), kind: 'number' },
      { key: 'operations', title: l10n.t('Petaflop'), kind: 'number' },
      { key: 'hours', title: l10n.t('GPU hours'), kind: 'number' },
    ],
    rows: three(draws, ({ hours }) => hours).map(([which, { run, operations, hours }]) => ({
      which,
      batch: run.batch,
      length: run.sequenceLength,
      steps: run.steps,
      tokens: run.tokens / 1e6,
      trainable: run.trainable / 1e6,
      operations: operations / 1e15,
      hours,
    })),
  };
}

/** What fills the device's memory in the smallest, the median and the largest configuration drawn. */
export function memoryChart({ device }: LlmPlan, draws: readonly LlmTrial[]): ChartBlock {
  const parts = {
    weights: l10n.t('weights'),
    states: l10n.t('gradients and optimizer'),
    activations: l10n.t('activations'),
    logits: l10n.t('logits'),
    overhead: l10n.t('overhead'),
  };
  const shown = three(draws, ({ bytes }) => bytes).map(([which, trial]) => ({ ...trial, which }));
  const rows = shown.flatMap(({ which, memory }): Row[] =>
    [
      { part: parts.weights, bytes: memory.weights },
      { part: parts.states, bytes: memory.gradients + memory.optimiser },
      { part: parts.activations, bytes: memory.activations },
      { part: parts.logits, bytes: memory.logits },
      { part: parts.overhead, bytes: memory.overhead },
    ].map(({ part, bytes }, order) => ({ which, part, order, gibibytes: bytes / gibibyte })),
  );
  const totals = shown.map(({ which, bytes }): Row => ({
    which,
    gibibytes: bytes / gibibyte,
    label: l10n.t('{0} GiB', formatNumber(bytes / gibibyte)),
  }));
  const most = Math.max(device.gibibytes, ...totals.map(row => Number(row['gibibytes'])));
  const y = {
    field: 'which',
    type: 'nominal',
    title: null,
    sort: shown.map(({ which }) => which),
    axis: { ticks: false, domain: false },
  };
  const x = {
    field: 'gibibytes',
    type: 'quantitative',
    title: l10n.t('GiB at the highest'),
    scale: { domain: [0, most * 1.15], nice: false },
  };
  return {
    kind: 'chart',
    id: 'llm-memory',
    title: l10n.t('What fills the memory'),
    summary: l10n.t(
      'The estimate is {0}; the {1} has {2} GiB.',
      totals.map(row => `${String(row['which'])} ${String(row['label'])}`).join(', '),
      device.name,
      formatNumber(device.gibibytes),
    ),
    spec: {
      height: { step: 34 },
      layer: [
        {
          data: { name: 'parts' },
          mark: { type: 'bar', stroke: themeColour.background, strokeWidth: 1 },
          encoding: {
            y,
            x: { ...x, stack: 'zero' },
            order: { field: 'order', type: 'ordinal' },
            color: {
              field: 'part',
              type: 'nominal',
              title: null,
              scale: {
                domain: Object.values(parts),
                range: [
                  themeColour.primary,
                  themeColour.secondary,
                  themeColour.tertiary,
                  themeColour.quaternary,
                  themeColour.neutral,
                ],
              },
              legend: { orient: 'top' },
            },
            tooltip: [
              { field: 'which', type: 'nominal', title: l10n.t('Configuration') },
              { field: 'part', type: 'nominal', title: l10n.t('Part') },
              { field: 'gibibytes', type: 'quantitative', title: l10n.t('GiB'), format: '.3~r' },
            ],
          },
        },
        {
          data: { name: 'totals' },
          mark: { type: 'text', align: 'left', dx: 5, color: themeColour.foreground },
          encoding: { y, x, text: { field: 'label', type: 'nominal' } },
        },
        {
          data: { name: 'device' },
          mark: { type: 'rule', strokeDash: [4, 3], strokeWidth: 2, color: themeColour.highlight },
          encoding: { x },
        },
      ],
    },
    data: { parts: rows, totals, device: [{ gibibytes: device.gibibytes }] },
    table: {
      kind: 'table',
      title: l10n.t('Memory'),
      columns: [
        { key: 'which', title: l10n.t('Configuration'), kind: 'text' },
        { key: 'part', title: l10n.t('Part'), kind: 'text' },
        { key: 'gibibytes', title: l10n.t('GiB'), kind: 'number' },
      ],
      rows,
    },
  };
}
