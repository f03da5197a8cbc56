import * as l10n from '@vscode/l10n';
import { knownTuner } from '../formats/nni/tuners';
import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Condition, DrawableParameter } from '../space/searchSpace';
import { choiceLabel, sameValue } from '../space/values';
import type { Value } from '../text/scalars';
import { declareAll, type Candidate } from './candidate';
import { choicesOf } from './difference';
import type { Losses } from './losses';
import { asList, evenly, finiteBounds, tidy, type NumericDomain } from './numeric';
import { loseConditions } from './unsupported';
import type { Data } from './yamlText';

const tool = 'NNI';

/** One `{_type, _value}`. */
export interface NniVariable {
  readonly type: string;
  readonly value: readonly Value[];
}

/** The mapping from names to `{_type, _value}`, nested where a choice decides what else there is to draw. */
export function nniSpace(parameters: readonly DrawableParameter[], losses: Losses): Record<string, Data> {
  const names = new Set(parameters.map(({ name }) => name));
  const variables = declareAll(tool, parameters, candidates, losses);
  const isNested = ({ condition }: DrawableParameter): boolean => {
    const branch = branchOf(condition);
    return (
      branch !== undefined && names.has(branch.parent) && variables.get(branch.parent)?.type === 'choice'
    );
  };
  loseConditions(
    tool,
    parameters.filter(parameter => !isNested(parameter)),
    losses,
  );
  const top = parameters.filter(parameter => !isNested(parameter));
  const written = new Set<string>();
  const members = (list: readonly DrawableParameter[], prefix: string): Record<string, Data> =>
    Object.fromEntries(list.map(parameter => [keyIn(prefix, parameter.name), declaration(parameter)]));
  const declaration = ({ name }: DrawableParameter): Data => {
    written.add(name);
    const { type, value } = variables.get(name) ?? { type: 'choice', value: [] };
    const children = parameters.filter(
      child => isNested(child) && branchOf(child.condition)?.parent === name,
    );
    if (children.length === 0) return { _type: type, _value: value };
    return {
      _type: type,
      _value: value.map(choice => {
        const active = children.filter(({ condition }) =>
          branchOf(condition)?.values.some(wanted => sameValue(wanted, choice)),
        );
        return { _name: choice, ...members(active, `${name}.${choiceLabel(choice)}.`) };
      }),
    };
  };
  const space = members(top, '');
  sayRepeated(parameters.filter(isNested), written, losses);
  return space;
}

/** The choices of one parent under which a parameter is active, where its condition is no more than that. */
function branchOf(
  condition: Condition | undefined,
): { parent: string; values: readonly Value[] } | undefined {
  return condition?.kind === 'in' ? condition : undefined;
}

/** NNI puts the names of parent and choice before a nested name itself. */
function keyIn(prefix: string, name: string): string {
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return own === '' || own === '_name' ? name : own;
}

function sayRepeated(
  nested: readonly DrawableParameter[],
  written: ReadonlySet<string>,
  losses: Losses,
): void {
  for (const { name, condition } of nested) {
    const branches = branchOf(condition)?.values.length ?? 0;
    if (!written.has(name)) {
      losses.add(l10n.t('None of the choices of its parent makes it active, so it is left out.'), name);
    } else if (branches > 1) {
      losses.add(l10n.t('NNI has it once for each of {0} choices and learns them apart.', branches), name);
    }
  }
}

/** Whether a built-in algorithm takes all of these variables. */
export function tunerTakes(tuner: string, space: Readonly<Record<string, Data>>): boolean {
  const known = knownTuner(tuner);
  if (!known) return false;
  return Object.values(space).every(variable => {
    const { _type: type, _value: value } = variable as {
      readonly _type: string;
      readonly _value: readonly Data[];
    };
    if (!known.types.some(taken => taken === type)) return false;
    if (type !== 'choice') return true;
    const branches = value.some(item => typeof item === 'object' && item !== null && '_name' in item);
    if (branches) return known.nested;
    return known.textChoices || value.every(item => typeof item === 'number');
  });
}

function* candidates(domain: Domain): Iterable<Candidate<NniVariable>> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
    case 'ordinal':
      return yield choice(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

function choice(values: readonly Value[]): Candidate<NniVariable> {
  return { declaration: { type: 'choice', value: values }, means: evenly(values) };
}

function* numeric(domain: NumericDomain): Iterable<Candidate<NniVariable>> {
  const { prior, step, kind } = domain;
  const [low, high] = finiteBounds(domain);
  if (kind === 'integer') {
    yield {
      declaration: { type: 'randint', value: [low, high + 1] },
      means: numericDomain({ type: 'integer', low, high }),
    };
  } else {
    yield* bounded(low, high, undefined);
  }
  const list = asList(domain)?.map(({ value }) => value);
  if (list) yield choice(list);
  if (step) {
    yield* bounded(low, high, step.size);
    yield* bounded(tidy(low - step.size / 2), tidy(high + step.size / 2), step.size);
  }
  if (prior.kind === 'normal') yield* normal(domain, prior.mean, prior.standardDeviation);
}

function* bounded(low: number, high: number, q: number | undefined): Iterable<Candidate<NniVariable>> {
  const step = q === undefined ? undefined : ({ size: q, origin: 'zero', clamp: true } as const);
  const value = q === undefined ? [low, high] : [low, high, q];
  yield {
    declaration: { type: q === undefined ? 'uniform' : 'quniform', value },
    means: numericDomain({ type: 'float', low, high, step }),
  };
  yield {
    declaration: { type: q === undefined ? 'loguniform' : 'qloguniform', value },
    means: numericDomain({ type: 'float', low, high, scale: 'log', step }),
  };
}

function* normal(
  { scale, step }: NumericDomain,
  mean: number,
  standardDeviation: number,
): Iterable<Candidate<NniVariable>> {
  const log = scale === 'log';
  yield {
    declaration: {
      type: `${step ? 'q' : ''}${log ? 'log' : ''}normal`,
      value: step ? [mean, standardDeviation, step.size] : [mean, standardDeviation],
    },
    means: numericDomain({
      type: 'float',
      low: log ? 0 : -Infinity,
      high: Infinity,
      scale,
      prior: { kind: 'normal', mean, standardDeviation },
      step: step && { size: step.size, origin: 'zero', clamp: false },
    }),
  };
}
