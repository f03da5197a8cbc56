import type * as vscode from 'vscode';
import { activate as activateWith } from './activate';
import type { TuningLensApi } from './api';

/** On the desktop, where the features are in a file that is not read before they are needed. */
export function activate(context: vscode.ExtensionContext): TuningLensApi {
  return activateWith(context, () => import('./features'));
}
