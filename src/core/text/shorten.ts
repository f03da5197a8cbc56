/** At most `length` characters, the last an ellipsis where something was left out. Never half a surrogate pair. */
export function shorten(text: string, length: number): string {
  const characters = [...text.slice(0, 4 * length + 4)];
  if (characters.length <= length && text.length <= 4 * length + 4) return text;
  return characters.slice(0, length - 1).join('') + '…';
}
