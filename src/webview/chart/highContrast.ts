import { isSpec, mapUnits, type Spec } from './mapSpec';

const leastOpacity = 0.6;

/**
 * The specification as high contrast wants it: a series told apart by colour is told apart by shape or dash as
 * well, and no mark but an area is fainter than it may be (what an area covers must stay visible).
 */
export function forHighContrast(spec: Spec): Spec {
  return mapUnits(spec, unit => {
    const mark = isSpec(unit['mark']) ? unit['mark'] : { type: unit['mark'] };
    const type = mark['type'];
    return {
      ...unit,
      mark: type === 'area' || type === 'rect' ? mark : solid(mark),
      ...(isSpec(unit['encoding']) ? { encoding: withShapes(unit['encoding'], type) } : {}),
    };
  });
}

function solid(mark: Spec): Spec {
  const raised = ['opacity', 'fillOpacity', 'strokeOpacity'].flatMap(key => {
    const value = mark[key];
    return typeof value === 'number' && value > 0 && value < leastOpacity
      ? [[key, leastOpacity] as const]
      : [];
  });
  return { ...mark, ...Object.fromEntries(raised) };
}

function withShapes(encoding: Spec, mark: unknown): Spec {
  const channel = mark === 'point' ? 'shape' : mark === 'line' ? 'strokeDash' : undefined;
  const { color } = encoding;
  if (channel === undefined || channel in encoding || !isSpec(color)) return encoding;
  const series = isSpec(color['condition']) ? color['condition'] : color;
  const { field, type, title, sort, scale, legend } = series;
  if (field === undefined || (type !== 'nominal' && type !== 'ordinal')) return encoding;
  const domain = isSpec(scale) ? scale['domain'] : undefined;
  const same = Object.entries({ field, type, title, sort, legend }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...encoding,
    [channel]: { ...Object.fromEntries(same), ...(domain === undefined ? {} : { scale: { domain } }) },
  };
}
