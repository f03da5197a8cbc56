/** What Python's `float(text)` gives, if it is finite; undefined where it raises. */
export function pythonFloat(text: string): number | undefined {
  const digits = text.trim();
  if (!/^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i.test(digits)) {
    return undefined;
  }
  const value = Number(digits.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}

/** What Python's `int(text)` gives; undefined where it raises, as for `1e3` and `32.0`. */
export function pythonInt(text: string): number | undefined {
  return /^[-+]?\d+(?:_\d+)*$/.test(text.trim()) ? pythonFloat(text) : undefined;
}
