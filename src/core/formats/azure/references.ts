import * as l10n from '@vscode/l10n';
import type { Parameter } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import { child, type MapNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { reference, unusedParameter } from './rules';

/** `${{search_space.x}}` in the command of a trial, held against the parameters there are. */
export function checkReferences(reader: FieldReader, job: MapNode, parameters: readonly Parameter[]): void {
  const command = child(job, 'trial', 'command');
  if (command?.kind !== 'scalar') return;
  const { start, end } = command.range;
  const own = parameters.filter(({ condition }) => condition === undefined);
  const names = new Set(own.map(({ name }) => name));
  const used = new Set<string>();
  const source = reader.document.text.slice(start, end);
  for (const match of source.matchAll(/\$\{\{\s*search_space\.([^\s{}]+)\s*\}\}/g)) {
    const [whole, name = ''] = match;
    used.add(name);
    if (names.has(name)) continue;
    const at = start + match.index + whole.lastIndexOf(name);
    const range = { start: at, end: at + name.length };
    const near = nearestWord(name, names);
    const message = near
      ? l10n.t('`search_space` has no `{0}`, so the job is refused; did you mean `{1}`?', name, near)
      : l10n.t('`search_space` has no `{0}`, so the job is refused.', name);
    reader.report(reference, range, message, { fixes: near ? [reader.write(range, near, false)] : [] });
  }
  if (used.size === 0) return;
  for (const { name, tokens } of own) {
    if (used.has(name)) continue;
    const message = l10n.t(
      '`{0}` is drawn, but the command does not pass it on; add {1} to it.',
      name,
      `\${{search_space.${name}}}`,
    );
    reader.report(unusedParameter, tokens.name, message, { parameter: name });
  }
}
