import * as vscode from 'vscode';
import { convert } from '../core/convert/convert';
import type { ConvertTarget } from '../core/convert/target';
import { convertTargets } from '../core/convert/targets';
import type { SearchSpace } from '../core/space/searchSpace';
import type { SearchSpaces } from './searchSpaces';

/**
 * Writes a search space of the document for another tool, in a new untitled document.
 * @param to the target's id, for a key binding; asked for unless it is one.
 */
export async function convertSearchSpace(
  spaces: SearchSpaces,
  document: vscode.TextDocument,
  to: unknown,
): Promise<void> {
  const { analysis, lastGood } = await spaces.of(document);
  const space = await pickSpace((analysis ?? lastGood)?.spaces ?? []);
  if (space === undefined) return;
  const target = convertTargets.find(({ id }) => id === to) ?? (await pickTarget());
  if (target === undefined) return;
  const { text, language, losses } = convert(space, target);
  const converted = await vscode.workspace.openTextDocument({ content: text, language });
  await vscode.window.showTextDocument(converted);
  if (losses.length > 0) void offerLosses(target.label, losses);
}

async function pickTarget(): Promise<ConvertTarget | undefined> {
  const picked = await vscode.window.showQuickPick(
    convertTargets.map(target => ({ label: target.label, description: target.fileName, target })),
    { placeHolder: vscode.l10n.t('Convert to which format?') },
  );
  return picked?.target;
}

/** Asks only where there is a choice. */
async function pickSpace(all: readonly SearchSpace[]): Promise<SearchSpace | undefined> {
  if (all.length < 2) return all[0];
  const picked = await vscode.window.showQuickPick(
    all.map(space => ({ label: space.name ?? '', space })),
    { placeHolder: vscode.l10n.t('Convert which search space?') },
  );
  return picked?.space;
}

async function offerLosses(
  label: string,
  losses: readonly { readonly parameter?: string | undefined; readonly message: string }[],
): Promise<void> {
  const show = vscode.l10n.t('Show');
  const message =
    losses.length === 1
      ? vscode.l10n.t('One thing could not be expressed as {0}.', label)
      : vscode.l10n.t('{0} things could not be expressed as {1}.', losses.length, label);
  if ((await vscode.window.showWarningMessage(message, show)) !== show) return;
  await vscode.window.showQuickPick(
    losses.map(({ parameter, message: detail }) => ({ label: parameter ?? label, detail })),
    { placeHolder: message, matchOnDetail: true },
  );
}
