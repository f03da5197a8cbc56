import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../report/report';
import type { TheoryCell } from './cells';
import { chartOf } from './charts/chartOf';
import { notebookPalette } from './palette';
import { pythonCall, pythonOutput, pythonSetup } from './python';
import { runCell } from './result';
import { cellTitle, takeaway } from './takeaways';

/**
 * The cells as a Jupyter notebook in Python (nbformat 4.5): what NumPy computes, with our numbers and charts as the
 * outputs, so that it can be read before it is run and gives the same when it is.
 */
export function theoryNotebook(cells: readonly TheoryCell[]): string {
  const notebook = {
    cells: [
      markdown(
        'introduction',
        `# ${l10n.t('Hyperparameter optimisation in {0} cells', String(cells.length))}`,
      ),
      code('setup', pythonSetup, []),
      ...cells.flatMap(cell => {
        const result = runCell(cell);
        return [
          markdown(`about-${cell.number}`, `## ${cellTitle(cell)}\n\n${takeaway(cell.topic)}`),
          code(`cell-${cell.number}`, pythonCall(cell), [
            { output_type: 'stream', name: 'stdout', text: lines(pythonOutput(result)) },
            { output_type: 'display_data', metadata: {}, data: pictures(chartOf(result)) },
          ]),
        ];
      }),
    ],
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}

function markdown(id: string, source: string): object {
  return { cell_type: 'markdown', id, metadata: {}, source: lines(source) };
}

function code(id: string, source: string, outputs: readonly object[]): object {
  return { cell_type: 'code', id, execution_count: null, metadata: {}, outputs, source: lines(source) };
}

/** The chart for viewers that draw Vega-Lite, and in words for the others. */
function pictures({ spec, data, summary }: ChartBlock): object {
  const coloured = Object.entries(notebookPalette).reduce(
    (text, [token, colour]) => text.replaceAll(`"${token}"`, `"${colour}"`),
    JSON.stringify(spec),
  );
  return {
    'application/vnd.vegalite.v5+json': {
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      width: 480,
      ...(JSON.parse(coloured) as object),
      datasets: data,
    },
    'text/plain': lines(summary),
  };
}

/** The format's multi-line strings: each line with its end. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
