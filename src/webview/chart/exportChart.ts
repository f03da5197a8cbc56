import type { View } from 'vega';
import type { ChartBlock, Provenance } from '../../core/report/report';
import { themedSpec } from './compileChart';
import type { Palette } from './palette';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The drawing as an SVG file that stands alone: concrete colours, a background, a title and a description. */
export async function chartSvg(view: View, block: ChartBlock, provenance: Provenance): Promise<string> {
  const svg = new DOMParser().parseFromString(await view.toSVG(), 'image/svg+xml');
  const text = (name: string, content: string): Element => {
    const node = svg.createElementNS(svgNamespace, name);
    node.textContent = content;
    return node;
  };
  const { file, seed, demo, toolVersion } = provenance;
  const origin = [demo, file, `seed ${seed}`, `tuning-lens ${toolVersion}`].filter(Boolean).join(', ');
  svg.documentElement.setAttribute('role', 'img');
  // The page says this in its stylesheet: cells of a surface meet without a seam.
  for (const cells of svg.querySelectorAll('.mark-rect')) cells.setAttribute('shape-rendering', 'crispEdges');
  svg.documentElement.prepend(text('title', block.title), text('desc', `${block.summary} (${origin})`));
  return new XMLSerializer().serializeToString(svg);
}

/** The drawing as a PNG at twice the resolution of the page, base64. */
export async function chartPng(view: View): Promise<string> {
  const canvas = await view.toCanvas(2);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

/** The rows behind the chart with what determines them, as JSON. */
export function chartJson({ id, title, summary, table }: ChartBlock, provenance: Provenance): string {
  const { columns, rows } = table;
  return JSON.stringify({ provenance, chart: { id, title, summary }, columns, rows }, undefined, 2);
}

/** A complete Vega-Lite specification, data included, that any Vega-Lite editor draws as it is seen here. */
export function chartSpec(block: ChartBlock, palette: Palette, width: number): string {
  const schema = 'https://vega.github.io/schema/vega-lite/v6.json';
  return JSON.stringify(
    { $schema: schema, ...themedSpec(block, palette, width), datasets: block.data },
    undefined,
    2,
  );
}
