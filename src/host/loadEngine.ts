import * as vscode from 'vscode';
import type * as engineModule from './engine';

export type Engine = typeof engineModule;

let engine: Promise<Engine> | undefined;

/** Loads the engine once and hands it the translations of the editor's language. */
export function loadEngine(): Promise<Engine> {
  engine ??= import('./engine').then(loaded => {
    const contents = vscode.l10n.bundle;
    if (contents !== undefined) loaded.configureTranslations({ contents });
    return loaded;
  });
  return engine;
}
