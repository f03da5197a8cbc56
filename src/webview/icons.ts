/** Outlines on a 16 × 16 grid, drawn in the colour of the text around them. */
const outlines = {
  more: 'M3 7a1 1 0 1 1 0 2 1 1 0 0 1 0-2Zm5 0a1 1 0 1 1 0 2 1 1 0 0 1 0-2Zm5 0a1 1 0 1 1 0 2 1 1 0 0 1 0-2Z',
  table: 'M2 2h12v12H2V2Zm1 1v2.5h10V3H3Zm0 3.5v3h3v-3H3Zm4 0v3h6v-3H7Zm-4 4V13h3v-2.5H3Zm4 0V13h6v-2.5H7Z',
  run: 'M4 2.6 13 8l-9 5.4V2.6Zm1 1.8v7.2L11 8 5 4.4Z',
  cancel: 'M3 3h10v10H3V3Zm1 1v8h8V4H4Z',
  next: 'M8 2.5a5.5 5.5 0 1 0 5.3 7l-1-.3A4.5 4.5 0 1 1 11.6 5H9v1h4.5V1.5h-1v2.8A5.5 5.5 0 0 0 8 2.5Z',
  fail: 'M4.4 3.6 8 7.2l3.6-3.6.8.8L8.8 8l3.6 3.6-.8.8L8 8.8l-3.6 3.6-.8-.8L7.2 8 3.6 4.4l.8-.8Z',
  warn: 'M8 1.5 15 14H1L8 1.5Zm0 2L2.7 13h10.6L8 3.5Zm-.6 3.5h1.2v3.2H7.4V7Zm0 4h1.2v1.2H7.4V11Z',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM7.4 7h1.2v4.5H7.4V7Zm0-2.5h1.2v1.3H7.4V4.5Z',
  pass: 'm6.3 11.7-3.6-3.6.8-.8 2.8 2.8 6.2-6.2.8.8-7 7Z',
  chevron: 'M3.5 6 8 10.5 12.5 6l-.7-.7L8 9.1 4.2 5.3 3.5 6Z',
  none: 'M3 7.4h10v1.2H3V7.4Z',
} as const;

export type IconName = keyof typeof outlines;

/** A decorative icon: hidden from assistive technology, so what it means is always said in text as well. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', outlines[name]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
