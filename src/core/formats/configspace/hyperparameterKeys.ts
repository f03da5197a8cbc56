import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import type { TextRange } from '../../text/range';
import { entry, type MapNode } from '../../text/source';
import { removeEntry } from '../entryEdits';
import type { FieldReader } from '../fieldReader';
import type { HyperparameterType } from './hyperparameterTypes';
import { isNull } from './isNull';
import { oldKey } from './rules';

/** `q` was removed, `default` and `probabilities` have other names; ConfigSpace says so, and reads on. */
export function checkKeys(
  reader: FieldReader,
  map: MapNode,
  { required, optional, shape }: HyperparameterType,
  parameter: string,
  nameRange: TextRange,
): void {
  for (const key of required) reader.required(map, key, nameRange, parameter);
  const old = new Set(['q', 'default', ...(shape === 'categorical' ? ['probabilities'] : [])]);
  reader.onlyKnown(map, ['name', 'type', ...required, ...optional, ...old], parameter);
  for (const at of map.entries) {
    const key = at.key.text;
    if (!old.has(key) || isNull(reader, at.value)) continue;
    const message =
      key === 'default'
        ? l10n.t('`default` is called `default_value` since version 1.0 of ConfigSpace.')
        : key === 'q'
          ? l10n.t(
              '`q` is ignored since version 1.0 of ConfigSpace: `{0}` is no longer drawn in steps.',
              parameter,
            )
          : l10n.t(
              '`probabilities` is ignored since version 1.0 of ConfigSpace, and the choices are drawn alike; write `weights`.',
            );
    reader.report(oldKey, at.key.range, message, { parameter, fixes: [keyFix(reader, map, at)] });
  }
}

function keyFix(reader: FieldReader, map: MapNode, at: MapNode['entries'][number]): Fix | undefined {
  const key = at.key.text;
  if (key === 'q') {
    const edit = removeEntry(reader.document.text, map, at);
    return edit && { title: l10n.t('Remove `q`'), edits: [edit], safe: false };
  }
  const name = key === 'default' ? 'default_value' : 'weights';
  return entry(map, name) ? undefined : reader.write(at.key.range, reader.word(name), key === 'default');
}
