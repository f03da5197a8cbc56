import type { Config } from 'vega-lite';
import { themeColour } from '../../core/report/theme';
import type { Palette } from './palette';

/** How every chart looks in a theme, so that specifications need to name no colour, font or size. */
export function vegaConfig({ colours, grid, font, highContrast }: Palette): Config {
  const foreground = colours[themeColour.foreground];
  const background = colours[themeColour.background];
  const stroke = highContrast ? 2 : 1.5;
  return {
    background,
    font,
    // The chart as a whole is one image with a summary; its marks would be thousands of nameless graphics.
    aria: false,
    padding: 4,
    view: { stroke: null },
    axis: {
      labelColor: foreground,
      titleColor: foreground,
      domainColor: colours[themeColour.neutral],
      tickColor: colours[themeColour.neutral],
      gridColor: grid,
      gridWidth: 1,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 'normal',
      titlePadding: 8,
      labelOverlap: true,
      labelSeparation: 4,
      tickSize: 4,
    },
    legend: {
      orient: 'top',
      labelColor: foreground,
      titleColor: foreground,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 'normal',
      labelLimit: 240,
      gradientLength: 160,
      gradientThickness: 10,
      symbolStrokeWidth: stroke,
    },
    header: { labelColor: foreground, titleColor: foreground, labelFontSize: 11, titleFontSize: 11 },
    title: {
      color: foreground,
      subtitleColor: foreground,
      fontSize: 12,
      fontWeight: 600,
      anchor: 'start',
      offset: 8,
    },
    range: {
      category: [
        colours[themeColour.primary],
        colours[themeColour.secondary],
        colours[themeColour.tertiary],
        colours[themeColour.quaternary],
        colours[themeColour.highlight],
        colours[themeColour.danger],
        colours[themeColour.neutral],
      ],
      ramp: { scheme: 'viridis' },
      heatmap: { scheme: 'viridis' },
    },
    mark: { color: colours[themeColour.primary] },
    line: { strokeWidth: highContrast ? 2.5 : 1.75 },
    point: { strokeWidth: stroke, size: 36, opacity: highContrast ? 1 : 0.85 },
    rule: { color: colours[themeColour.neutral], strokeWidth: highContrast ? 2 : 1 },
    tick: { thickness: stroke },
    text: { color: foreground, fontSize: 11 },
    bar: highContrast ? { stroke: foreground, strokeWidth: 1 } : {},
  };
}
