import * as vscode from 'vscode';
import { analyse, type Analysis } from '../core/analyse';
import { mayHoldSearchSpace } from '../core/formats/tells';
import { sourceLanguage } from './documents';
import type { Log } from './log';
import { declaredFormat, section, settingsFor } from './settings';

/** What is known of one document. */
export interface Known {
  readonly document: vscode.TextDocument;
  /** The document's version that `analysis` is of. */
  readonly version: number;
  /** Absent when the document is no search space. */
  readonly analysis: Analysis | undefined;
  /** The last analysis whose text parsed, kept while a person types something half-finished. */
  readonly lastGood: Analysis | undefined;
}

const keystrokePause = 80;

/**
 * The one place where documents are analysed: once per version, shared by squiggles, hovers, lenses, fixes and
 * the panel. A document without a tell-tale word is dismissed without being parsed.
 */
export class SearchSpaces implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
  readonly #pending = new Map<string, Promise<Known>>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #changed = new vscode.EventEmitter<Known>();
  readonly #closed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];

  /** A document was analysed anew. */
  readonly onDidAnalyse = this.#changed.event;
  readonly onDidClose = this.#closed.event;

  constructor(private readonly log: Log) {
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument(document => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, keystrokePause)),
      vscode.workspace.onDidCloseTextDocument(document => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(section)) this.#analyseAllAgain();
      }),
    ];
  }

  /** Analyses the documents that are already open. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  /** What was last known, without waiting. */
  peek(uri: vscode.Uri): Known | undefined {
    return this.#known.get(uri.toString());
  }

  /** What there is to know of the document as it now stands. Never rejects. */
  async of(document: vscode.TextDocument): Promise<Known> {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known?.version === document.version) return known;
    const pending = this.#pending.get(key) ?? this.#analyse(document);
    this.#pending.set(key, pending);
    const result = await pending;
    return result.version === document.version ? result : this.of(document);
  }

  async #analyse(document: vscode.TextDocument): Promise<Known> {
    const key = document.uri.toString();
    const { version } = document;
    const analysis = await this.#read(document).catch((error: unknown) => {
      this.log.error(`Checking ${document.uri.toString()}`, error);
      return undefined;
    });
    const parsed = analysis !== undefined && !analysis.findings.some(({ code }) => code === 'syntax');
    const lastGood = parsed ? analysis : this.#known.get(key)?.lastGood;
    const known: Known = { document, version, analysis, lastGood };
    this.#pending.delete(key);
    if (!document.isClosed) {
      this.#known.set(key, known);
      this.#changed.fire(known);
    }
    return known;
  }

  async #read(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const language = sourceLanguage(document);
    const settings = settingsFor(document);
    const format = declaredFormat(document, settings);
    const text = document.getText();
    if (language === undefined || !settings.enabled || format === 'never') return undefined;
    if (format === undefined && !mayHoldSearchSpace(text, document.languageId)) return undefined;
    return analyse(text, language, document.uri.path, { format, severities: settings.severities });
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (sourceLanguage(document) === undefined) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      void this.of(document);
    }, delay);
    this.#timers.set(key, timer);
  }

  #analyseAllAgain(): void {
    this.#known.clear();
    this.start();
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#known.delete(key);
    this.#closed.fire(document.uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    this.#closed.dispose();
  }
}
