/**
 * The whole extension in one file: what runs in the browser, and at the same time the engine that the desktop
 * reads on first need, so that a package carries it once. The engine is imported like any module: a dynamic import
 * would put each of its thousand modules into a function of its own, a tenth of the file.
 */
import type * as vscode from 'vscode';
import { activate as activateWith } from './activate';
import type { TuningLensApi } from './api';
import * as engine from './engine';

export * from './engine';

export function activate(context: vscode.ExtensionContext): TuningLensApi {
  return activateWith(context, () => Promise.resolve(engine));
}
