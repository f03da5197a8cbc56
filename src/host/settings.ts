import * as vscode from 'vscode';
import type { Severity } from '../core/finding';
import type { FormatId } from '../core/space/searchSpace';

export const section = 'tuningLens';

export interface Settings {
  readonly enabled: boolean;
  readonly formats: Readonly<Record<string, FormatId | 'never'>>;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly codeLens: boolean;
  readonly hoverPicture: boolean;
  readonly seed: number;
}

export function settingsFor(scope: vscode.ConfigurationScope | undefined): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  return {
    enabled: configuration.get('enabled', true),
    formats: configuration.get('formats', {}),
    severities: configuration.get('checks.severity', {}),
    codeLens: configuration.get('codeLens.enabled', true),
    hoverPicture: configuration.get('hover.picture', true),
    seed: configuration.get('report.seed', 1),
  };
}

/** What the `formats` setting says of a document; the longest matching glob wins. */
export function declaredFormat(
  document: Pick<vscode.TextDocument, 'uri' | 'languageId'>,
  settings: Settings,
): FormatId | 'never' | undefined {
  const matching = Object.keys(settings.formats)
    .filter(pattern => vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0)
    .sort((a, b) => b.length - a.length);
  return matching[0] === undefined ? undefined : settings.formats[matching[0]];
}
