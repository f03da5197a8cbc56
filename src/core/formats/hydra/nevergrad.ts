import * as l10n from '@vscode/l10n';
import type { Declared, Prior, Step } from '../../space/domain';
import { categoricalDomain, numericDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { nodeValue } from '../../text/scalars';
import { child, entry, type MapEntry, type MapNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { readParam, readParams } from './params';
import type { Setup } from './setup';
import type { Sweeper } from './sweeper';

const by = { engine: 'nevergrad', grid: false } as const;

/** `hydra.sweeper` of hydra-nevergrad-sweeper: overrides under `params`, its own words under `parametrization`. */
export function readNevergrad(reader: FieldReader, sweeper: Sweeper): Setup {
  const [params, own] = [sweeper.at('params'), sweeper.at('parametrization')];
  const overrides = params?.value.kind === 'map' ? readParams(reader, params.value, by) : [];
  const declared = own?.value.kind === 'map' ? own.value.entries.map(at => readEntry(reader, at)) : [];
  const taken = new Set(overrides.map(({ name }) => name));
  const optimizer = child(sweeper.at('optim')?.value, 'optimizer');
  return {
    parameters: [...declared.filter(({ name }) => !taken.has(name)), ...overrides],
    method: {
      name: optimizer?.kind === 'scalar' ? optimizer.text : 'NGOpt',
      family: 'evolution',
      range: optimizer?.range ?? sweeper.engineRange,
    },
    budget: {
      trials: counted(reader, sweeper, 'budget'),
      parallelTrials: counted(reader, sweeper, 'num_workers'),
    },
    range: (own ?? params)?.key ?? sweeper.engineRange,
  };
}

function counted(reader: FieldReader, sweeper: Sweeper, key: string) {
  const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
  const at = entry(sweeper.at('optim')?.value, key);
  return reader.numberThat(at, isCount, l10n.t('a whole number from 1 on'));
}

/** A list is a choice, a mapping a scalar, anything else a constant. */
function readEntry(reader: FieldReader, at: MapEntry): Parameter {
  const { key, value, range } = at;
  const tokens = { name: key.range, declaration: range };
  if (value.kind === 'list') {
    const choices = value.items.map(item => ({ value: nodeValue(item, reader.dialect), range: item.range }));
    const declared: Declared = {
      notation: '',
      type: 'categorical',
      scale: 'linear',
      bounds: 'values',
      choices,
    };
    return {
      name: key.text,
      declared,
      domain: categoricalDomain(choices),
      tokens: { ...tokens, choices: value.range },
    };
  }
  return value.kind === 'map' ? readScalar(reader, at, value) : readParam(reader, at, by);
}

/** `ScalarConfigSpec`: bounded on both sides it is uniform, else normal around `init`, by `step` wide. */
function readScalar(reader: FieldReader, at: MapEntry, map: MapNode): Parameter {
  const name = at.key.text;
  reader.onlyKnown(map, ['lower', 'upper', 'init', 'step', 'integer', 'log'], name);
  const field = (key: string) => reader.number(entry(map, key), name);
  const flag = (key: string): boolean => {
    const node = entry(map, key)?.value;
    return node?.kind === 'scalar' && reader.value(node) === true;
  };
  const [lower, upper, init, step] = ['lower', 'upper', 'init', 'step'].map(field);
  const scale = flag('log') ? 'log' : 'linear';
  const type = flag('integer') ? 'integer' : 'float';
  const declared: Declared = {
    notation: '',
    type,
    scale,
    bounds: 'values',
    low: lower?.value,
    high: upper?.value,
  };
  const rounded: Step | undefined = type === 'integer' ? { size: 1, origin: 'zero', clamp: true } : undefined;
  const prior = lower && upper ? undefined : around(scale, init?.value, step?.value);
  const domain = numericDomain({
    type,
    low: lower?.value ?? -Infinity,
    high: upper?.value ?? Infinity,
    scale,
    prior,
    step: rounded,
  });
  const tokens = { name: at.key.range, declaration: at.range, low: lower?.range, high: upper?.range };
  return { name, declared, domain, default: init?.value, tokens: { ...tokens, default: init?.range } };
}

/** `ng.p.Scalar(init)` mutates by 1, `ng.p.Log(init)` by factors of 2. */
function around(scale: 'linear' | 'log', init: number | undefined, step: number | undefined): Prior {
  return scale === 'log'
    ? { kind: 'normal', mean: Math.log(init ?? 1), standardDeviation: Math.log(step ?? 2) }
    : { kind: 'normal', mean: init ?? 0, standardDeviation: step ?? 1 };
}
