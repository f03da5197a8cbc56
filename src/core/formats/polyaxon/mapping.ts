import * as l10n from '@vscode/l10n';
import { categoricalDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { entry, type MapEntry } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { meantValue } from '../pyYamlScalars';
import type { Matrix } from './matrices';
import { listedRuns } from './rules';

/** `mapping` lists whole configurations: each parameter is shown with the values it has in them. */
export function readMapping(reader: FieldReader, { node, place }: Matrix): Parameter[] {
  const values = entry(node, 'values')?.value;
  if (values?.kind !== 'list') return [];
  reader.report(
    listedRuns,
    place.key.range,
    l10n.t('These configurations are run as they are listed; their values are not combined with each other.'),
  );
  const byName = new Map<string, MapEntry[]>();
  for (const run of values.items) {
    for (const at of run.kind === 'map' ? run.entries : []) {
      const others = byName.get(at.key.text);
      if (others) others.push(at);
      else byName.set(at.key.text, [at]);
    }
  }
  return [...byName].flatMap(([name, [first, ...others]]): Parameter[] => {
    if (first === undefined) return [];
    const choices = [first, ...others].map(({ value }) => ({ value: meantValue(value) }));
    return [
      {
        name,
        declared: { notation: '', type: 'constant', scale: 'linear', bounds: 'values' },
        domain: categoricalDomain(choices),
        tokens: { name: first.key.range, declaration: first.range },
      },
    ];
  });
}
