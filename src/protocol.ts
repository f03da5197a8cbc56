import type { Control } from './core/demos/demo';
import type { OptionValue, Report } from './core/report/report';

/**
 * The messages between host and webview. The panel sends intents, the host answers with whole snapshots, and with
 * the status alone while nothing else changes; the panel speaks first (`ready`). Only `PanelMemory` survives a reload: results are made again from the seed.
 */
export type ToPanel =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  /** The run goes on; all else is as the last snapshot said. */
  | { readonly type: 'status'; readonly status: Status }
  /** Show all topics; comes after a snapshot that lists them. */
  | { readonly type: 'gallery' };

/** All there is to draw. */
export interface Snapshot {
  /** Grows with every snapshot. */
  readonly revision: number;
  readonly status: Status;
  /** The last report, kept while a new one is being made and after a failure. */
  readonly report?: Report | undefined;
  readonly demos: readonly {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    /** The heading it stands under in the gallery. */
    readonly chapter: string;
  }[];
  readonly demo: string;
  readonly controls: readonly Control[];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly seed: number;
  /** The name of the file the report is about. */
  readonly file: string;
  /** Which space of the document, where it holds several. */
  readonly space?: string | undefined;
  /** The document the report is about, for `PanelMemory`. */
  readonly uri: string;
}

export type Status =
  | { readonly kind: 'running'; readonly fraction: number; readonly message: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  /** Nothing can be shown on this space; `message` says what would change that. */
  | { readonly kind: 'empty'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

export type FromPanel =
  | { readonly type: 'ready' }
  | {
      readonly type: 'run';
      readonly demo: string;
      readonly seed: number;
      readonly options: Readonly<Record<string, OptionValue>>;
    }
  | { readonly type: 'cancel' }
  | { readonly type: 'retry' }
  | { readonly type: 'reveal'; readonly parameter: string }
  | { readonly type: 'save'; readonly name: string; readonly format: ExportFormat; readonly content: string }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'showLog' }
  /** The page failed to draw something; the host logs it. */
  | { readonly type: 'problem'; readonly message: string }
  /** The first report is on screen, `milliseconds` after the page started. */
  | { readonly type: 'painted'; readonly milliseconds: number };

/**
 * `name` is the part that is saved, a chart's id or the demonstration's; the host makes the file name of it
 * (`report/exportName.ts`). The content of a `png` is base64, that of an `html` is empty: the host makes the page
 * from the last report (`report/standaloneHtml.ts`). All others are the text to save.
 */
export type ExportFormat = (typeof exportFormats)[number];

const exportFormats = ['svg', 'png', 'csv', 'json', 'html'] as const;

/** What the panel persists: navigation and interface state only. */
export interface PanelMemory {
  readonly version: 1;
  readonly uri: string;
  readonly space?: string | undefined;
  readonly demo: string;
  readonly seed: number;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly scroll: number;
}

/** Reads a message of the page, which is data from outside: `undefined` when it is none of `FromPanel`. */
export function parseFromPanel(data: unknown): FromPanel | undefined {
  if (!isObject(data)) return undefined;
  switch (data['type']) {
    case 'ready':
    case 'cancel':
    case 'retry':
    case 'showLog':
      return { type: data['type'] };
    case 'run': {
      const { demo, seed, options } = data;
      return isText(demo) && isSeed(seed) && isOptions(options)
        ? { type: 'run', demo, seed, options }
        : undefined;
    }
    case 'reveal': {
      const { parameter } = data;
      return isText(parameter) ? { type: 'reveal', parameter } : undefined;
    }
    case 'save': {
      const { name, format, content } = data;
      return isText(name) && isExportFormat(format) && isText(content)
        ? { type: 'save', name, format, content }
        : undefined;
    }
    case 'copy': {
      const { text } = data;
      return isText(text) ? { type: 'copy', text } : undefined;
    }
    case 'problem': {
      const { message } = data;
      return isText(message) ? { type: 'problem', message } : undefined;
    }
    case 'painted': {
      const { milliseconds } = data;
      return isNumber(milliseconds) ? { type: 'painted', milliseconds } : undefined;
    }
    default:
      return undefined;
  }
}

/** Reads what the panel persisted, possibly with another version of the extension: `undefined` when it is of no use. */
export function parsePanelMemory(data: unknown): PanelMemory | undefined {
  if (!isObject(data)) return undefined;
  const { version, uri, space, demo, seed, options, scroll } = data;
  return version === 1 &&
    isText(uri) &&
    (space === undefined || isText(space)) &&
    isText(demo) &&
    isSeed(seed) &&
    isOptions(options) &&
    isNumber(scroll)
    ? { version, uri, ...(space === undefined ? {} : { space }), demo, seed, options, scroll }
    : undefined;
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isText(data: unknown): data is string {
  return typeof data === 'string';
}

function isNumber(data: unknown): data is number {
  return typeof data === 'number' && Number.isFinite(data);
}

function isSeed(data: unknown): data is number {
  return Number.isSafeInteger(data);
}

/** Whether data from outside can be a demonstration's options. */
export function isOptions(data: unknown): data is Readonly<Record<string, OptionValue>> {
  return (
    isObject(data) &&
    Object.values(data).every(value => isText(value) || isNumber(value) || typeof value === 'boolean')
  );
}

function isExportFormat(data: unknown): data is ExportFormat {
  return exportFormats.some(format => format === data);
}
