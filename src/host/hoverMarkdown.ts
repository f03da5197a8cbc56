import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import type { Parameter } from '../core/space/searchSpace';
import { densityPicture } from '../core/hover/densityPicture';
import { describeParameter } from '../core/hover/describeParameter';
import type { ThemeKind } from '../core/hover/pictureTheme';
import { contains } from '../core/text/range';
import { demoCommands } from './demoCommands';
import { checkUri } from './diagnostics';
import type { Target } from './hover';
import { settingsFor } from './settings';

/** What a hover says of a parameter: name, picture, facts, findings, and what can be run. User text is escaped. */
export function hoverMarkdown(
  document: vscode.TextDocument,
  { analysis: { findings }, space, parameter }: Pick<Target, 'analysis' | 'space' | 'parameter'>,
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = {
    enabledCommands: ['tuningLens.openCheck', ...demoCommands.map(({ command }) => command)],
  };
  markdown.appendMarkdown('**').appendText(parameter.name).appendMarkdown('**\n\n');
  if (settingsFor(document).hoverPicture) appendPicture(markdown, parameter);
  for (const line of describeParameter(parameter)) markdown.appendText(line).appendMarkdown('\n\n');
  for (const finding of elsewhere(findings, parameter)) appendFinding(markdown, finding);
  if (parameter.domain !== undefined) appendCommands(markdown, document.uri, space.name);
  return markdown;
}

/** The editor itself already shows the findings on the very name that is hovered. */
function elsewhere(findings: readonly Finding[], { name, tokens }: Parameter): Finding[] {
  return findings.filter(
    ({ parameter, range: { start, end } }) =>
      parameter === name &&
      contains(tokens.declaration, start) &&
      (start > tokens.name.end || end < tokens.name.start),
  );
}

function appendPicture(markdown: vscode.MarkdownString, parameter: Parameter): void {
  const { domain } = parameter;
  const picture = domain && densityPicture({ ...parameter, domain }, themeKind());
  if (picture === undefined) return;
  // In an image's text the editor undoes only the escapes of brackets; any other would be read out.
  const alternative = picture.alt.replace(/[\\`]/g, "'").replace(/[[\]]/g, '\\$&');
  const bytes = new TextEncoder().encode(picture.svg);
  const source = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  markdown.appendMarkdown(`![${alternative}](data:image/svg+xml;base64,${source})\n\n`);
}

function appendFinding(markdown: vscode.MarkdownString, { severity, message, code }: Finding): void {
  markdown.appendMarkdown(`$(${icons[severity]}) `).appendText(message);
  markdown.appendMarkdown(` [${code}](${checkUri(code).toString()})\n\n`);
}

function appendCommands(markdown: vscode.MarkdownString, uri: vscode.Uri, space: string | undefined): void {
  const input = encodeURIComponent(JSON.stringify([uri.toString(), space]));
  const links = demoCommands.flatMap(({ command, lens }) =>
    lens ? `[${lens()}](command:${command}?${input})` : [],
  );
  markdown.appendMarkdown(links.join(' · '));
}

const icons = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' } as const;

function themeKind(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'highContrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'highContrastLight';
  }
}
