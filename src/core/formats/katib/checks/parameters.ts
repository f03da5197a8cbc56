import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { pythonInt } from '../../../text/pythonNumber';
import { entry, type MapEntry } from '../../../text/source';
import { keyRange, type Experiment } from '../experiment';
import { isPlaceholder } from '../goField';
import {
  distributions,
  isNumericType,
  parameterTypes,
  type Bound,
  type ParameterSpec,
} from '../parameterSpec';
import { duplicateParameter, exclusiveFields, feasibleSpaceMismatch, notANumber } from '../rules';
import { missing } from './missing';
import { unknown } from './unknown';

/** What other tools call Katib's types. */
const otherTools = new Map([
  ['integer', 'int'],
  ['float', 'double'],
  ['real', 'double'],
  ['number', 'double'],
  ['choice', 'categorical'],
  ['ordinal', 'discrete'],
]);

/** `validateParameters` of the webhook, and what the services then stumble over. */
export function checkParameters(experiment: Experiment): Finding[] {
  const { spec, specRange, parameters, text } = experiment;
  const nas = keyRange(spec, 'nasConfig');
  const key = keyRange(spec, 'parameters');
  if (parameters.length === 0) return nas ? [] : [missing('spec.parameters', key ?? specRange)];
  const both = nas && l10n.t('Katib takes either `parameters` or `nasConfig`, not both; remove one.');
  const seen = new Set<string>();
  return [
    ...(nas && both ? [finding(exclusiveFields, nas, both)] : []),
    ...parameters.flatMap(parameter => {
      const repeated = parameter.nameText !== undefined && seen.has(parameter.name);
      seen.add(parameter.name);
      return [...(repeated ? [duplicate(parameter)] : []), ...checkParameter(parameter, experiment, text)];
    }),
  ];
}

function duplicate({ name, nameText, node }: ParameterSpec): Finding {
  const message = l10n.t(
    '`{0}` is declared twice, and Katib needs names that differ; rename or remove one.',
    name,
  );
  return finding(duplicateParameter, nameText?.range ?? node.range, message, { parameter: name });
}

function checkParameter(parameter: ParameterSpec, experiment: Experiment, text: string): Finding[] {
  const { name, nameText, node, typeText, type, feasibleSpace, feasibleSpaceKey, distributionText } =
    parameter;
  const at = nameText?.range ?? { start: node.range.start, end: node.range.start + 1 };
  const entries = feasibleSpace?.entries ?? [];
  return [
    ...(nameText ? [] : [missing('name', at, name)]),
    ...(typeText
      ? unknown(typeText, parameterTypes, text, name, otherTools)
      : [missing('parameterType', at, name)]),
    ...unknown(distributionText, [...distributions, 'unknown'], text, name),
    ...(entries.length === 0 ? [missing('feasibleSpace', feasibleSpaceKey ?? at, name)] : []),
    ...(entries.length > 0 && isNumericType(type) ? checkNumeric(parameter, experiment) : []),
    ...(entries.length > 0 && type && !isNumericType(type) ? checkListed(parameter, experiment) : []),
  ];
}

function checkNumeric(parameter: ParameterSpec, { algorithm }: Experiment): Finding[] {
  const { name, type, feasibleSpace, feasibleSpaceKey, min, max, step } = parameter;
  const list = entry(feasibleSpace, 'list');
  const at = feasibleSpaceKey ?? parameter.node.range;
  const wholeOnly = type === 'int' && algorithm?.known?.service !== 'hyperopt';
  return [
    ...(list ? [misplaced(list, parameter)] : []),
    ...(min ? unreadable(min, wholeOnly, name) : [missing('feasibleSpace.min', at, name)]),
    ...(max ? unreadable(max, wholeOnly, name) : [missing('feasibleSpace.max', at, name)]),
    ...(step ? unreadable(step, wholeOnly, name) : []),
  ];
}

/** Python's `int` reads fewer texts than `float` does, and hyperopt alone calls `float` for integers. */
function unreadable({ text, value, range }: Bound, wholeOnly: boolean, parameter: string): Finding[] {
  if (isPlaceholder(text)) return [];
  if (value === undefined) {
    const message = l10n.t('`{0}` is no number to Katib, so no trial can start; write one in quotes.', text);
    return [finding(notANumber, range, message, { parameter })];
  }
  if (!wholeOnly || !Number.isInteger(value) || pythonInt(text) !== undefined) return [];
  const message = l10n.t(
    'Katib reads `{0}` as an integer, which must be written in digits alone: "{1}".',
    text,
    String(value),
  );
  const newText = JSON.stringify(String(value));
  const fix = { title: l10n.t('Write {0}', newText), edits: [{ range, newText }], safe: true };
  return [finding(notANumber, range, message, { parameter, fixes: [fix] })];
}

function checkListed(parameter: ParameterSpec, { algorithm }: Experiment): Finding[] {
  const { name, type, feasibleSpace, feasibleSpaceKey, list, items } = parameter;
  const bounds = ['min', 'max', 'step'].flatMap(key => entry(feasibleSpace, key) ?? []);
  const wholeOnly = type === 'discrete' && algorithm?.known?.service === 'hyperband';
  const fractions = wholeOnly
    ? items.filter(({ text }) => pythonInt(text) === undefined && !isPlaceholder(text))
    : [];
  return [
    ...bounds.map(bound => misplaced(bound, parameter)),
    ...(list || bounds.length > 0
      ? []
      : [missing('feasibleSpace.list', feasibleSpaceKey ?? parameter.node.range, name)]),
    ...fractions.map(({ text, range }) =>
      finding(
        notANumber,
        range,
        l10n.t('Hyperband in Katib reads discrete values as integers, and `{0}` is none.', text),
        {
          parameter: name,
        },
      ),
    ),
  ];
}

function misplaced({ key }: MapEntry, { name, typeText }: ParameterSpec): Finding {
  const type = typeText?.text ?? '';
  const message =
    key.text === 'list'
      ? l10n.t('Katib rejects `list` for `{0}`, which is {1}: give it `min` and `max`.', name, type)
      : l10n.t('Katib rejects `{0}` for `{1}`, which is {2}: give it a `list` alone.', key.text, name, type);
  return finding(feasibleSpaceMismatch, key.range, message, { parameter: name });
}
