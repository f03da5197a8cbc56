/**
 * The whole extension in one file: what runs in the browser, and at the same time the features that the desktop
 * reads on first need, so that a package carries them once. They are imported like any module: a dynamic import would
 * put each of their thousand modules into a function of its own, a tenth of the file.
 */
import type * as vscode from 'vscode';
import { activate as activateWith } from './activate';
import type { TuningLensApi } from './api';
import { start } from './features';

export { start };

export function activate(context: vscode.ExtensionContext): TuningLensApi {
  return activateWith(context, () => Promise.resolve({ start }));
}
