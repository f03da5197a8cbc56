import type { Row } from '../../core/report/report';
import { isSpec, type Spec } from './mapSpec';

type DataSets = Readonly<Record<string, readonly Row[]>>;

/** Room for one vertical axis with its title, and for the half of the last horizontal label that hangs over. */
const axisRoom = 72;
const overhang = 12;
/** The least width at which a view can still be read. */
const leastWidth = 150;
const gap = 20;

/**
 * The specification laid out for a page `width` pixels wide. Single and layered views take all of it; views side by
 * side share it and wrap when they would become too narrow to read. A view that states a width of its own in
 * numbers or steps keeps it.
 */
export function fitWidth(spec: Spec, width: number, data: DataSets): Spec {
  const { hconcat, vconcat, concat } = spec;
  if (Array.isArray(vconcat)) return { ...spec, vconcat: vconcat.map(part => fitPart(part, width, data)) };
  if (Array.isArray(hconcat)) {
    const { hconcat: views, ...rest } = spec;
    return fitConcat(rest, views as unknown[], hconcat.length, width, data);
  }
  if (Array.isArray(concat)) return fitConcat(spec, concat, columnsOf(spec), width, data);
  if ('repeat' in spec) return fitRepeat(spec, width, data);
  if ('facet' in spec) return fitFacet(spec, width, data);
  const facet = facetOf(spec);
  if (facet !== undefined) return narrow(spec, facetShare(spec, facet, Infinity, width, data).each);
  return isFixed(spec) ? spec : { ...spec, width, autosize: { type: 'fit-x', contains: 'padding' } };
}

/** True for one view or layers of them, which take any width by a signal; all else has to be laid out anew. */
export function isSingleView(spec: Spec): boolean {
  return ('mark' in spec || 'layer' in spec) && facetOf(spec) === undefined && !isFixed(spec);
}

function fitConcat(spec: Spec, views: unknown[], wanted: number, width: number, data: DataSets): Spec {
  const columns = wrap(Math.min(wanted, views.length), width);
  const each = share(width, columns);
  return { spacing: gap, ...spec, columns, concat: views.map(view => fitPart(view, each, data)) };
}

function fitRepeat(spec: Spec, width: number, data: DataSets): Spec {
  const { repeat } = spec;
  if (!isSpec(repeat)) {
    const columns = wrap(Math.min(columnsOf(spec), Array.isArray(repeat) ? repeat.length : 1), width);
    return { ...spec, columns, spec: fitPart(spec['spec'], share(width, columns), data) };
  }
  const columns = Array.isArray(repeat['column']) ? repeat['column'].length : 1;
  return { ...spec, spec: fitPart(spec['spec'], share(width, columns), data) };
}

function fitFacet(spec: Spec, width: number, data: DataSets): Spec {
  const { facet } = spec;
  const view = spec['spec'];
  if (!isSpec(facet) || !isSpec(view)) return spec;
  const { columns, each } = facetShare(spec, facet, columnsOf(spec), width, data);
  return { ...spec, ...('field' in facet ? { columns } : {}), spec: narrow(view, each) };
}

/** The facets that a single view asks for in its encoding. */
function facetOf({ encoding }: Spec): Spec | undefined {
  if (!isSpec(encoding)) return undefined;
  if (isSpec(encoding['facet'])) return encoding['facet'];
  return 'row' in encoding || 'column' in encoding ? encoding : undefined;
}

function facetShare(
  spec: Spec,
  facet: Spec,
  wanted: number,
  width: number,
  data: DataSets,
): { columns: number; each: number } {
  const wraps = 'field' in facet;
  const across = wraps ? facet : facet['column'];
  const views = isSpec(across) ? levels(spec, across['field'], data) : 1;
  const columns = wraps ? wrap(Math.min(wanted, views), width) : views;
  // The views of a facet share their vertical axis.
  const each = Math.floor((width - axisRoom - overhang - (columns - 1) * gap) / columns);
  return { columns, each: Math.max(each, leastWidth / 2) };
}

/** A view inside a composition: its width is that of the plot alone, so the room for its axis comes off. */
function fitPart(view: unknown, width: number, data: DataSets): unknown {
  if (!isSpec(view)) return view;
  const composed = ['hconcat', 'vconcat', 'concat', 'repeat', 'facet'].some(key => key in view);
  return composed ? fitWidth(view, width, data) : narrow(view, Math.max(width - axisRoom, leastWidth / 2));
}

function narrow(view: Spec, width: number): Spec {
  return isFixed(view) ? view : { ...view, width };
}

function isFixed({ width }: Spec): boolean {
  return width !== undefined && width !== 'container';
}

function columnsOf(spec: Spec): number {
  return typeof spec['columns'] === 'number' ? spec['columns'] : Infinity;
}

function wrap(columns: number, width: number): number {
  return Math.max(1, Math.min(columns, Math.floor((width + gap) / (leastWidth + axisRoom + gap))));
}

function share(width: number, columns: number): number {
  return Math.floor((width - (columns - 1) * gap) / columns);
}

function levels(spec: Spec, field: unknown, data: DataSets): number {
  const source = isSpec(spec['data']) ? spec['data']['name'] : undefined;
  const rows = typeof source === 'string' ? (data[source] ?? []) : [];
  return typeof field === 'string' ? Math.max(1, new Set(rows.map(row => row[field])).size) : 1;
}
