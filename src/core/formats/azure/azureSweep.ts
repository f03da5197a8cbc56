import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { Parameter, SearchSpace } from '../../space/searchSpace';
import { choiceLabel } from '../../space/values';
import { child, entry, type MapEntry, type MapNode, type SourceDocument } from '../../text/source';
import { FieldReader, written } from '../fieldReader';
import type { Format } from '../format';
import { missingField, wrongValue } from '../rules';
import { UniqueNames } from '../uniqueNames';
import { ownEntries, readExpression } from './expression';
import { jobsOf, type Job } from './jobs';
import { checkReferences } from './references';
import { asMap, checkMethod, checkTrials, readBudget, readMethod, readObjective } from './sampling';

/** Sweep jobs of Azure Machine Learning (CLI v2): on their own, as steps of a pipeline, and the sweeps of AutoML. */
export const azureSweep: Format = {
  id: 'azure-sweep',
  get label() {
    return l10n.t('Azure ML sweep job');
  },
  recognise: document => (jobsOf(document).length > 0 ? 1 : 0),
  read: readDocument,
};

function readDocument(document: SourceDocument): SearchSpace[] {
  const spaces = jobsOf(document).flatMap(job => readJob(document, job));
  const [only, ...others] = spaces;
  if (only === undefined) return [noJob(document)];
  if (others.length === 0) return [{ ...only, name: undefined }];
  const taken = new UniqueNames();
  return spaces.map(space => ({ ...space, name: taken.take(space.name ?? '') }));
}

const frame = { format: 'azure-sweep', dialect: 'yaml12', forbidden: [] } as const;

function noJob({ roots: [root] }: SourceDocument): SearchSpace {
  const start = root?.range.start ?? 0;
  const range = { start, end: start };
  const message = l10n.t('No sweep stands here: a job of type sweep, or AutoML, with a `search_space`.');
  return { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] };
}

/**
 * One space for a sweep. AutoML lists alternatives, and Azure does not say how often it turns to which, so each is a
 * space of its own, named by its `model_name`; they share the trials of the job.
 */
function readJob(document: SourceDocument, job: Job): SearchSpace[] {
  const reader = new FieldReader(document, 'yaml12', 'Azure ML', 'numberOrText');
  const { kind, node } = job;
  const settings = kind === 'sweep' ? node : asMap(child(node, 'sweep'));
  const place = entry(node, 'search_space') ?? opening(node);
  const method = readMethod(reader, settings);
  const objective = readObjective(reader, job, place);
  const budget = readBudget(reader, job, settings);
  return alternatives(reader, job, place).map((alternative, index): SearchSpace => {
    // What is said of the job as a whole belongs to its first space.
    const own = index === 0 ? reader : new FieldReader(document, 'yaml12', 'Azure ML', 'numberOrText');
    const read = ownEntries(alternative).flatMap(at => readExpression(own, at, at.key.text));
    const parameters = kind === 'automl' ? read.map(fixed) : read;
    if (method) checkMethod(own, method, parameters);
    if (kind === 'sweep') {
      checkTrials(own, method, budget, parameters);
      checkReferences(own, node, parameters);
    }
    return {
      ...frame,
      name: spaceName(job, parameters),
      parameters,
      objective,
      method,
      budget,
      range: kind === 'sweep' ? place.key.range : (alternative.entries[0]?.key.range ?? place.key.range),
      findings: own.findings,
    };
  });
}

function alternatives(reader: FieldReader, { kind, node }: Job, place: MapEntry): readonly MapNode[] {
  const space = reader.required(node, 'search_space', place.key.range);
  const wanted = kind === 'sweep' ? 'map' : 'list';
  if (space && space.value.kind !== wanted) {
    const message =
      kind === 'sweep'
        ? l10n.t('`search_space` must be a mapping from names to expressions.')
        : l10n.t('`search_space` of AutoML must be a list of mappings.');
    reader.report(wrongValue, written(space.value.range) ? space.value.range : space.key.range, message);
  }
  const maps = space?.value.kind === 'list' ? space.value.items.map(asMap) : [];
  return kind === 'automl' && maps.length > 0 ? maps : [asMap(space?.value)];
}

/** AutoML has no other word for a setting of one value, such as the model of an alternative, than a choice of one. */
function fixed(parameter: Parameter): Parameter {
  const { declared } = parameter;
  if (declared.choices?.length !== 1) return parameter;
  return { ...parameter, declared: { ...declared, type: 'constant', choices: undefined } };
}

function spaceName({ name, kind }: Job, parameters: readonly Parameter[]): string {
  if (kind === 'sweep') return name;
  const model = parameters.find(parameter => parameter.name === 'model_name');
  const models = model?.declared.choices?.map(({ value }) => choiceLabel(value)).join(', ');
  const alternative =
    models ?? (model?.domain?.kind === 'constant' ? choiceLabel(model.domain.value) : undefined);
  return (
    [name, alternative].filter(part => part !== undefined && part !== '').join(': ') || l10n.t('unnamed')
  );
}

function opening(node: MapNode): MapEntry {
  const nowhere = { start: node.range.start, end: node.range.start };
  const empty = { kind: 'scalar', text: '', style: 'plain', range: nowhere } as const;
  return node.entries[0] ?? { key: empty, value: empty, range: nowhere };
}
