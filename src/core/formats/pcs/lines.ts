/** A line of a PCS file without its comment; empty ones are left out. */
export interface Line {
  readonly text: string;
  readonly offset: number;
  readonly kind: 'declaration' | 'condition' | 'forbidden' | 'other';
}

/** By what ConfigSpace's readers tell the lines apart. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let offset = 0; offset < text.length;) {
    const found = text.indexOf('\n', offset);
    const end = found < 0 ? text.length : found;
    const whole = text.slice(offset, end);
    const hash = whole.indexOf('#');
    const line = hash < 0 ? whole : whole.slice(0, hash);
    const trimmed = line.replace(/["']/g, '').trim();
    if (trimmed !== '') lines.push({ text: line, offset, kind: kindOf(trimmed) });
    offset = end + 1;
  }
  return lines;
}

function kindOf(line: string): Line['kind'] {
  if (line.includes('|')) return 'condition';
  if (!line.includes('}') && !line.includes(']')) return 'other';
  return line.startsWith('{') && line.endsWith('}') ? 'forbidden' : 'declaration';
}
