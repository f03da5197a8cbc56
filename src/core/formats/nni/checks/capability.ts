import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { pythonFloat } from '../../../text/pythonNumber';
import { scalarValue, type Dialect } from '../../../text/scalars';
import { child, type SourceNode } from '../../../text/source';
import type { Tuner } from '../algorithm';
import { endlessGrid, tunerCapability } from '../rules';
import type { KnownTuner } from '../tuners';
import { branchesOf, type Variable } from '../variable';

/** Whether the tuner can draw from the space. */
export function checkCapability(
  { known, nameRange }: Tuner,
  variables: readonly Variable[],
  dialect: Dialect,
): Finding[] {
  if (!known) return [];
  const outermost = variables.filter(({ parent }) => !parent);
  if (known.name === 'BatchTuner' && outermost.length > 1) {
    const message = l10n.t(
      'BatchTuner takes a single choice, usually called `combine_params`, and lists every trial in it.',
    );
    return [finding(tunerCapability, nameRange, message)];
  }
  return [
    ...variables.flatMap(variable => [
      ...checkType(known, variable),
      ...checkChoices(known, variable, dialect),
    ]),
    ...(known.name === 'GridSearch' ? checkGrid(variables) : []),
  ];
}

function checkType({ name, types, nested }: KnownTuner, variable: Variable): Finding[] {
  if (!variable.type) return [];
  const range = child(variable.entry.value, '_type')?.range ?? variable.entry.key.range;
  if (!types.includes(variable.type)) {
    const message = l10n.t(
      '{0} cannot draw from `{1}`; it supports {2}.',
      name,
      variable.type,
      types.join(', '),
    );
    return [finding(tunerCapability, range, message, { parameter: variable.name })];
  }
  if (nested || !branchesOf(variable)) return [];
  const message = l10n.t(
    '{0} does not sample nested choices; TPE, Random, Anneal, Evolution and GridSearch do.',
    name,
  );
  return [finding(tunerCapability, range, message, { parameter: variable.name, severity: 'warning' })];
}

function checkChoices({ name, textChoices }: KnownTuner, variable: Variable, dialect: Dialect): Finding[] {
  const { type, value } = variable;
  if (textChoices || type !== 'choice' || value?.kind !== 'list' || branchesOf(variable)) return [];
  const offending = value.items.find(item => !isNumeric(item, dialect, name));
  if (!offending) return [];
  const message = l10n.t(
    '{0} supports numbers only, and a choice of `{1}` is none; use TPE.',
    name,
    variable.name,
  );
  return [finding(tunerCapability, offending.range, message, { parameter: variable.name })];
}

/** GPTuner passes its choices through `float`, MetisTuner asks for numbers. */
function isNumeric(node: SourceNode, dialect: Dialect, tuner: string): boolean {
  if (node.kind !== 'scalar') return false;
  const value = scalarValue(node, dialect);
  if (typeof value !== 'string') return value !== null;
  return tuner === 'GPTuner' && pythonFloat(value) !== undefined;
}

/** The tuner halves every interval again and again (`gridsearch_tuner.py`). */
function checkGrid(variables: readonly Variable[]): Finding[] {
  const endless = variables.filter(
    ({ type }) => type && ['uniform', 'loguniform', 'normal', 'lognormal'].includes(type),
  );
  return endless.map(({ name, type = '', entry: { value, key } }) =>
    finding(
      endlessGrid,
      child(value, '_type')?.range ?? key.range,
      l10n.t(
        '`{0}` is continuous ({1}), so GridSearch starts at its middle and keeps halving its intervals without an end; list values to bound the grid.',
        name,
        type,
      ),
      { parameter: name },
    ),
  );
}
