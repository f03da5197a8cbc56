import { csv } from '../../core/report/csv';
import type { ChartBlock, Provenance } from '../../core/report/report';
import type { ExportFormat } from '../../protocol';
import type { Connection } from '../connection';
import type { MenuItem } from '../menu';
import { strings } from '../strings';
import type { Drawn } from './drawChart';
import { chartJson, chartPng, chartSpec, chartSvg } from './exportChart';
import type { Palette } from './palette';

/** What there is to export when a menu item is chosen. */
export interface Exportable {
  readonly block: ChartBlock;
  readonly provenance: Provenance;
  readonly palette: Palette;
  readonly width: number;
  /** Waits for the drawing; undefined when there is none. */
  drawn(): Promise<Drawn | undefined>;
}

/** The items of a chart's export menu. */
export function chartExports(current: () => Exportable, connection: Connection): readonly MenuItem[] {
  const save = (format: ExportFormat, content: string): void =>
    connection.post({ type: 'save', name: current().block.id, format, content });
  const picture = (format: ExportFormat, make: (drawn: Drawn) => Promise<string>) => () => {
    void current()
      .drawn()
      .then(async drawn => {
        if (drawn !== undefined) save(format, await make(drawn));
      })
      .catch((error: unknown) => connection.post({ type: 'problem', message: String(error) }));
  };
  return [
    {
      label: strings.saveSvg(),
      run: picture('svg', ({ view }) => chartSvg(view, current().block, current().provenance)),
    },
    { label: strings.savePng(), run: picture('png', ({ view }) => chartPng(view)) },
    {
      label: strings.saveCsv(),
      run: () => save('csv', csv(current().block.table.columns, current().block.table.rows)),
    },
    {
      label: strings.saveJson(),
      run: () => save('json', chartJson(current().block, current().provenance)),
    },
    {
      label: strings.copySpec(),
      run: () => {
        const { block, palette, width } = current();
        connection.post({ type: 'copy', text: chartSpec(block, palette, width) });
      },
    },
  ];
}
