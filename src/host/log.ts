import * as vscode from 'vscode';

/** The extension's one log channel, created when there is first something to say. */
export class Log implements vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  get #output(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('Tuning Lens', { log: true });
    return this.#channel;
  }

  info(message: string): void {
    this.#output.info(message);
  }

  error(doing: string, error: unknown): void {
    this.#output.error(
      `${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  show(): void {
    this.#output.show(true);
  }

  dispose(): void {
    this.#channel?.dispose();
  }
}
