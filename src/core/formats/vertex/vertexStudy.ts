import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { SearchSpace } from '../../space/searchSpace';
import type { SourceDocument } from '../../text/source';
import { FieldReader, written } from '../fieldReader';
import type { Format } from '../format';
import { missingField, wrongValue } from '../rules';
import { readParameters } from './parameters';
import { checkMethod, readBudget, readMethod, readObjective } from './search';
import { plainKey, studyOf } from './study';

/** Google's studies: AI Platform training, Vertex AI tuning jobs and Vizier, in JSON or YAML. */
export const vertexStudy: Format = {
  id: 'vertex-study',
  get label() {
    return l10n.t('Vertex AI study');
  },
  recognise: document => (studyOf(document) ? 0.9 : 0),
  read: document => [readDocument(document)],
};

function readDocument(document: SourceDocument): SearchSpace {
  const dialect = document.language === 'json' ? 'json' : 'yaml12';
  const frame = { format: 'vertex-study', dialect, forbidden: [] } as const;
  const study = studyOf(document);
  if (study === undefined) {
    const start = document.roots[0]?.range.start ?? 0;
    const range = { start, end: start };
    const message = l10n.t(
      'No study stands here: `studySpec` with `parameters`, or `trainingInput.hyperparameters`.',
    );
    return { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] };
  }
  const reader = new FieldReader(document, dialect, 'Vertex AI', 'numberOrText', plainKey);
  const { key, value } = study.parameters;
  if (value.kind !== 'list') {
    const range = written(value.range) ? value.range : key.range;
    reader.report(wrongValue, range, l10n.t('`{0}` must be a list.', key.text));
  }
  const method = readMethod(reader, study);
  const objective = readObjective(reader, study);
  const budget = readBudget(reader, study);
  const parameters = readParameters(reader, study);
  checkMethod(reader, method, parameters);
  return { ...frame, parameters, objective, method, budget, range: key.range, findings: reader.findings };
}
