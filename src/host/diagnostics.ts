import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/finding';
import type { TextRange } from '../core/text/range';
import { toRange } from './ranges';
import type { Known, SearchSpaces } from './searchSpaces';

export const diagnosticSource = 'Tuning Lens';

/** Squiggles on exactly the tokens that findings are about. */
export function registerDiagnostics(spaces: SearchSpaces): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('tuningLens');
  return vscode.Disposable.from(
    collection,
    spaces.onDidAnalyse(known => collection.set(known.document.uri, diagnosticsOf(known))),
    spaces.onDidClose(uri => collection.delete(uri)),
  );
}

function diagnosticsOf({ document, analysis }: Known): vscode.Diagnostic[] {
  return (
    analysis?.findings.map(finding =>
      toDiagnostic(document.uri, finding, range => toRange(document, range)),
    ) ?? []
  );
}

/** @param rangeOf finds lines and characters in the text that the finding is about. */
export function toDiagnostic(
  uri: vscode.Uri,
  finding: Finding,
  rangeOf: (range: TextRange) => vscode.Range,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(finding.range),
    finding.message,
    severities[finding.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.code, target: checkUri(finding.code) };
  diagnostic.relatedInformation = (finding.related ?? []).map(
    ({ message, range }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(range)), message),
  );
  return diagnostic;
}

/** Opens the documentation of a check; a command, so that it works offline and in every kind of workspace. */
export function checkUri(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:tuningLens.openCheck?${encodeURIComponent(JSON.stringify([code]))}`);
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
