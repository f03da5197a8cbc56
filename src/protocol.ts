import type { Control } from './core/demos/demo';
import type { OptionValue, Report } from './core/report/report';

/**
 * The messages between host and webview. The panel sends intents, the host answers with whole snapshots; the
 * panel speaks first (`ready`). Only `PanelMemory` survives a reload: results are made again from the seed.
 */
export type ToPanel = { readonly type: 'snapshot'; readonly snapshot: Snapshot };

/** All there is to draw. */
export interface Snapshot {
  /** Grows with every snapshot. */
  readonly revision: number;
  readonly status: Status;
  /** The last report, kept while a new one is being made and after a failure. */
  readonly report?: Report | undefined;
  readonly demos: readonly { readonly id: string; readonly title: string; readonly question: string }[];
  readonly demo: string;
  readonly controls: readonly Control[];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly seed: number;
  /** The name of the file the report is about. */
  readonly file: string;
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

/** `png` content is base64; the others are text. `html` and `json` are made by the host from the report. */
export type ExportFormat = 'svg' | 'png' | 'csv' | 'json' | 'html';

/** What the panel persists: navigation and interface state only. */
export interface PanelMemory {
  readonly version: 1;
  readonly uri: string;
  readonly demo: string;
  readonly seed: number;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly scroll: number;
}
