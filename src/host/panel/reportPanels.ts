import * as vscode from 'vscode';
import { settingsFor } from '../settings';
import { ReportPanel, type PanelServices } from './reportPanel';
import { sameSpace, subjectFromMemory, type Subject } from './subject';
import { webviewOptions, showPage } from './page';
import { viewType } from './viewType';

/** The one report panel: opened beside the file, used again, and brought back after a reload. */
export class ReportPanels implements vscode.Disposable {
  #current: ReportPanel | undefined;

  constructor(private readonly services: PanelServices) {}

  get current(): ReportPanel | undefined {
    return this.#current;
  }

  /** @param options those that differ from the defaults. */
  show(subject: Pick<Subject, 'uri' | 'space' | 'demo'>, options?: Subject['options']): void {
    const current = this.#current;
    if (current === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel(viewType, 'Tuning Lens', column, {
        ...webviewOptions,
        enableFindWidget: true,
      });
      this.#adopt(panel, { ...subject, seed: settingsFor(subject.uri).seed, options: options ?? {} });
      return;
    }
    current.panel.reveal(undefined, true);
    const same = sameSpace(current.subject, subject) && current.subject.demo === subject.demo;
    const kept = same ? current.subject : { ...subject, seed: current.subject.seed, options: {} };
    current.show(options === undefined ? kept : { ...kept, options });
  }

  /** @param memory what the page of an earlier session left behind. */
  restore(panel: vscode.WebviewPanel, memory: unknown): void {
    const subject = subjectFromMemory(memory);
    if (subject === undefined) panel.dispose();
    else this.#adopt(panel, subject);
  }

  #adopt(panel: vscode.WebviewPanel, subject: Subject): void {
    const report = new ReportPanel(panel, subject, this.services);
    this.#current = report;
    const running = report.onDidChangeRunning(value => {
      void vscode.commands.executeCommand('setContext', 'tuningLens.running', value);
    });
    panel.onDidDispose(() => {
      report.dispose();
      running.dispose();
      if (this.#current === report) this.#current = undefined;
    });
    showPage(panel, this.services.extensionUri).catch((error: unknown) => {
      this.services.log.error('Opening the report page', error);
    });
    void report.run();
  }

  dispose(): void {
    this.#current?.panel.dispose();
  }
}
