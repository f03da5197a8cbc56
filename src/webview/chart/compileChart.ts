import type { LoggerInterface, Spec as VegaSpec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartBlock } from '../../core/report/report';
import { fitWidth } from './fitWidth';
import { forHighContrast } from './highContrast';
import { mapStrings, type Spec } from './mapSpec';
import type { Palette } from './palette';
import { vegaConfig } from './vegaConfig';

/** The chart's Vega-Lite specification with the theme's colours in place of the tokens, laid out for `width` pixels. */
export function themedSpec(block: ChartBlock, palette: Palette, width: number): TopLevelSpec {
  const colours: Readonly<Record<string, string>> = palette.colours;
  const coloured = mapStrings(block.spec, text =>
    text.startsWith('theme:') ? (colours[text] ?? text) : text,
  ) as Spec;
  const legible = palette.highContrast ? forHighContrast(coloured) : coloured;
  const fitted = fitWidth(legible, width, block.data);
  return { ...fitted, config: vegaConfig(palette) } as unknown as TopLevelSpec;
}

/** Compiled to Vega. Data sets stay names, so that rows can be given and replaced later. */
export function compileChart(spec: TopLevelSpec): VegaSpec {
  return compile(spec, { logger: silent }).spec;
}

/** What Vega-Lite remarks on, such as a setting without effect, is no matter of who reads the report. */
const say = (): LoggerInterface => silent;
const silent = { level: say, error: say, warn: say, info: say, debug: say } as LoggerInterface;
