import * as vscode from 'vscode';

/** The texts of the report page's script and style, for a document that carries both. */
export async function readPageFiles(extensionUri: vscode.Uri): Promise<{ script: string; style: string }> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name)),
    );
  const [script, style] = await Promise.all([read('webview.js'), read('webview.css')]);
  return { script, style };
}
