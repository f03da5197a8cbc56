/** Beyond this many texts everything is forgotten. */
const most = 5000;

/**
 * A pure function of a short text that remembers its results: names of parameters are looked at by many checks after
 * every keystroke, and nearly all of them are those of the keystroke before.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, { readonly result: T }>();
  return text => {
    const known = results.get(text);
    if (known) return known.result;
    const result = read(text);
    if (results.size >= most) results.clear();
    results.set(text, { result });
    return result;
  };
}
