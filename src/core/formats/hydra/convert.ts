import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import type { TextEdit, TextRange } from '../../text/range';
import { scalarValue } from '../../text/scalars';
import { entry, type MapNode, type SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';

/** Rewrites a whole `search_space` as `params`; undefined where an entry or a comment leaves no plain way. */
export function convertFix(reader: FieldReader, key: TextRange, space: MapNode): Fix | undefined {
  const { text } = reader.document;
  if (!space.entries.every(({ range }) => range.start >= space.range.start && range.end <= space.range.end)) {
    return undefined;
  }
  const edits: TextEdit[] = [{ range: key, newText: 'params' }];
  for (const { key: name, value } of space.entries) {
    const range = { start: name.range.end, end: value.range.end };
    const override = value.kind === 'map' ? overrideOf(reader, value) : undefined;
    const inFlow = text.charAt(space.range.start) === '{';
    if (override === undefined || inFlow || /#|[&*!]/.test(text.slice(range.start, range.end))) {
      return undefined;
    }
    edits.push({ range, newText: `: ${override}` });
  }
  return { title: l10n.t('Write it as params'), edits, safe: true };
}

function overrideOf(reader: FieldReader, map: MapNode): string | undefined {
  const word = (key: string): string | undefined => {
    const node = entry(map, key)?.value;
    return node?.kind === 'scalar' ? node.text : undefined;
  };
  const [type, low, high, step] = ['type', 'low', 'high', 'step'].map(word);
  const logNode = entry(map, 'log')?.value;
  const log = logNode?.kind === 'scalar' && reader.value(logNode) === true;
  if (type === 'categorical') return choiceOf(entry(map, 'choices')?.value);
  if (![low, high].every(isNumber) || (step !== undefined && !isNumber(step))) return undefined;
  const interval = `interval(${low}, ${high})`;
  if (log) return type === 'int' ? `int(tag(log, ${interval}))` : `tag(log, ${interval})`;
  if (step === undefined) return type === 'int' ? `int(${interval})` : interval;
  const range = `range(${low}, ${high}, ${step})`;
  return type === 'int' ? `int(${range})` : `float(${range})`;
}

function isNumber(text: string | undefined): boolean {
  return (
    text !== undefined && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) && !/^[-+]?0\d/.test(text)
  );
}

function choiceOf(list: SourceNode | undefined): string | undefined {
  if (list?.kind !== 'list' || list.items.length === 0) return undefined;
  const items = list.items.map(item => elementOf(item, true));
  return items.every(item => item !== undefined) ? `choice(${items.join(', ')})` : undefined;
}

/** A value in Hydra's grammar, inside a plain YAML scalar. */
function elementOf(node: SourceNode, isChoice: boolean): string | undefined {
  if (node.kind === 'map') return undefined;
  if (node.kind === 'list') {
    const items = node.items.map(item => elementOf(item, false));
    return items.every(item => item !== undefined) ? `[${items.join(', ')}]` : undefined;
  }
  const value = scalarValue(node, 'omegaconf');
  if (typeof value === 'string') {
    if (/^[A-Za-z_][\w-]*$/.test(value) && !/^(?:true|false|null|inf|nan)$/i.test(value)) return value;
    return /['"\\\n#]|: |\$\{/.test(value) ? undefined : `'${value}'`;
  }
  if (value === null) return isChoice ? undefined : 'null';
  return typeof value === 'boolean' ? String(value) : isNumber(node.text) ? node.text : undefined;
}
