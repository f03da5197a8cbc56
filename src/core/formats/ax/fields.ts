import { entriesOf } from '../../python/entries';
import type { Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { resolve } from '../../python/resolve';
import type { Argument, CallExpression } from '../../python/syntax';
import { Call, type Signature } from '../python/call';
import type { Reading } from '../python/reading';

/** The kinds of parameters, by the fields they have in a dictionary. */
const dictionaryFields: Readonly<Record<'range' | 'choice' | 'fixed', readonly string[]>> = {
  range: ['bounds', 'log_scale', 'digits', 'step_size', 'logit_scale'],
  choice: ['values', 'is_ordered', 'sort_values', 'dependents', 'is_task'],
  fixed: ['value', 'dependents'],
};

const common = ['name', 'type', 'value_type', 'is_fidelity', 'target_value'];

/** `ax/api/configs.py` and `ax/core/parameter.py`. */
const classes: ReadonlyMap<string, Signature & { readonly kind: AxKind }> = new Map(
  (
    [
      [
        'RangeParameterConfig',
        'range',
        ['name', 'bounds', 'parameter_type', 'step_size', 'scaling', 'digits'],
        3,
      ],
      [
        'ChoiceParameterConfig',
        'choice',
        ['name', 'values', 'parameter_type', 'is_ordered', 'dependent_parameters'],
        3,
      ],
      [
        'RangeParameter',
        'range',
        [
          'name',
          'parameter_type',
          'lower',
          'upper',
          'log_scale',
          'logit_scale',
          'digits',
          'is_fidelity',
          'target_value',
        ],
        4,
      ],
      [
        'ChoiceParameter',
        'choice',
        [
          'name',
          'parameter_type',
          'values',
          'is_ordered',
          'is_task',
          'is_fidelity',
          'target_value',
          'sort_values',
          'dependents',
        ],
        3,
      ],
      [
        'FixedParameter',
        'fixed',
        ['name', 'parameter_type', 'value', 'is_fidelity', 'target_value', 'dependents'],
        3,
      ],
    ] as const
  ).map(([name, kind, parameters, required]) => [
    name as string,
    { name, kind, parameters, required: parameters.slice(0, required) },
  ]),
);

export type AxKind = 'range' | 'choice' | 'fixed';

/** A declared parameter: its kind and its fields, however it is written. */
export interface AxDeclaration {
  readonly kind: AxKind;
  readonly call: Call;
}

/** `{"name": …, "type": "range", …}` or `RangeParameterConfig(…)`; undefined for anything else. */
export function declarationOf(reading: Reading, thunk: Thunk): AxDeclaration | undefined {
  const { expression, environment } = resolve(thunk);
  if (expression.kind === 'call') {
    const { callee } = expression;
    const name = callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
    const known = classes.get(name);
    return known && { kind: known.kind, call: new Call(reading, expression, environment, known) };
  }
  const entries = entriesOf(thunk);
  if (!entries) return undefined;
  const field = (name: string) => entries.findLast(entry => entry.name === name)?.value;
  const type = field('type');
  const word = type && evaluate(type);
  const kind =
    word === 'range' || word === 'choice' || word === 'fixed'
      ? word
      : field('bounds')
        ? 'range'
        : field('values')
          ? 'choice'
          : field('name')
            ? 'fixed'
            : undefined;
  if (kind === undefined) return undefined;
  const fields = dictionaryFields[kind];
  const written = entries.flatMap(({ name, source: { key, range } }, i): Argument[] => {
    const value = entries[i]?.value.expression;
    return name === undefined || !key || !value
      ? []
      : [{ name: { text: name, range: key.range }, value, range }];
  });
  const { range } = expression;
  const call: CallExpression = {
    kind: 'call',
    callee: expression,
    arguments: written,
    argumentsRange: range,
    range,
  };
  const signature = {
    name: kind,
    parameters: [...common, ...fields],
    required: ['name', 'type', ...fields.slice(0, 1)],
  };
  return { kind, call: new Call(reading, call, entries[0]?.value.environment ?? environment, signature) };
}
