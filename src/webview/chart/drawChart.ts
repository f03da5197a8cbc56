import { parse, View, type Loader, type LoggerInterface, type TooltipHandler } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartBlock, Row } from '../../core/report/report';
import { element } from '../dom';
import { compileChart, themedSpec } from './compileChart';
import { isSingleView } from './fitWidth';
import { markCount } from './marks';
import type { Palette } from './palette';

/** Above this an SVG costs more than its crispness is worth. */
const mostSvgMarks = 1000;

/** The part of a view's state that is the reader's; that of the views inside it is in their order. */
export type Selections = ReturnType<View['getState']> & { readonly subcontext?: readonly Selections[] };

export interface Drawing {
  readonly block: ChartBlock;
  readonly palette: Palette;
  /** Pixels. */
  readonly width: number;
  /** Where the slider stands. */
  readonly position: number | undefined;
  /** What the reader had brushed or selected in the drawing before. */
  readonly state: Selections | undefined;
  readonly tooltip: TooltipHandler;
  /** Told of what goes wrong inside a drawing once it stands. */
  onError(error: unknown): void;
}

export interface Drawn {
  readonly view: View;
  /** Holds the picture; not yet in the document. */
  readonly stage: HTMLElement;
  /** The data sets that the specification reads. */
  readonly sources: readonly string[];
}

/** Draws into a new element, so that what is on screen stays until this is complete. */
export async function drawChart(drawing: Drawing): Promise<Drawn> {
  const first = await draw(drawing, drawing.width);
  const excess = drawnWidth(first.stage) - drawing.width;
  if (excess <= 0 || isSingleView(drawing.block.spec)) return first;
  // Axes of composed views take the room their labels need; now it is known how much.
  first.view.finalize();
  return draw(drawing, drawing.width - excess);
}

async function draw(
  { block, palette, position, state, tooltip, onError }: Drawing,
  width: number,
): Promise<Drawn> {
  // Vega gives every group of marks a role of its own; the picture as a whole has the one that helps.
  const container = element('div', { 'aria-hidden': 'true' });
  const stage = element('div', { role: 'img', 'aria-label': block.summary }, container);
  const spec = compileChart(themedSpec(block, palette, width));
  const errors: unknown[] = [];
  const logger = errorLogger(error => {
    errors.push(error);
    onError(error);
  });
  const view = new View(parse(spec, undefined, { ast: true }), {
    // Expressions are interpreted: the page's policy forbids to make code of text.
    expr: expressionInterpreter,
    renderer: markCount(block.spec, block.data) > mostSvgMarks ? 'canvas' : 'svg',
    container,
    loader: offline,
    tooltip,
    logger,
  });
  const sources = (spec.data ?? []).map(({ name }) => name);
  const drawn = { view, stage, sources };
  setRows(drawn, block);
  if (block.slider !== undefined && position !== undefined) view.signal(block.slider.parameter, position);
  await view.runAsync();
  if (state !== undefined && haveSameParts(state, selections(view))) {
    view.setState(state);
    await view.runAsync();
  }
  // Vega logs what an expression or a transform throws and draws on without it.
  if (errors.length > 0) throw errors[0];
  return drawn;
}

/** Gives the drawing its rows, in place of those it has; `view.runAsync` then draws them. */
export function setRows({ view, sources }: Omit<Drawn, 'stage'>, { data }: ChartBlock): void {
  for (const name of sources) {
    // Vega writes into the rows it is given.
    const rows = data[name]?.map((row): Row => ({ ...row }));
    if (rows !== undefined) view.data(name, rows);
  }
}

/**
 * What the reader has brushed or picked: Vega-Lite keeps a selection in a data set `…_store`, and the rectangle of a
 * brush in signals `…_x` and `…_y`. All else follows from these, from the layout or from the theme.
 */
export function selections(view: View): Selections {
  return view.getState({
    signals: name => /_[xy]$/.test(name ?? ''),
    data: name => name?.endsWith('_store') ?? false,
    recurse: true,
  });
}

/** Vega fails to restore a drawing of other parts, and those of a facet come and go with the rows. */
function haveSameParts(a: Selections, b: Selections): boolean {
  const [left, right] = [a.subcontext ?? [], b.subcontext ?? []];
  return left.length === right.length && left.every((part, i) => haveSameParts(part, right[i] ?? {}));
}

function drawnWidth(stage: HTMLElement): number {
  const drawn = stage.querySelector('svg, canvas');
  if (drawn instanceof HTMLCanvasElement) return parseFloat(drawn.style.width);
  return Number(drawn?.getAttribute('width') ?? 0);
}

function errorLogger(onError: (error: unknown) => void): LoggerInterface {
  const silent = (): LoggerInterface => logger;
  const error = (...parts: readonly unknown[]): LoggerInterface => {
    onError(parts[0]);
    return logger;
  };
  const logger = { level: silent, error, warn: silent, info: silent, debug: silent } as LoggerInterface;
  return logger;
}

const refuse = (): Promise<never> => Promise.reject(new Error('A report loads nothing.'));

const offline: Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};
