import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { SearchSpace } from '../../space/searchSpace';
import type { SourceDocument } from '../../text/source';
import { FieldReader } from '../fieldReader';
import type { Format } from '../format';
import { missingField } from '../rules';
import { plainKey, tuningJobOf } from './job';
import { RangeReader } from './ranges';
import { checkMethod, readBudget, readMethod, readObjective } from './strategy';

/** Tuning jobs of SageMaker: the API's request or its configuration, in JSON, and the resources of its operators. */
export const sagemakerTuning: Format = {
  id: 'sagemaker-tuning',
  get label() {
    return l10n.t('SageMaker tuning job');
  },
  recognise: document => ((tuningJobOf(document)?.spaces.length ?? 0) > 0 ? 1 : 0),
  read: readDocument,
};

function readDocument(document: SourceDocument): SearchSpace[] {
  const dialect = document.language === 'json' ? 'json' : 'goyaml';
  const frame = { format: 'sagemaker-tuning', dialect, forbidden: [] } as const;
  const job = tuningJobOf(document);
  const newReader = () => new FieldReader(document, dialect, 'SageMaker', 'number', plainKey);
  const [first] = job?.spaces ?? [];
  if (job === undefined || first === undefined) {
    const start = (job?.config ?? document.roots[0])?.range.start ?? 0;
    const range = { start, end: start };
    const message = l10n.t(
      'No tuning job stands here: `HyperParameterTuningJobConfig` with `ParameterRanges`.',
    );
    return [
      { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] },
    ];
  }
  const whole = newReader();
  const place = job.config.entries[0]?.key.range ?? first.place.key.range;
  const method = readMethod(whole, job, place);
  const budget = readBudget(whole, job, method, place);
  const objective = readObjective(whole, job);
  return job.spaces.map(({ name, place: opening, node }) => {
    // What is said of the job as a whole belongs to its first space.
    const reader = opening === first.place ? whole : newReader();
    const parameters = new RangeReader(reader, !job.isChart).read(node);
    checkMethod(reader, method, parameters);
    return {
      ...frame,
      name: job.spaces.length > 1 ? name || l10n.t('job') : undefined,
      parameters,
      objective,
      method,
      budget,
      range: opening.key.range,
      findings: reader.findings,
    };
  });
}
