import * as vscode from 'vscode';
import type { OptionValue } from '../../core/report/report';
import type { PanelMemory } from '../../protocol';

/** What the panel is about: enough to make the same report again. */
export interface Subject {
  readonly uri: vscode.Uri;
  readonly demo: string;
  readonly seed: number;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Reads what an earlier session left behind. Undefined when it is of another version or damaged. */
export function subjectFromMemory(state: unknown): Subject | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { version, uri, demo, seed, options } = state as Partial<Record<keyof PanelMemory, unknown>>;
  if (version !== 1 || typeof uri !== 'string') return undefined;
  if (typeof demo !== 'string' || typeof seed !== 'number') return undefined;
  try {
    return { uri: vscode.Uri.parse(uri, true), demo, seed, options: optionsFrom(options) };
  } catch {
    return undefined;
  }
}

function optionsFrom(options: unknown): Record<string, OptionValue> {
  if (typeof options !== 'object' || options === null) return {};
  const entries = Object.entries(options).filter((pair): pair is [string, OptionValue] =>
    ['string', 'number', 'boolean'].includes(typeof pair[1]),
  );
  return Object.fromEntries(entries);
}
