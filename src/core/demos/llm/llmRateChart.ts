import * as l10n from '@vscode/l10n';
import { span } from '../../llm/span';
import { bestRate, surfaceLoss } from '../../llm/surface';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { fromUnit } from '../../space/distribution';
import { formatNumber } from '../../text/formatNumber';
import type { LlmBest } from './llmDraws';
import type { LlmPlan, LlmTrial } from './llmPlan';

const points = 96;
const shownDraws = 40;

/** The loss along the learning rate at the least, a middle and the greatest batch, and where the file's draws fall. */
export function rateChart(plan: LlmPlan, draws: readonly LlmTrial[], best: LlmBest): ChartBlock {
  const { setup, settings } = plan;
  const parameter = settings.parameters.get('learningRate');
  const batches = shownBatches(draws);
  const runs = batches.map(batch => ({ ...best.run, batch, steps: stepsOf(best, batch) }));
  const rates = runs.map(run => bestRate(run, setup));
  const searched = parameter && span(parameter.domain);
  const from = Math.min(searched && searched.low > 0 ? searched.low : Infinity, Math.min(...rates) / 20);
  const to = Math.max(searched?.high ?? 0, Math.max(...rates) * 20);
  const label = (batch: number): string => l10n.t('batch {0}', formatNumber(batch));
  const losses = runs.flatMap((run): Row[] =>
    Array.from({ length: points }, (_, i) => {
      const learningRate = from * (to / from) ** (i / (points - 1));
      return {
        batch: label(run.batch),
        rate: learningRate,
        loss: surfaceLoss({ ...run, learningRate }, setup),
      };
    }).filter(({ loss }) => Number.isFinite(loss)),
  );
  const optima = runs.map((run, i): Row => {
    const rate = rates[i] ?? NaN;
    return { batch: label(run.batch), rate, loss: surfaceLoss({ ...run, learningRate: rate }, setup) };
  });
  const drawn = parameter
    ? Array.from({ length: shownDraws }, (_, i) => Number(fromUnit(parameter.domain, (i + 0.5) / shownDraws)))
        .filter(rate => rate > 0)
        .map((rate): Row => ({ rate }))
    : [];
  const lowest = Math.min(...optima.map(({ loss }) => Number(loss)));
  const x = {
    field: 'rate',
    type: 'quantitative',
    title: l10n.t('Learning rate'),
    scale: { type: 'log', domain: [from, to], nice: false },
    axis: { format: '~e', grid: false, labelOverlap: 'greedy' },
  };
  const y = {
    field: 'loss',
    type: 'quantitative',
    title: l10n.t('Loss in nats a token'),
    scale: { domain: [lowest - 0.02, lowest + 0.5], nice: false, zero: false },
  };
  const colours = [themeColour.primary, themeColour.secondary, themeColour.tertiary];
  const color = {
    field: 'batch',
    type: 'nominal',
    title: null,
    scale: { domain: batches.map(label), range: colours.slice(0, batches.length) },
    legend: { orient: 'top' },
  };
  const tooltip = [
    { field: 'batch', type: 'nominal', title: l10n.t('Batch') },
    { field: 'rate', type: 'quantitative', title: l10n.t('Learning rate'), format: '.2~e' },
    { field: 'loss', type: 'quantitative', title: l10n.t('Loss'), format: '.3f' },
  ];
  return {
    kind: 'chart',
    id: 'llm-rates',
    title: l10n.t('Loss along the learning rate'),
    summary: l10n.t(
      'The loss is lowest at {0}.',
      optima
        .map(row =>
          l10n.t(
            '{0} with {1} ({2} nats)',
            formatNumber(Number(row['rate'])),
            String(row['batch']),
            Number(row['loss']).toFixed(3),
          ),
        )
        .join(', '),
    ),
    spec: {
      height: 260,
      layer: [
        {
          data: { name: 'drawn' },
          mark: {
            type: 'tick',
            thickness: 1,
            height: 10,
            yOffset: -6,
            color: themeColour.foreground,
            opacity: 0.5,
          },
          encoding: { x, y: { value: 260 } },
        },
        {
          data: { name: 'losses' },
          mark: { type: 'line', clip: true, strokeWidth: 2 },
          encoding: { x, y, color, tooltip },
        },
        {
          data: { name: 'optima' },
          mark: { type: 'point', filled: true, size: 70, opacity: 1 },
          encoding: { x, y, color, tooltip },
        },
      ],
    },
    data: { losses, optima, drawn },
    table: {
      kind: 'table',
      title: l10n.t('Best learning rates'),
      columns: [
        { key: 'batch', title: l10n.t('Batch'), kind: 'text' },
        { key: 'rate', title: l10n.t('Learning rate'), kind: 'number' },
        { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
      ],
      rows: [...optima, ...losses],
    },
  };
}

/** The same tokens in batches of another size. */
function stepsOf({ run }: LlmBest, batch: number): number {
  return Math.max(1, Math.ceil(run.tokens / (batch * run.sequenceLength)));
}

function shownBatches(draws: readonly LlmTrial[]): number[] {
  const sorted = [...new Set(draws.map(({ run }) => run.batch))].sort((a, b) => a - b);
  const [least, middle, most] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return [...new Set([least, middle, most].flatMap(batch => batch ?? []))];
}
