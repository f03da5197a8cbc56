import type { Cell } from './report';
import { formatNumber } from '../text/formatNumber';

/** How a cell reads in a table: numbers with three significant digits, nothing for `null`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' ? formatNumber(cell) : String(cell);
}
