/** What stands for a topic in the gallery: strokes and areas on a 96 × 54 grid, by the role they take in the palette. */
type Thumbnail = Readonly<Partial<Record<(typeof roles)[number], string>>>;

/** From the back to the front; `style.css` gives each its colour. */
const roles = ['area', 'rule', 'line', 'second', 'dots', 'secondDots'] as const;

/** By the id of the demonstration. */
export const thumbnails: Readonly<Record<string, Thumbnail>> = {
  explain: {
    area: 'M6 48V34Q14 30 20 34T34 20T48 10T62 24T76 40L90 44V48Z',
    line: 'M6 34Q14 30 20 34T34 20T48 10T62 24T76 40L90 44',
    rule: 'M6 48H90',
  },
  conditional: {
    line: 'M48 10V22M48 22H22V32M48 22H74V32M22 40V48M74 40V48',
    dots: 'M48 8h0M22 36h0M74 36h0',
    secondDots: 'M22 49h0M74 49h0',
  },
  sampling: {
    rule: 'M4 4H45V50H4ZM51 4H92V50H51Z',
    dots: 'M11 11h0M20 11h0M29 11h0M38 11h0M11 22h0M20 22h0M29 22h0M38 22h0M11 33h0M20 33h0M29 33h0M38 33h0M11 44h0M20 44h0M29 44h0M38 44h0',
    secondDots:
      'M54 9h0M76 12h0M62 15h0M85 18h0M71 20h0M57 23h0M79 26h0M66 28h0M88 31h0M74 34h0M60 36h0M83 39h0M69 42h0M55 45h0',
  },
  acquisition: {
    area: 'M6 24L12 15L18 10L24 10L30 15L36 19L42 17L48 19L54 26L60 35L66 36L72 33L78 33L84 35L90 38L90 38L84 47L78 51L72 50L66 44L60 39L54 40L48 37L42 31L36 23L30 23L24 26L18 28L12 27L6 24Z',
    line: 'M6 24L12 21L18 19L24 18L30 19L36 21L42 24L48 28L54 33L60 37L66 40L72 42L78 42L84 41L90 38',
    dots: 'M6 24h0M34 20h0M62 38h0M90 38h0',
    rule: 'M48 4V50',
  },
  search: { line: 'M6 10H20V22H34V36H52V44H90', second: 'M6 14H28V20H50V28H70V34H90', rule: 'M6 50H90' },
  halving: {
    line: 'M6 8Q30 38 90 44M6 10Q30 30 62 34M6 6Q22 24 34 26M6 8Q20 18 34 20',
    second: 'M34 4V50M62 4V50',
  },
  hyperband: {
    area: 'M6 8H18V48H6ZM26 20H38V48H26ZM46 30H58V48H46ZM66 38H78V48H66Z',
    line: 'M6 8H18M26 20H38M46 30H58M66 38H78',
    rule: 'M4 48H90',
  },
  asha: {
    line: 'M6 10H40M46 10H60M6 20H22M26 20H80M6 30H50M54 30H70M6 40H30M36 40H88',
    second: 'M62 10H90M74 30H86',
  },
  bohb: {
    area: 'M6 48Q20 46 28 22T44 24T60 46L90 48Z',
    line: 'M6 48Q20 46 28 22T44 24T60 46L90 48',
    second: 'M6 44Q40 46 58 34T90 20',
  },
  pbt: {
    line: 'M6 12H34L48 24H90M6 24H90',
    second: 'M6 36H34L48 24M6 46H62L76 36H90M48 36H76',
    dots: 'M34 12h0M48 24h0M62 46h0M76 36h0',
  },
  'multi-objective': {
    secondDots: 'M20 14h0M34 20h0M46 14h0M58 30h0M74 26h0M82 36h0M66 16h0',
    dots: 'M14 18h0M20 30h0M34 38h0M54 44h0M80 47h0',
    rule: 'M6 4V50H92',
  },
  pareto: {
    area: 'M12 8V20H22V32H38V41H62V46H88V8Z',
    line: 'M12 8V20H22V32H38V41H62V46H88',
    dots: 'M12 20h0M22 32h0M38 41h0M62 46h0',
  },
  leakage: { line: 'M6 40Q30 34 50 20T90 8', second: 'M6 42Q40 40 90 36', rule: 'M6 50H90M84 12V33' },
  'nested-validation': {
    rule: 'M6 8H90V18H6ZM6 24H90V34H6ZM6 40H90V50H6Z',
    area: 'M6 8H34V18H6ZM34 24H62V34H34ZM62 40H90V50H62Z',
    second: 'M38 13H56M66 29H84M10 45H28',
  },
  llm: { line: 'M6 8C14 34 40 44 90 46', second: 'M6 14C20 40 52 40 90 30', rule: 'M6 50H90M46 6V50' },
  theory: {
    line: 'M6 15L12 22L18 28L24 33L30 39L36 44L42 47L48 49L54 48L60 45L66 40L72 34L78 27L84 21L90 14',
    second: 'M10 46L86 8',
    rule: 'M6 27H90',
  },
};

/** A decorative picture of a topic; empty for one that has none. */
export function thumbnail(topic: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 96 54');
  svg.setAttribute('class', 'thumbnail');
  svg.setAttribute('aria-hidden', 'true');
  for (const role of roles) {
    const outline = thumbnails[topic]?.[role];
    if (outline === undefined) continue;
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', outline);
    path.setAttribute('class', role);
    svg.append(path);
  }
  return svg;
}
