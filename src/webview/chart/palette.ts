import { hex, visibleOn } from './contrast';
import { themeColour, type ThemeColour } from '../../core/report/theme';

/** Concrete, opaque colours (`#rrggbb`) and the font a chart is drawn with. */
export interface Palette {
  readonly colours: Readonly<Record<ThemeColour, string>>;
  /** Lines of the coordinate grid. */
  readonly grid: string;
  readonly font: string;
  /** High contrast asks for thick strokes, opaque marks and shapes beside hues. */
  readonly highContrast: boolean;
}

/** The variables of VS Code behind each colour; the first that is set counts. */
const variables: Readonly<Record<ThemeColour, readonly string[]>> = {
  [themeColour.primary]: ['charts-blue'],
  [themeColour.secondary]: ['charts-orange'],
  [themeColour.tertiary]: ['charts-green'],
  [themeColour.quaternary]: ['charts-purple'],
  // Neither a state nor a series of any theme's charts is magenta.
  [themeColour.highlight]: ['terminal-ansiMagenta', 'charts-purple'],
  [themeColour.danger]: ['charts-red', 'errorForeground'],
  [themeColour.neutral]: ['charts-lines', 'descriptionForeground'],
  [themeColour.foreground]: ['editor-foreground', 'foreground'],
  [themeColour.background]: ['editor-background'],
};

/** The orange of VS Code's light high contrast theme is a blue. */
const inHighContrast: Partial<typeof variables> = {
  [themeColour.secondary]: ['charts-yellow', 'charts-orange'],
};

/** The colours of the theme the page shows now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(`--vscode-${name}`).trim();
  const highContrast = document.body.className.includes('high-contrast');
  const opaque = opaqueColours(value('editor-background'));
  const resolve = (names: readonly string[]): string =>
    opaque(names.map(value).find(Boolean) ?? value('foreground'));
  const background = resolve(variables[themeColour.background]);
  const foreground = resolve(variables[themeColour.foreground]);
  const tokens = Object.entries({ ...variables, ...(highContrast ? inHighContrast : {}) });
  const colours = Object.fromEntries(
    tokens.map(([token, names]) => [token, visibleOn(background, resolve(names), foreground)]),
  ) as Record<ThemeColour, string>;
  return {
    colours: { ...colours, [themeColour.background]: background },
    grid: opaque(`color-mix(in srgb, ${foreground} ${highContrast ? 25 : 12}%, transparent)`),
    font: value('font-family') || 'sans-serif',
    highContrast,
  };
}

/**
 * Turns any CSS colour into `#rrggbb` as it looks on `background`. A canvas does the arithmetic, so every notation
 * a theme may use is understood, and exported pictures need no alpha.
 */
function opaqueColours(background: string): (colour: string) => string {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return colour => {
    if (context === null) return colour;
    for (const layer of [background, colour]) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return hex([red, green, blue]);
  };
}
