import * as vscode from 'vscode';
import type * as engineModule from './engine';

export type Engine = typeof engineModule;

let load: () => Promise<Engine>;
let engine: Promise<Engine> | undefined;

/** Says where the engine is; called once, by activation. */
export function loadEngineBy(loader: typeof load): void {
  load = loader;
}

/** Loads the engine once and hands it the translations of the editor's language. */
export function loadEngine(): Promise<Engine> {
  engine ??= load().then(loaded => {
    const contents = vscode.l10n.bundle;
    if (contents !== undefined) loaded.configureTranslations({ contents });
    return loaded;
  });
  return engine;
}
