import * as vscode from 'vscode';
import { rules } from '../core/checks/catalogue';

/** Opens what there is to say about a check: what it sees, why it matters, a wrong and a right example. */
export async function openCheck(extensionUri: vscode.Uri, given: unknown): Promise<void> {
  const code = typeof given === 'string' ? given : await pickCheck();
  if (code === undefined) return;
  const page = vscode.Uri.joinPath(extensionUri, 'media', 'checks.md');
  await vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment: code }));
}

async function pickCheck(): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(
    rules.map(({ code, title }) => ({ label: code, description: title })),
    { placeHolder: vscode.l10n.t('Which check?'), matchOnDescription: true },
  );
  return picked?.label;
}
