/** A small SVG picture, written as text. Coordinates are pixels to one decimal; text is escaped. */
export class Drawing {
  private readonly marks: string[] = [];

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly label: string,
  ) {}

  rectangle(x: number, y: number, width: number, height: number, fill: string, opacity: number): void {
    this.marks.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" fill-opacity="${opacity}"/>`,
    );
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: string): void {
    this.marks.push(`<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${stroke}"/>`);
  }

  /** The curve through the points, and the area between it and the line y = base. */
  area(points: readonly (readonly [number, number])[], base: number, colour: string, opacity: number): void {
    const curve = points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L');
    const first = points[0]?.[0] ?? 0;
    const last = points.at(-1)?.[0] ?? 0;
    this.marks.push(
      `<path d="M${round(first)} ${base}L${curve}L${round(last)} ${base}z" fill="${colour}" fill-opacity="${opacity}"/>`,
      `<path d="M${curve}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    );
  }

  /** Bars that stand on the line y = base. */
  bars(
    bars: readonly { readonly x: number; readonly y: number; readonly width: number }[],
    base: number,
    colour: string,
    opacity: number,
  ): void {
    const path = bars.map(({ x, y, width }) => `M${round(x)} ${base}V${round(y)}h${round(width)}V${base}`);
    this.marks.push(
      `<path d="${path.join('')}" fill="${colour}" fill-opacity="${opacity}" stroke="${colour}"/>`,
    );
  }

  /** Short marks below the line y = base. */
  ticks(xs: readonly number[], base: number, stroke: string): void {
    const path = xs.map(x => `M${round(x)} ${base}v4`).join('');
    this.marks.push(`<path d="${path}" stroke="${stroke}"/>`);
  }

  text(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end', fill: string): void {
    const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    this.marks.push(`<text x="${round(x)}" y="${round(y)}" fill="${fill}"${place}>${escapeXml(text)}</text>`);
  }

  toString(): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" ` +
      `viewBox="0 0 ${this.width} ${this.height}" role="img" aria-label="${escapeXml(this.label)}" ` +
      `font-family="system-ui,sans-serif" font-size="10">${this.marks.join('')}</svg>`
    );
  }
}

/** Text for an XML document: markup escaped, and characters that XML 1.0 cannot hold replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
