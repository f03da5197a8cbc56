import type { TopLevelSpec } from 'vega-lite';
import { themeColour } from '../../../src/core/report/theme';
import type { ChartBlock } from '../../../src/core/report/report';

interface Logger {
  level(): Logger;
  error(...messages: readonly unknown[]): Logger;
  warn(...messages: readonly unknown[]): Logger;
  info(): Logger;
  debug(): Logger;
}

/** Compiles a chart with Vega-Lite and draws it without a screen, collecting what either objects to. */
export async function drawChart(block: ChartBlock): Promise<{ svg: string; warnings: string[] }> {
  // Vega awaits at its top level, so it can only be imported asynchronously.
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const warnings: string[] = [];
  const note = (...messages: readonly unknown[]): Logger => {
    warnings.push(messages.join(' '));
    return logger;
  };
  const silent = (): Logger => logger;
  const logger: Logger = { level: silent, error: note, warn: note, info: silent, debug: silent };
  const grey = Object.values(themeColour).reduce(
    (text, token) => text.replaceAll(`"${token}"`, '"#777777"'),
    JSON.stringify({ width: 600, ...block.spec, datasets: block.data }),
  );
  const { spec } = compile(JSON.parse(grey) as TopLevelSpec, { logger: logger as never });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger: logger as never });
  return { svg: await view.toSVG(), warnings };
}
