import * as vscode from 'vscode';
import type { Analysis } from '../../core/analyse';
import { topicsOf } from '../../core/demos/chapters';
import { demos } from '../../core/demos/index';
import { emptySpace } from '../../core/space/emptySpace';
import type { SearchSpace } from '../../core/space/searchSpace';
import { parseFromPanel, type FromPanel, type Snapshot, type Status, type ToPanel } from '../../protocol';
import { demoCommands } from '../demoCommands';
import { fileName } from '../documents';
import type { Log } from '../log';
import { toRange } from '../ranges';
import type { SearchSpaces } from '../searchSpaces';
import { runReport, type RunState } from './reportRun';
import { saveReport, saveText } from './saveReport';
import { hasFile, sameSpace, type Subject } from './subject';

export interface PanelServices {
  readonly spaces: SearchSpaces;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
  readonly toolVersion: string;
}

const followPause = 300;

/**
 * One webview and what it shows: it turns the page's intents into runs and hands it whole snapshots. It follows
 * its file: a change of the text makes the report again, and a text that does not parse leaves the last one be.
 */
export class ReportPanel implements vscode.Disposable {
  #subject: Subject;
  #state: RunState = { status: { kind: 'running', fraction: 0, message: '' }, controls: [], options: {} };
  #demos: Snapshot['demos'] = [];
  #revision = 0;
  #ready = false;
  #painted = false;
  /** Asked for before the page could show it. */
  #galleryWanted = false;
  #run = new AbortController();
  #followTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #subscriptions: vscode.Disposable[];
  readonly #running = new vscode.EventEmitter<boolean>();

  /** True while a run is under way. */
  readonly onDidChangeRunning = this.#running.event;

  constructor(
    readonly panel: vscode.WebviewPanel,
    subject: Subject,
    private readonly services: PanelServices,
  ) {
    this.#subject = subject;
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((data: unknown) => this.#receive(data)),
      services.spaces.onDidAnalyse(({ document }) => {
        if (document.uri.toString() === this.#subject.uri.toString()) this.#follow();
      }),
    ];
  }

  get subject(): Subject {
    return this.#subject;
  }

  /** Shows another subject, or the same one again. */
  show(subject: Subject): void {
    const keepReport = sameSpace(subject, this.#subject) && subject.demo === this.#subject.demo;
    this.#subject = subject;
    if (!keepReport) this.#state = { ...this.#state, report: undefined };
    void this.run();
  }

  cancel(): void {
    this.#run.abort();
  }

  /** Shows all topics in place of the report, as soon as the page can. */
  showGallery(): void {
    this.#galleryWanted = true;
    this.#show(this.#state);
  }

  async run(): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    const { services } = this;
    this.#running.fire(true);
    this.#tell({ kind: 'running', fraction: 0, message: vscode.l10n.t('Preparing…') });
    try {
      this.#demos = topicsOf(demos);
      this.panel.title = this.#title();
      const read = hasFile(this.#subject) ? await this.#read() : undefined;
      const withoutSpace = demos.some(({ id, withoutSpace }) => withoutSpace && id === this.#subject.demo);
      const space = this.#spaceOf(read?.analysis) ?? (withoutSpace ? emptySpace : undefined);
      if (run.signal.aborted && this.#run !== run) return;
      if (space === undefined) {
        this.#tell({ kind: 'empty', message: noSpace(this.#subject.uri) });
        return;
      }
      await runReport(this.#subject, space, {
        signal: run.signal,
        toolVersion: services.toolVersion,
        document: { text: read?.document.getText() ?? '', findings: read?.analysis?.findings ?? [] },
        starting: () => !this.#painted,
        onState: state => {
          if (this.#run === run) this.#show({ ...state, report: state.report ?? this.#state.report });
        },
        onStatus: status => {
          if (this.#run === run) this.#showStatus(status);
        },
      });
    } catch (error) {
      services.log.error(`Making the report on ${this.#subject.uri.toString()}`, error);
      if (this.#run === run) this.#tell({ kind: 'failed', message: failure(error) });
    } finally {
      if (this.#run === run) this.#running.fire(false);
    }
  }

  async save(): Promise<void> {
    const { report } = this.#state;
    if (report === undefined) return;
    await saveReport(report, this.#subject, this.services);
  }

  /** The file and the last analysis that made sense of it. */
  async #read(): Promise<{
    readonly document: vscode.TextDocument;
    readonly analysis: Analysis | undefined;
  }> {
    const document = await vscode.workspace.openTextDocument(this.#subject.uri);
    const { analysis, lastGood } = await this.services.spaces.of(document);
    return { document, analysis: lastGood ?? analysis };
  }

  #title(): string {
    const demo = this.#demos.find(({ id }) => id === this.#subject.demo);
    return `${demo?.title ?? 'Tuning Lens'} · ${this.#subject.space ?? fileName(this.#subject.uri)}`;
  }

  /** The space the panel is about, or the first one where that has been renamed. */
  #spaceOf(analysis: Analysis | undefined): SearchSpace | undefined {
    return analysis?.spaces.find(({ name }) => name === this.#subject.space) ?? analysis?.spaces[0];
  }

  #tell(status: Status): void {
    this.#show({ ...this.#state, status });
  }

  #show(state: RunState): void {
    this.#state = state;
    if (!this.#ready) return;
    const { uri, space, demo, seed } = this.#subject;
    const snapshot: Snapshot = {
      ...state,
      revision: ++this.#revision,
      demos: this.#demos,
      demo,
      seed,
      uri: uri.toString(),
      space,
      file: fileName(uri),
    };
    void this.panel.webview.postMessage({ type: 'snapshot', snapshot } satisfies ToPanel);
    if (!this.#galleryWanted || this.#demos.length === 0) return;
    this.#galleryWanted = false;
    void this.panel.webview.postMessage({ type: 'gallery' } satisfies ToPanel);
  }

  #showStatus(status: Status): void {
    this.#state = { ...this.#state, status };
    if (this.#ready) void this.panel.webview.postMessage({ type: 'status', status } satisfies ToPanel);
  }

  #follow(): void {
    clearTimeout(this.#followTimer);
    this.#followTimer = setTimeout(() => {
      const known = this.services.spaces.peek(this.#subject.uri);
      if (known?.analysis !== undefined && known.analysis === known.lastGood) void this.run();
    }, followPause);
  }

  #receive(data: unknown): void {
    const message = parseFromPanel(data);
    if (message === undefined) {
      this.services.log.error('Reading a message of the report page', JSON.stringify(data)?.slice(0, 200));
      return;
    }
    this.#handle(message).catch((error: unknown) => {
      this.services.log.error(`Answering ${message.type}`, error);
      void vscode.window.showErrorMessage(failure(error));
    });
  }

  async #handle(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#painted = false;
        return this.#show(this.#state);
      case 'run': {
        const { demo, seed, options } = message;
        const command = demoCommands.find(candidate => candidate.demo === demo)?.command;
        // Without a file the command finds one, or offers a sample.
        if (!hasFile(this.#subject) && command !== undefined) return vscode.commands.executeCommand(command);
        return this.show({ ...this.#subject, demo, seed, options });
      }
      case 'cancel':
        return this.cancel();
      case 'retry':
        return this.run();
      case 'reveal':
        return this.#reveal(message.parameter);
      case 'save':
        return message.format === 'html' ? this.save() : saveText(message, this.#subject);
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'showLog':
        return this.services.log.show();
      case 'problem':
        return this.services.log.error('Drawing the report', message.message);
      case 'painted':
        this.#painted = true;
        return this.services.log.info(`Report painted in ${Math.round(message.milliseconds)} ms`);
    }
  }

  async #reveal(name: string): Promise<void> {
    const { document, analysis } = await this.#read();
    const space = this.#spaceOf(analysis);
    const parameter = space?.parameters.find(candidate => candidate.name === name);
    if (parameter === undefined) return;
    const open = vscode.window.visibleTextEditors.find(editor => editor.document === document);
    await vscode.window.showTextDocument(document, {
      viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
      selection: toRange(document, parameter.tokens.name),
    });
  }

  dispose(): void {
    this.#run.abort();
    clearTimeout(this.#followTimer);
    this.#running.fire(false);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#running.dispose();
  }
}

function noSpace(uri: vscode.Uri): string {
  return vscode.l10n.t(
    '{0} is not recognised as a search space; open a sweep, a Katib Experiment or an NNI search space and run the command again.',
    fileName(uri),
  );
}

function failure(error: unknown): string {
  return vscode.l10n.t(
    'The report could not be made ({0}); try again, and look at the log if it happens twice.',
    error instanceof Error ? error.message : String(error),
  );
}
