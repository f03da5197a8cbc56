import * as l10n from '@vscode/l10n';
import type { Work } from '../numeric/work';
import type { Block, CheckResult, Provenance, Report, Section } from '../report/report';
import type { TheoryCell, TheoryKind } from './cells';
import { chartOf } from './charts/chartOf';
import { checkOf, printedValues, runCell, type TheoryResult } from './result';
import { cellTitle, takeaway } from './takeaways';
import { topicDemo } from './topicDemos';
import { topicTitle } from './topics';

/** One cell, or several with an overview before them; yields after each cell. */
export function* theoryReport(cells: readonly TheoryCell[], provenance: Provenance): Work<Report> {
  const [first] = cells;
  const only = cells.length === 1 ? first : undefined;
  const results: TheoryResult[] = [];
  const sections: Section[] = [];
  for (const cell of cells) {
    const result = runCell(cell);
    results.push(result);
    sections.push(section(result, cell === only));
    yield;
  }
  return {
    version: 1,
    title: only ? cellTitle(only) : l10n.t('The theory notebook'),
    answer: only ? takeaway(only.topic) : overall(results),
    provenance,
    sections: only ? sections : [overview(results), ...sections],
  };
}

function overall(results: readonly TheoryResult[]): string {
  const passed = results.filter(result => checkOf(result).status === 'PASS').length;
  return passed === results.length
    ? l10n.t('All {0} cells pass their checks; their numbers are those NumPy gives.', String(passed))
    : l10n.t('{0} of {1} cells pass their checks.', String(passed), String(results.length));
}

function overview(results: readonly TheoryResult[]): Section {
  return {
    id: 'overview',
    title: l10n.t('Overview'),
    blocks: [
      {
        kind: 'table',
        title: l10n.t('The cells and what they print'),
        columns: [
          { key: 'number', title: l10n.t('Cell'), kind: 'number' },
          { key: 'topic', title: l10n.t('Topic'), kind: 'text' },
          { key: 'kind', title: l10n.t('Kind'), kind: 'text' },
          { key: 'printed', title: l10n.t('Prints'), kind: 'text' },
          { key: 'status', title: l10n.t('Check'), kind: 'text' },
        ],
        rows: results.map(result => ({
          number: result.cell.number,
          topic: topicTitle(result.cell.topic),
          kind: kindTitle(result.kind),
          printed: printedValues(result)
            .map(({ label, text }) => `${label} ${text}`)
            .join(' · '),
          status: checkOf(result).status,
        })),
      },
    ],
  };
}

function section(result: TheoryResult, single: boolean): Section {
  const { cell } = result;
  const demo = topicDemo(cell.topic);
  const blocks: Block[] = [
    chartOf(result),
    {
      kind: 'table',
      title: l10n.t('As the notebook prints it'),
      columns: [
        { key: 'label', title: l10n.t('Value'), kind: 'text' },
        { key: 'text', title: l10n.t('Printed'), kind: 'text' },
      ],
      rows: printedValues(result).map(({ label, text }) => ({ label, text })),
    },
    ...(single ? [] : [{ kind: 'text', text: takeaway(cell.topic) } as const]),
    ...(demo === undefined
      ? []
      : [
          {
            kind: 'demo',
            label: l10n.t('Show {0} on a search space', topicTitle(cell.topic)),
            ...demo,
          } as const,
        ]),
    { kind: 'checks', checks: [numbered(checkOf(result), cell, single)] },
  ];
  return {
    id: `cell-${cell.number}`,
    title: single ? kindTitle(cell.kind) : cellTitle(cell),
    caption: captionOf(cell),
    blocks,
  };
}

/** The checks of all cells stand in one list. */
function numbered(check: CheckResult, cell: TheoryCell, single: boolean): CheckResult {
  return single ? check : { ...check, name: `${cellTitle(cell)}: ${check.name}` };
}

export function kindTitle(kind: TheoryKind): string {
  switch (kind) {
    case 'curve':
      return l10n.t('Curve');
    case 'update':
      return l10n.t('Update');
    case 'stochastic':
      return l10n.t('Stochastic');
    case 'closed form':
      return l10n.t('Closed form');
  }
}

/** What is computed. */
function captionOf(cell: TheoryCell): string {
  switch (cell.kind) {
    case 'curve':
      return l10n.t(
        'The loss {0}·θ²/2 + 0.1·sin({1}·θ) and its gradient, at 200 points from −3 to 3.',
        String(cell.a),
        String(cell.f),
      );
    case 'update':
      return l10n.t(
        'One step of gradient descent from θ = (1.5, −0.5, 0.25) on a quadratic of curvatures {0}, with η = 0.1/{1}.',
        cell.curvatures.join(', '),
        String(cell.k),
      );
    case 'stochastic':
      return l10n.t(
        'The gradient at θ = (0.2, −0.4, 0.6) over 256 rows of default_rng({0}), and over the first 32 of them.',
        String(cell.seed),
      );
    case 'closed form':
      return l10n.t(
        'The energy of {0} about their mean: as a dot product, and as a sum of squares term by term.',
        cell.numbers.join(', '),
      );
  }
}
