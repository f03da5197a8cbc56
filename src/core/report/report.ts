/**
 * What a person sees of a demonstration: plain JSON that the panel draws, the CLI prints and the tests read.
 * All text is plain text. Nothing here knows a colour, a theme or HTML.
 */
export interface Report {
  readonly version: 1;
  readonly title: string;
  /** The answer to the question the demonstration asks, with its numbers, in one or two sentences. */
  readonly answer: string;
  readonly provenance: Provenance;
  readonly sections: readonly Section[];
}

/** Everything that determines a report, so that it can be made again byte for byte. */
export interface Provenance {
  readonly demo: string;
  readonly seed: number;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** File name and format label of the space, where it came from a file. */
  readonly file?: string | undefined;
  readonly format?: string | undefined;
  readonly toolVersion: string;
}

export type OptionValue = string | number | boolean;

export interface Section {
  /** Stable within a demonstration, kebab case: an anchor. */
  readonly id: string;
  readonly title: string;
  /** One sentence: how to read what follows. */
  readonly caption?: string | undefined;
  readonly blocks: readonly Block[];
}

export type Block = ChartBlock | TableBlock | ChecksBlock | TextBlock | DemoBlock;

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface ChartBlock {
  readonly kind: 'chart';
  /** Unique in the report, kebab case: the file name of an export. */
  readonly id: string;
  readonly title: string;
  /** One sentence a screen-reader user gets instead of the picture; it carries the numbers. */
  readonly summary: string;
  /**
   * A Vega-Lite 6 specification without colours of its own: it names data sets by `{"data": {"name": …}}` and
   * colours by the tokens of `report/theme.ts`.
   */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, readonly Row[]>>;
  /** What "Show data" shows. */
  readonly table: TableBlock;
  /** A control that walks through the chart's steps by setting a top-level Vega-Lite parameter. */
  readonly slider?: ChartSlider | undefined;
}

export interface ChartSlider {
  /** The parameter of the specification that the slider sets. A click on a mark whose row has a field of this name sets it too. */
  readonly parameter: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** One sentence for each position from `min` to `max`, shown and announced as it is reached. */
  readonly captions: readonly string[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly key: string;
  readonly title: string;
  /** A `parameter` cell names a parameter and leads to its declaration. Numbers show three significant digits. */
  readonly kind: 'text' | 'number' | 'parameter';
}

export interface ChecksBlock {
  readonly kind: 'checks';
  readonly checks: readonly CheckResult[];
}

export type CheckStatus = 'PASS' | 'INFO' | 'WARN' | 'FAIL' | 'NOT_APPLICABLE';

export interface CheckResult {
  /** What was checked: "The posterior mean passes through every observation". */
  readonly name: string;
  readonly status: CheckStatus;
  /** What was seen, with numbers; for NOT_APPLICABLE the reason. */
  readonly message: string;
  readonly value?: number | undefined;
  readonly target?: number | undefined;
  readonly tolerance?: number | undefined;
  readonly parameter?: string | undefined;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

/** An offer to run a demonstration on the same space; in a saved report, where nobody runs anything, there is none. */
export interface DemoBlock {
  readonly kind: 'demo';
  readonly label: string;
  /** The id of the demonstration. */
  readonly demo: string;
  /** Those that differ from the defaults. */
  readonly options: Readonly<Record<string, OptionValue>>;
}
