import type { FromPanel, PanelMemory } from '../protocol';
import { parsePanelMemory } from '../protocol';

/** What the page needs of whoever shows it. */
export interface Connection {
  post(message: FromPanel): void;
  remember(memory: PanelMemory): void;
  /** What the page remembered before it was reloaded. */
  readonly memory: PanelMemory | undefined;
  /** False when there is nobody to run a demonstration or to show the source: a saved report. */
  readonly live: boolean;
}

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelMemory): void;
}

declare global {
  var acquireVsCodeApi: (() => VsCodeApi) | undefined;
}

/** The connection to the extension host; undefined outside an editor. */
export function connectToHost(): Connection | undefined {
  const api = globalThis.acquireVsCodeApi?.();
  if (api === undefined) return undefined;
  return {
    post: message => api.postMessage(message),
    remember: memory => api.setState(memory),
    memory: parsePanelMemory(api.getState()),
    live: true,
  };
}
