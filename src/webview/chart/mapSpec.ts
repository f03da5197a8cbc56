/** A Vega-Lite specification or a part of one, as plain JSON. */
export type Spec = Readonly<Record<string, unknown>>;

export function isSpec(value: unknown): value is Spec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of a JSON value in which `replace` has had its say about every string. */
export function mapStrings(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map(item => mapStrings(item, replace));
  if (!isSpec(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, replace)]));
}

/** A copy of a specification in which `change` has been applied to every single view, a mark with its encoding. */
export function mapUnits(spec: Spec, change: (unit: Spec) => Spec): Spec {
  const composed = Object.entries(spec).map(([key, value]): [string, unknown] => {
    if (key === 'spec' && isSpec(value)) return [key, mapUnits(value, change)];
    const listed = ['layer', 'concat', 'hconcat', 'vconcat'].includes(key);
    if (!listed || !Array.isArray(value)) return [key, value];
    return [key, value.map((part: unknown) => (isSpec(part) ? mapUnits(part, change) : part))];
  });
  const copy = Object.fromEntries(composed);
  return 'mark' in copy ? change(copy) : copy;
}
