import * as l10n from '@vscode/l10n';
import { version } from '../../../package.json';
import { finish } from '../../core/numeric/work';
import { theoryCells, type TheoryCell } from '../../core/theory/cells';
import { theoryNotebook } from '../../core/theory/notebook';
import { theoryReport } from '../../core/theory/report';
import { checkOf, printedValues, runCell } from '../../core/theory/result';
import { cellTitle, takeaway } from '../../core/theory/takeaways';
import { topicTitle } from '../../core/theory/topics';
import { parseOptions } from '../options';
import { print, printJson, tell } from '../output';
import { UsageError } from '../usageError';
import { writeHtml, writeText } from '../writeFile';

/** The cells of the theory notebook: 0 when all checks pass, 1 when one fails. */
export function theory(args: readonly string[]): number {
  const { values, positionals } = parseOptions(args, {
    cell: { type: 'string' },
    json: { type: 'boolean', default: false },
    html: { type: 'string' },
    ipynb: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(l10n.t('theory takes no file.'));
  const cells = chosenCells(values.cell);
  const { html, ipynb } = values;
  if (html !== undefined) {
    const options = { cell: values.cell ?? 'all' };
    const report = finish(theoryReport(cells, { demo: 'theory', seed: 1, options, toolVersion: version }));
    writeHtml(html, report);
    tell(report.answer);
  }
  if (ipynb !== undefined) writeText(ipynb, theoryNotebook(cells));
  if (values.json) printJson(cells.map(asJson));
  else if (html === undefined && ipynb === undefined) cells.forEach(printCell);
  return cells.every(cell => checkOf(runCell(cell)).status === 'PASS') ? 0 : 1;
}

function chosenCells(number: string | undefined): readonly TheoryCell[] {
  if (number === undefined) return theoryCells;
  const cell = theoryCells.find(candidate => String(candidate.number) === number);
  if (cell) return [cell];
  throw new UsageError(
    l10n.t(
      '{0} must be a whole number from 1 to {1}, not "{2}".',
      '--cell',
      String(theoryCells.length),
      number,
    ),
  );
}

function asJson(cell: TheoryCell): object {
  const result = runCell(cell);
  const { name, status, value, target } = checkOf(result);
  const { number, topic, kind } = cell;
  return {
    number,
    topic: topicTitle(topic),
    kind,
    values: result.values,
    checks: [{ name, status, value, target }],
  };
}

function printCell(cell: TheoryCell): void {
  const result = runCell(cell);
  const { status, name, message } = checkOf(result);
  print(cellTitle(cell));
  for (const { label, text } of printedValues(result)) print(`  ${label}: ${text}`);
  print(`  ${status}: ${name}. ${message}`);
  print(`  ${takeaway(cell.topic)}`);
}
