import type { TextRange } from './range';

/** The documents between `---` lines; undefined where these hold more, or line breaks or marks of a rare kind occur. */
export function yamlSections(text: string): TextRange[] | undefined {
  if (/\r(?!\n)|\uFEFF/.test(text)) return undefined;
  const found: TextRange[] = [];
  let start = 0;
  for (const { index, 0: marker } of text.matchAll(/(?<![^\n])---(?!\S)[^\n]*/g)) {
    if (!/^--- *(?: #|\r?$)/.test(marker)) return undefined;
    if (start > 0 || !isBlank(text.slice(0, index))) found.push({ start, end: index });
    start = Math.min(text.length, index + marker.length + 1);
  }
  return [...found, { start, end: text.length }];
}

function isBlank(text: string): boolean {
  return /^(?: *(?:#[^\n]*)?\r?\n)*$/.test(text);
}
