import { cellAt, cellText } from '../core/report/cellText';
import type { Cell, Column, TableBlock } from '../core/report/report';
import type { Connection } from './connection';
import { element } from './dom';
import { parameterLink } from './parameterLink';
import { strings } from './strings';

/** More would make the page slow and nobody wise; the export has every row. */
const mostRows = 200;

/** A table that scrolls by itself, its first column heading each row. */
export function table({ title, columns, rows }: TableBlock, connection: Connection): HTMLElement {
  const head = columns.map(({ title: name, kind }) =>
    element('th', { scope: 'col', class: kind === 'number' ? 'number' : undefined }, name),
  );
  const body = rows
    .slice(0, mostRows)
    .map(row =>
      element(
        'tr',
        {},
        ...columns.map((column, index) => cell(column, cellAt(row, column.key), index === 0, connection)),
      ),
    );
  const omitted =
    rows.length > mostRows
      ? element('p', { class: 'muted' }, strings.firstRows(mostRows, rows.length))
      : undefined;
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'table', role: 'group', 'aria-label': title, tabindex: 0 },
      element(
        'table',
        {},
        element('caption', {}, title),
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...body),
      ),
    ),
    omitted,
  );
}

function cell(column: Column, value: Cell, heads: boolean, connection: Connection): HTMLElement {
  const text = cellText(value);
  const content = column.kind === 'parameter' && text !== '' ? parameterLink(text, connection) : text;
  const className = column.kind === 'number' ? 'number' : undefined;
  return heads
    ? element('th', { scope: 'row', class: className }, content)
    : element('td', { class: className }, content);
}
