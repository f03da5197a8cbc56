/**
 * Colours by meaning. A specification writes the token; whoever draws it puts the theme's colour in its place.
 * Trial states keep Optuna's timeline colours, so users need not relearn them.
 */
export const themeColour = {
  /** The first series, finished trials. */
  primary: 'theme:primary',
  /** The second series, pruned or stopped trials. */
  secondary: 'theme:secondary',
  tertiary: 'theme:tertiary',
  quaternary: 'theme:quaternary',
  /** The next point, the incumbent: what the eye should find first. */
  highlight: 'theme:highlight',
  /** Failures and warnings. */
  danger: 'theme:danger',
  /** Rules, bands and whatever stays behind the data. */
  neutral: 'theme:neutral',
  foreground: 'theme:foreground',
  background: 'theme:background',
} as const;

export type ThemeColour = (typeof themeColour)[keyof typeof themeColour];
