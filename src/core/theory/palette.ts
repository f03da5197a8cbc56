import { themeColour, type ThemeColour } from '../report/theme';

/** The notebook's colours, which colour-blind readers can tell apart, for the meanings reports know. */
export const notebookPalette: Readonly<Record<ThemeColour, string>> = {
  [themeColour.primary]: '#0077BB',
  [themeColour.secondary]: '#EE7733',
  [themeColour.tertiary]: '#009988',
  [themeColour.quaternary]: '#33BBEE',
  [themeColour.highlight]: '#EE3377',
  [themeColour.danger]: '#CC3311',
  [themeColour.neutral]: '#555555',
  [themeColour.foreground]: '#000000',
  [themeColour.background]: '#FFFFFF',
};
