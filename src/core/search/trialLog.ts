import { isActive } from '../space/conditions';
import { canDraw } from '../space/distribution';
import {
  drawableParameters,
  type Configuration,
  type DrawableParameter,
  type SearchSpace,
} from '../space/searchSpace';
import { valueKey } from '../space/values';
import type { Value } from '../text/scalars';
import type { Trial } from './method';

/** Trials as JSON. Numbers that JSON does not have are the strings "NaN", "Infinity" and "-Infinity". */
export interface TrialLog {
  readonly version: 1;
  /** The id of the method that suggested them. */
  readonly method: string;
  readonly seed: number | string;
  readonly trials: readonly LoggedTrial[];
}

export interface LoggedTrial {
  readonly configuration: { readonly [name: string]: Value };
  readonly resource?: number;
  /** Absent while the trial is pending. */
  readonly loss?: number | string;
  readonly memo?: Value;
}

/** A log that cannot be resumed from. */
export class TrialLogError extends Error {
  /** @param at where in the log, such as `trials[3].loss`; empty for the whole. */
  constructor(
    readonly at: string,
    reason: string,
  ) {
    super(at === '' ? `The log ${reason}.` : `${at} of the log ${reason}.`);
    this.name = 'TrialLogError';
  }
}

export function writeTrials(method: string, seed: number | string, trials: readonly Trial[]): TrialLog {
  return {
    version: 1,
    method,
    seed,
    trials: trials.map(({ configuration, resource, loss, memo }) => ({
      configuration: Object.fromEntries([...configuration].map(([name, value]) => [name, plain(value)])),
      ...(resource !== undefined && { resource }),
      ...(loss !== undefined && { loss: plainNumber(loss) }),
      ...(memo !== undefined && { memo }),
    })),
  };
}

/**
 * A log from its JSON text, without a look at any space.
 * @throws TrialLogError
 */
export function parseTrialLog(text: string): TrialLog {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new TrialLogError('', 'is not JSON');
  }
  if (!isObject(json)) throw new TrialLogError('', 'is not an object');
  const { version, method, seed, trials } = json;
  if (version !== 1) throw new TrialLogError('version', 'is not 1');
  if (typeof method !== 'string') throw new TrialLogError('method', 'is not text');
  if (typeof seed !== 'number' && typeof seed !== 'string') {
    throw new TrialLogError('seed', 'is neither a number nor text');
  }
  if (!Array.isArray(trials)) throw new TrialLogError('trials', 'is not a list');
  return { version, method, seed, trials: trials.map(parseTrial) };
}

/**
 * The trials of a log, each with a value for exactly those parameters of the space that are active in it.
 * @throws TrialLogError
 */
export function readTrials(log: TrialLog, space: SearchSpace): Trial[] {
  const parameters = drawableParameters(space);
  return log.trials.map(({ configuration, resource, loss, memo }, id) => ({
    id,
    configuration: readConfiguration(configuration, parameters, `trials[${id}].configuration`),
    resource,
    ...(loss !== undefined && { loss: Number(loss) }),
    memo,
  }));
}

function parseTrial(json: unknown, index: number): LoggedTrial {
  const at = `trials[${index}]`;
  if (!isObject(json)) throw new TrialLogError(at, 'is not an object');
  const { configuration, resource, loss, memo } = json;
  if (!isObject(configuration)) throw new TrialLogError(`${at}.configuration`, 'is not an object');
  if (resource !== undefined && typeof resource !== 'number') {
    throw new TrialLogError(`${at}.resource`, 'is not a number');
  }
  if (loss !== undefined && typeof loss !== 'number' && !notNumbers.has(loss)) {
    throw new TrialLogError(`${at}.loss`, 'is not a number');
  }
  return {
    configuration: configuration as LoggedTrial['configuration'],
    ...(resource !== undefined && { resource }),
    ...(loss !== undefined && { loss: loss as number | string }),
    ...(memo !== undefined && { memo: memo as Value }),
  };
}

const notNumbers = new Set<unknown>(['NaN', 'Infinity', '-Infinity']);

function readConfiguration(
  logged: LoggedTrial['configuration'],
  parameters: readonly DrawableParameter[],
  at: string,
): Configuration {
  const configuration = new Map<string, Value>();
  for (const { name, domain } of parameters) {
    if (!Object.hasOwn(logged, name)) continue;
    const value = readValue(domain, logged[name] as Value);
    if (value === undefined) throw new TrialLogError(`${at}.${name}`, 'is none of its values');
    configuration.set(name, value);
  }
  const surplus = Object.keys(logged).find(name => !configuration.has(name));
  if (surplus !== undefined) throw new TrialLogError(`${at}.${surplus}`, 'is no parameter of the space');
  for (const { name, condition } of parameters) {
    const active = !condition || isActive(condition, configuration);
    if (active === configuration.has(name)) continue;
    throw new TrialLogError(`${at}.${name}`, active ? 'is missing' : 'is not active there');
  }
  return configuration;
}

function readValue(domain: DrawableParameter['domain'], logged: Value): Value | undefined {
  switch (domain.kind) {
    case 'constant':
      return keyOf(domain.value) === keyOf(logged) ? domain.value : undefined;
    case 'categorical':
    case 'ordinal':
      return domain.choices.find(({ value }) => keyOf(value) === keyOf(logged))?.value;
    case 'float':
    case 'integer':
      return canDraw(domain, logged) ? logged : undefined;
  }
}

function keyOf(value: Value): string {
  return valueKey(plain(value));
}

function plain(value: Value): Value {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item as Value)]));
}

function plainNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function isObject(json: unknown): json is { readonly [key: string]: unknown } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
