import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { SearchSpace } from '../../space/searchSpace';
import { entry, type MapEntry, type SourceDocument } from '../../text/source';
import { FieldReader } from '../fieldReader';
import type { Format } from '../format';
import { missingField } from '../rules';
import { UniqueNames } from '../uniqueNames';
import { readMapping } from './mapping';
import { matricesOf, type Matrix } from './matrices';
import { readOldParameter, readParameter } from './parameter';
import { checkMethod, readBudget, readObjective, readSearch } from './search';

/** Polyaxon's matrices, of version 1 and of `hptuning` before it; its loader is PyYAML. */
export const polyaxonFile: Format = {
  id: 'polyaxon',
  get label() {
    return l10n.t('Polyaxon matrix');
  },
  recognise: document => (matricesOf(document).length > 0 ? 0.9 : 0),
  read: readDocument,
};

function readDocument(document: SourceDocument): SearchSpace[] {
  const dialect = document.language === 'json' ? 'json' : 'pyyaml';
  const matrices = matricesOf(document);
  if (matrices.length === 0) {
    const start = document.roots[0]?.range.start ?? 0;
    const range = { start, end: start };
    const message = l10n.t('No Polyaxon matrix stands here: `matrix` with a `kind` and `params`.');
    const findings = [finding(missingField, range, message)];
    return [{ format: 'polyaxon', dialect, parameters: [], forbidden: [], budget: {}, range, findings }];
  }
  const taken = new UniqueNames();
  return matrices.map(matrix => {
    const space = readMatrix(new FieldReader(document, dialect, 'Polyaxon', 'numberOrText'), matrix);
    return matrices.length === 1 ? space : { ...space, name: taken.take(matrix.name || l10n.t('unnamed')) };
  });
}

function readMatrix(reader: FieldReader, matrix: Matrix): SearchSpace {
  const search = readSearch(reader, matrix);
  const objective = readObjective(reader, search);
  const budget = readBudget(reader, matrix, search);
  const isListed = search.method?.name === 'mapping';
  const parameters = isListed ? readMapping(reader, matrix) : readParameters(reader, matrix);
  checkMethod(reader, search.method, parameters);
  return {
    format: 'polyaxon',
    dialect: reader.dialect,
    parameters,
    forbidden: [],
    objective,
    method: search.method,
    budget,
    range: matrix.place.key.range,
    findings: reader.findings,
  };
}

function readParameters(reader: FieldReader, { version, node, place }: Matrix) {
  const field = version === 0 ? entry(node, 'matrix') : reader.required(node, 'params', place.key.range);
  const entries = field?.value.kind === 'map' ? field.value.entries : [];
  const last = [...new Map(entries.map((at): [string, MapEntry] => [at.key.text, at])).values()];
  return last.map(at => (version === 0 ? readOldParameter(reader, at) : readParameter(reader, at)));
}
