/** A code cell of a notebook. */
export interface Cell {
  /** Counted from one over all cells, as they stand in the notebook. */
  readonly number: number;
  readonly text: string;
}

/**
 * The code cells of a Jupyter notebook in Python (https://nbformat.readthedocs.io/en/latest/format_description.html).
 * Undefined for a text that is none.
 */
export function codeCells(text: string): readonly Cell[] | undefined {
  const notebook = parsed(text);
  if (!isRecord(notebook) || !Array.isArray(notebook['cells'])) return undefined;
  const metadata = isRecord(notebook['metadata']) ? notebook['metadata'] : {};
  const language = isRecord(metadata['language_info']) ? metadata['language_info']['name'] : 'python';
  if (language !== 'python') return [];
  return notebook['cells'].flatMap((cell: unknown, i): Cell[] => {
    if (!isRecord(cell) || cell['cell_type'] !== 'code') return [];
    const { source } = cell;
    const lines = Array.isArray(source) ? source.filter(line => typeof line === 'string').join('') : source;
    return typeof lines === 'string' ? [{ number: i + 1, text: lines }] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
