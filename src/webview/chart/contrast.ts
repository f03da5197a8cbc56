/** What WCAG 2.2 asks of marks against what is behind them (success criterion 1.4.11). */
const leastContrast = 3;
const steps = 10;

/**
 * `colour` moved as little towards `foreground` as makes it visible on `background`: some themes' chart colours are
 * fainter than a mark may be. All are `#rrggbb`.
 */
export function visibleOn(background: string, colour: string, foreground: string): string {
  for (let step = 0; step < steps; step++) {
    const candidate = mix(colour, foreground, step / steps);
    if (contrast(candidate, background) >= leastContrast) return candidate;
  }
  return foreground;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance in sRGB, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  return hex(channels(from).map((channel, index) => channel + share * ((target[index] ?? 0) - channel)));
}

function channels(colour: string): number[] {
  return [1, 3, 5].map(start => parseInt(colour.slice(start, start + 2), 16));
}

export function hex(rgb: readonly number[]): string {
  return `#${rgb.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
