import * as l10n from '@vscode/l10n';
import type { Stated } from '../../space/searchSpace';
import { pythonFloat } from '../../text/pythonNumber';
import type { MapEntry, ScalarNode } from '../../text/source';
import { fix, written, type FieldReader } from '../fieldReader';
import { missingField, wrongValue } from '../rules';
import { base60 } from './rules';

/**
 * The numbers of a `value`, written as a list, a mapping or a text with colons: `[0, 1]`, `{low: 0, high: 1}`, `0:1`.
 * `keys` are their names in order, of which the last `optional` may be left out.
 */
export function readArguments(
  reader: FieldReader,
  field: MapEntry,
  keys: readonly string[],
  optional: number,
  parameter: string,
): (Stated | undefined)[] {
  const { value: node, key } = field;
  const parts = partsOf(reader, field, keys, parameter);
  if (parts === undefined) return [];
  const absent = keys.slice(0, keys.length - optional).filter((_, i) => parts[i] === undefined);
  if (absent.length > 0) {
    const message = l10n.t(
      '`{0}` needs {1} here; add it.',
      parameter,
      absent.map(name => `\`${name}\``).join(', '),
    );
    reader.report(missingField, written(node.range) ? node.range : key.range, message, { parameter });
  }
  return parts.map((part, i) => part && readNumber(reader, part, keys[i] ?? '', parameter));
}

interface Part {
  readonly text: string;
  readonly range: ScalarNode['range'];
}

function partsOf(
  reader: FieldReader,
  { value: node, key }: MapEntry,
  keys: readonly string[],
  parameter: string,
): (Part | undefined)[] | undefined {
  switch (node.kind) {
    case 'list':
      return node.items.slice(0, keys.length).map(item => (item.kind === 'scalar' ? item : undefined));
    case 'map':
      return keys.map(name => {
        const value = reader.field(node, name)?.value;
        return value?.kind === 'scalar' ? value : undefined;
      });
    case 'scalar': {
      if (node.text.includes('{{')) return undefined;
      if (!node.text.includes(':')) {
        const range = written(node.range) ? node.range : key.range;
        const message = l10n.t(
          '`{0}` takes {1}, as a list, a mapping or a text with colons.',
          parameter,
          keys.join(', '),
        );
        return reader.report(wrongValue, range, message, { parameter });
      }
      if (typeof reader.value(node) === 'number') reportBase60(reader, node, parameter);
      return colonParts(node);
    }
  }
}

/** YAML 1.1 takes `1:10:2` for 1 · 60² + 10 · 60 + 2. */
function reportBase60(reader: FieldReader, node: ScalarNode, parameter: string): void {
  const message = l10n.t(
    'YAML takes `{0}` without quotes for {1}, a number to base 60; quote it.',
    node.text,
    String(reader.value(node)),
  );
  const edits = [{ range: node.range, newText: `'${node.text}'` }];
  reader.report(base60, node.range, message, {
    parameter,
    fixes: [fix(l10n.t('Quote {0}', node.text), edits, true)],
  });
}

function colonParts({ text, style, range }: ScalarNode): Part[] {
  let at = range.start + (style === 'quoted' ? 1 : 0);
  return text.split(':').map(part => {
    const start = Math.min(at, range.end);
    const end = Math.min(start + part.length, range.end);
    at += part.length + 1;
    return { text: part, range: { start, end } };
  });
}

function readNumber(
  reader: FieldReader,
  { text, range }: Part,
  name: string,
  parameter: string,
): Stated | undefined {
  const value = pythonFloat(text);
  if (value !== undefined) return { value, range };
  if (text.includes('{{')) return undefined;
  return reader.report(wrongValue, range, l10n.t('`{0}` of `{1}` must be a number.', name, parameter), {
    parameter,
  });
}
