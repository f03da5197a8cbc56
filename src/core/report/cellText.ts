import type { Cell, Row } from './report';
import { formatNumber } from '../text/formatNumber';

/** The cell of a column; `null` where the row has none. A column may be called `constructor`. */
export function cellAt(row: Row, key: string): Cell {
  return Object.hasOwn(row, key) ? (row[key] ?? null) : null;
}

/** How a cell reads in a table: numbers with three significant digits, nothing for `null`. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? formatNumber(cell) : String(cell);
}
