/** The kinds of theme an editor has: a picture in a hover cannot see the theme's colours, only its kind. */
export type ThemeKind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

export interface Palette {
  /** Text and axis. */
  readonly foreground: string;
  /** The density. */
  readonly data: string;
  /** How opaque the area under the density and the shade of every other decade are, 0 to 1. */
  readonly areaOpacity: number;
  readonly shadeOpacity: number;
}

/**
 * The foreground and `charts.blue` of VS Code's default themes; in high contrast the data is drawn solid. On the hover
 * backgrounds of those themes text has a contrast of at least 4.5 and the data of at least 3.
 */
export const palettes: Readonly<Record<ThemeKind, Palette>> = {
  dark: { foreground: '#cccccc', data: '#3794ff', areaOpacity: 0.35, shadeOpacity: 0.1 },
  light: { foreground: '#3b3b3b', data: '#1a85ff', areaOpacity: 0.35, shadeOpacity: 0.08 },
  highContrast: { foreground: '#ffffff', data: '#3794ff', areaOpacity: 0.6, shadeOpacity: 0.18 },
  highContrastLight: { foreground: '#292929', data: '#0f4a85', areaOpacity: 0.6, shadeOpacity: 0.14 },
};
