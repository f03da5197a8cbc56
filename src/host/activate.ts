import * as vscode from 'vscode';
import type { TuningLensApi } from './api';
import type { Features } from './features';
import { onFirstCandidate } from './firstCandidate';
import { viewType } from './panel/viewType';

/**
 * Leaves everything to the features, which start with the first document that may be a search space, with a command
 * or with the panel of an earlier session.
 * @param load how this host comes by them.
 */
export function activate(
  context: vscode.ExtensionContext,
  load: () => Promise<{ start(context: vscode.ExtensionContext): Features }>,
): TuningLensApi {
  let started: Promise<Features> | undefined;
  const features = (): Promise<Features> => (started ??= load().then(({ start }) => start(context)));
  const { contributes } = context.extension.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  context.subscriptions.push(
    onFirstCandidate(() => void features()),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, memory: unknown) => (await features()).restore(panel, memory),
    }),
    ...contributes.commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...input: unknown[]) =>
        (await features()).run(command, input),
      ),
    ),
  );
  return {
    analyse: async (text, language, path) => (await features()).analyse(text, language, path),
  };
}
