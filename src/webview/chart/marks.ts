import { isSpec, type Spec } from './mapSpec';
import type { Row } from '../../core/report/report';

type DataSets = Readonly<Record<string, readonly Row[]>>;

/** Rows of one line are one mark; this many rows to a line is what learning curves and bands have. */
const rowsPerLine = 20;

/** Cells of a surface are cheap, and meet without a seam only in an SVG. */
const cellsPerMark = 5;

/** About how many marks' worth a specification draws: the rows each of its views reads, lines and cells as above. */
export function markCount(spec: Spec, data: DataSets, inherited?: string): number {
  const source = isSpec(spec['data']) ? spec['data']['name'] : undefined;
  const name = typeof source === 'string' ? source : inherited;
  const parts = ['layer', 'concat', 'hconcat', 'vconcat', 'spec']
    .flatMap(key => spec[key] ?? [])
    .filter(isSpec)
    .reduce((sum, part) => sum + markCount(part, data, name), 0);
  return parts * repeats(spec['repeat']) + ownMarks(spec['mark'], data[name ?? '']?.length ?? 0);
}

function ownMarks(mark: unknown, rows: number): number {
  if (mark === undefined) return 0;
  const type = isSpec(mark) ? mark['type'] : mark;
  if (type === 'rect') return rows / cellsPerMark;
  return ['line', 'area', 'trail'].includes(String(type)) ? rows / rowsPerLine : rows;
}

function repeats(repeat: unknown): number {
  if (Array.isArray(repeat)) return repeat.length;
  if (!isSpec(repeat)) return 1;
  return Object.values(repeat).reduce<number>(
    (product, fields) => product * (Array.isArray(fields) ? fields.length : 1),
    1,
  );
}
