import { cellAt } from './cellText';
import type { Cell, Column, Row } from './report';

/**
 * The rows as comma-separated values (RFC 4180): a header of column keys, then one line per row, each ended by
 * CRLF. Numbers keep their full precision; `null` is an empty field.
 */
export function csv(columns: readonly Column[], rows: readonly Row[]): string {
  const header = columns.map(column => field(column.key));
  const lines = rows.map(row => columns.map(column => field(cellAt(row, column.key))));
  return [header, ...lines].map(fields => `${fields.join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
