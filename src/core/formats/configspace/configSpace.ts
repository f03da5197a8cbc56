import * as l10n from '@vscode/l10n';
import type { Condition, Parameter, SearchSpace } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { child, entry, type SourceDocument, type SourceNode } from '../../text/source';
import { FieldReader } from '../fieldReader';
import type { Format } from '../format';
import { missingField } from '../rules';
import { readConditions } from './conditions';
import { forbiddenDefaultOf } from './defaultConfiguration';
import { readForbidden } from './forbiddens';
import { readHyperparameters } from './hyperparameters';
import { hyperparameterTypes } from './hyperparameterTypes';
import { forbiddenDefault } from './rules';

/** A space as ConfigSpace writes it, in JSON or, since version 1.0, in YAML that PyYAML reads. */
export const configSpace: Format = {
  id: 'configspace',
  label: 'ConfigSpace',
  recognise: ({ roots }) => (roots.length === 1 ? likeness(roots[0]) : 0),
  read: document => [readDocument(document)],
};

/** Every item of `hyperparameters` has a name and a type, and one of the types is ConfigSpace's. */
function likeness(root: SourceNode | undefined): number {
  const list = child(root, 'hyperparameters');
  if (list?.kind !== 'list' || list.items.length === 0) return 0;
  if (!list.items.every(item => entry(item, 'name') && entry(item, 'type'))) return 0;
  const known = list.items.some(item => {
    const type = child(item, 'type');
    return type?.kind === 'scalar' && hyperparameterTypes.has(type.text);
  });
  return known ? 1 : 0;
}

function readDocument(document: SourceDocument): SearchSpace {
  const dialect = document.language === 'json' ? 'json' : 'pyyaml';
  const reader = new FieldReader(document, dialect, 'ConfigSpace', 'number');
  const [root] = document.roots;
  const at = entry(root, 'hyperparameters');
  const range = at?.key.range ?? { start: root?.range.start ?? 0, end: root?.range.start ?? 0 };
  if (at === undefined) {
    reader.report(
      missingField,
      range,
      l10n.t('A ConfigSpace has a list of `hyperparameters`, and here is none.'),
    );
  }
  const byName = readHyperparameters(reader, at?.value);
  const conditions = readConditions(reader, child(root, 'conditions'), byName);
  const forbidden = readForbiddens(reader, child(root, 'forbiddens'), byName);
  const space: SearchSpace = {
    format: 'configspace',
    dialect,
    parameters: [...byName.values()].map(parameter => {
      const found = conditions.get(parameter.name);
      if (found === undefined) return parameter;
      return {
        ...parameter,
        condition: found.condition,
        tokens: { ...parameter.tokens, condition: found.range },
      };
    }),
    forbidden: forbidden.map(({ clause }) => clause),
    budget: {},
    range,
    findings: reader.findings,
  };
  const index = forbiddenDefaultOf(space);
  const place = index === undefined ? undefined : forbidden[index]?.range;
  if (place) {
    reader.report(
      forbiddenDefault,
      place,
      l10n.t(
        'This forbids the defaults themselves, and ConfigSpace refuses the space; change a default or the clause.',
      ),
    );
  }
  return space;
}

interface Forbidden {
  readonly clause: Condition;
  readonly range: TextRange;
}

function readForbiddens(
  reader: FieldReader,
  list: SourceNode | undefined,
  byName: ReadonlyMap<string, Parameter>,
): Forbidden[] {
  return (list?.kind === 'list' ? list.items : []).flatMap(node => {
    const clause = readForbidden(reader, node, byName);
    const range = child(node, 'type')?.range ?? node.range;
    return clause ? [{ clause, range }] : [];
  });
}
