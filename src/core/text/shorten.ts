/** At most `length` characters, the last an ellipsis where something was left out. Never half a surrogate pair. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  // A character has two code units at most.
  const characters = [...text.slice(0, 2 * length + 2)];
  if (characters.length <= length) return text;
  return characters.slice(0, length - 1).join('') + '…';
}
