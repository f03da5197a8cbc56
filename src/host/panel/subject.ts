import * as vscode from 'vscode';
import type { OptionValue } from '../../core/report/report';
import { parsePanelMemory } from '../../protocol';

/** What the panel is about: enough to make the same report again. */
export interface Subject {
  readonly uri: vscode.Uri;
  /** Which space of the document, where it holds several. */
  readonly space?: string | undefined;
  readonly demo: string;
  readonly seed: number;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** In place of a file, for a demonstration that needs none. */
export const noFile = vscode.Uri.from({ scheme: 'tuning-lens', path: 'notebook' });

export function hasFile({ uri }: Pick<Subject, 'uri'>): boolean {
  return uri.scheme !== noFile.scheme;
}

/** Reads what an earlier session left behind. Undefined when it is of another version or damaged. */
export function subjectFromMemory(state: unknown): Subject | undefined {
  const memory = parsePanelMemory(state);
  if (memory === undefined) return undefined;
  try {
    return { ...memory, uri: vscode.Uri.parse(memory.uri, true) };
  } catch {
    return undefined;
  }
}

/** Whether two subjects are of the same space, so that the report on one is worth keeping for the other. */
export function sameSpace(a: Pick<Subject, 'uri' | 'space'>, b: Pick<Subject, 'uri' | 'space'>): boolean {
  return a.uri.toString() === b.uri.toString() && a.space === b.space;
}
