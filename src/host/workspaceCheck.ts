import * as vscode from 'vscode';
import type { Analysis, AnalysisSettings } from '../core/analyse';
import { languageOfFile, scanFiles } from '../core/editing/scanFiles';
import { LineIndex } from '../core/text/lineIndex';
import { toDiagnostic } from './diagnostics';
import type { Log } from './log';
import { pause } from './panel/pause';
import { declaredFormat, settingsFor, type Settings } from './settings';
import { workspaceSummary } from './workspaceSummary';

/** `files.exclude` counts as well; the editor adds it. */
const included = '**/*.{yaml,yml,json,jsonc,py,pcs,txt}';
const excluded = '**/{node_modules,.git,.venv,__pycache__,site-packages}/**';

/** In bytes: what is larger is data, and not even read. */
const largestFile = 400_000;

/** What one run has found so far. */
export interface WorkspaceFindings {
  files: number;
  spaces: number;
  problems: number;
  filesWithProblems: number;
}

/** "Check All Search Spaces in Workspace": the problems of files that nobody has open. */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('tuningLens.workspace');
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(private readonly log: Log) {
    this.#subscriptions = [
      this.#diagnostics,
      // From here on its problems are those of the open document.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#diagnostics.delete(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(uri => this.#diagnostics.delete(uri))),
    ];
  }

  /** Looks through the workspace with progress and a way to stop, then says in one sentence what there is. */
  async run(): Promise<WorkspaceFindings> {
    this.#diagnostics.clear();
    const found: WorkspaceFindings = { files: 0, spaces: 0, problems: 0, filesWithProblems: 0 };
    const started = performance.now();
    const stopped = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking search spaces'),
        cancellable: true,
      },
      async (progress, token) => {
        const files = await vscode.workspace.findFiles(included, excluded, undefined, token);
        found.files = await this.#scan(files, found, progress, token);
        return token.isCancellationRequested;
      },
    );
    this.log.info(`${found.files} files checked in ${Math.round(performance.now() - started)} ms`);
    void this.#tell(found, stopped);
    return found;
  }

  async #scan(
    files: readonly vscode.Uri[],
    found: WorkspaceFindings,
    progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
    token: vscode.CancellationToken,
  ): Promise<number> {
    const open = new Map(vscode.workspace.textDocuments.map(document => [document.uri.toString(), document]));
    const settingsOf = settingsByFolder();
    let told = 0;
    return scanFiles(files, {
      read: async uri => open.get(uri.toString())?.getText() ?? (await readText(uri)),
      path: ({ path }) => path,
      language: ({ path }) => languageOfFile(path),
      settings: uri => analysisSettings(uri, settingsOf(uri)),
      found: (uri, text, analysis) => {
        count(found, analysis);
        if (open.has(uri.toString())) return;
        const lines = new LineIndex(text);
        const position = (offset: number): vscode.Position => {
          const { line, character } = lines.positionAt(offset);
          return new vscode.Position(line, character);
        };
        const diagnostics = analysis.findings.map(finding =>
          toDiagnostic(uri, finding, ({ start, end }) => new vscode.Range(position(start), position(end))),
        );
        this.#diagnostics.set(uri, diagnostics);
      },
      progress: done => {
        const step = ((done - told) / Math.max(1, files.length)) * 100;
        // A message for every slice would be most of the work.
        if (step < 1 && done < files.length) return;
        told = done;
        progress.report({ message: vscode.l10n.t('{0} of {1} files', done, files.length), increment: step });
      },
      now: () => performance.now(),
      pause,
      signal: {
        get aborted() {
          return token.isCancellationRequested;
        },
      },
    });
  }

  async #tell(found: WorkspaceFindings, stopped: boolean): Promise<void> {
    const showProblems = vscode.l10n.t('Show Problems');
    const actions = found.problems > 0 ? [showProblems] : [];
    const message = workspaceSummary(found, stopped);
    if ((await vscode.window.showInformationMessage(message, ...actions)) === showProblems) {
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function count(found: WorkspaceFindings, { spaces, findings }: Analysis): void {
  found.spaces += spaces.length;
  found.problems += findings.length;
  if (findings.length > 0) found.filesWithProblems++;
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    // Asking for the size takes as long as reading, and only these are ever large.
    if (/\.(?:jsonc?|txt)$/i.test(uri.path)) {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > largestFile) return undefined;
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Gone or locked since it was listed.
    return undefined;
  }
}

/** Asking for settings costs more than looking at most files, and only folders have their own. */
function settingsByFolder(): (uri: vscode.Uri) => Settings {
  const known = new Map<string, Settings>();
  return uri => {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    const settings = known.get(folder) ?? settingsFor(uri);
    known.set(folder, settings);
    return settings;
  };
}

function analysisSettings(uri: vscode.Uri, settings: Settings): AnalysisSettings | undefined {
  const format = declaredFormat({ uri, languageId: '' }, settings);
  if (!settings.enabled || format === 'never') return undefined;
  return { format, severities: settings.severities };
}
