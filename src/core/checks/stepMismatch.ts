import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Fix } from '../finding';
import { levelCount, levelValues } from '../space/distribution';
import type { FloatDomain, IntegerDomain, Step } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import type { TextRange } from '../text/range';
import { hasNoStep } from './applicability';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';
import { isWandb, toolName } from './tool';

/** Optuna's tolerance, `optuna/distributions.py`. */
const tolerance = 1e-8;

/** A step that does not lead from one bound to the other, in the way its tool counts steps. */
export const stepMismatch: Check = {
  code: 'step-mismatch',
  severity: 'warning',
  get title() {
    return l10n.t('Step that misses a bound');
  },
  notApplicable: hasNoStep,
  run: (space, text) => space.parameters.flatMap(parameter => mismatch(space, parameter, text) ?? []),
};

interface Stepped {
  readonly domain: (FloatDomain | IntegerDomain) & { readonly step: Step };
  readonly low: number;
  readonly high: number;
}

function stepped({ declared, domain }: Parameter): Stepped | undefined {
  if (domain?.kind !== 'float' && domain?.kind !== 'integer') return undefined;
  if (domain.step === undefined || domain.prior.kind !== 'uniform' || declared.bounds !== 'values') {
    return undefined;
  }
  const { low, high } = declared;
  if (low === undefined || high === undefined || (declared.step === undefined && domain.kind === 'integer')) {
    return undefined;
  }
  return { domain: { ...domain, step: domain.step }, low, high };
}

function mismatch(space: SearchSpace, parameter: Parameter, text: string): Finding | undefined {
  const found = stepped(parameter);
  if (found === undefined) return undefined;
  const { domain, low, high } = found;
  if (isWandbGrid(space, parameter)) return stopsBefore(space, parameter, found, text);
  if (domain.step.origin === 'low') {
    return divides(high - low, domain.step.size) ? undefined : neverReached(space, parameter, found, text);
  }
  if (divides(low, domain.step.size) && divides(high, domain.step.size)) return undefined;
  return rounded(space, parameter, found);
}

/** W&B's grid does not round: it is `numpy.arange(min, max, q)`, which stops before `max`. */
function isWandbGrid({ format, method }: SearchSpace, { declared }: Parameter): boolean {
  return isWandb(format) && method?.family === 'grid' && declared.notation === 'q_uniform';
}

function stopsBefore(
  { dialect }: SearchSpace,
  { name, tokens }: Parameter,
  { domain, low, high }: Stepped,
  text: string,
): Finding | undefined {
  const { size } = domain.step;
  const last = low + (Math.ceil((high - low) / size) - 1) * size;
  if (!divides(high - low, size) || high - last < size / 2) return undefined;
  const beyond = tidy(high + size / 2);
  const message = l10n.t(
    '`{0}` never takes {1}: W&B’s grid goes up from {2} in steps of {3} and stops before the upper bound, at {4}; write {5} to include it.',
    name,
    formatNumber(high),
    formatNumber(low),
    formatNumber(size),
    formatNumber(tidy(last)),
    formatNumber(beyond),
  );
  const edits = tokens.high && [replaceToken(text, tokens.high, numberText(beyond, dialect))];
  const fixes = edits ? [{ title: l10n.t('Write {0}', formatNumber(beyond)), edits, safe: false }] : [];
  return finding(stepMismatch, tokens.high ?? tokens.name, message, { parameter: name, fixes });
}

function divides(length: number, step: number): boolean {
  const count = length / step;
  return Math.abs(count - Math.round(count)) <= tolerance * Math.max(1, Math.abs(count));
}

function neverReached(
  space: SearchSpace,
  parameter: Parameter,
  { domain, low, high }: Stepped,
  text: string,
): Finding {
  const { size } = domain.step;
  const steps = Math.floor((high - low) / size + tolerance);
  const [last, next] = [tidy(low + steps * size), tidy(low + (steps + 1) * size)];
  const message = l10n.t(
    '`{0}` never takes {1}: in steps of {2} from {3} the largest value is {4}; end at {4} or {5}.',
    parameter.name,
    formatNumber(high),
    formatNumber(size),
    formatNumber(low),
    formatNumber(last),
    formatNumber(next),
  );
  const { tokens } = parameter;
  const endAt = (value: number, range: TextRange, safe: boolean): Fix => ({
    title: l10n.t('End at {0}', formatNumber(value)),
    edits: [replaceToken(text, range, numberText(value, space.dialect))],
    safe,
  });
  // Lowering the bound changes nothing that is drawn.
  const fixes =
    tokens.high === undefined ? [] : [endAt(last, tokens.high, true), endAt(next, tokens.high, false)];
  return finding(stepMismatch, tokens.high ?? tokens.name, message, { parameter: parameter.name, fixes });
}

function rounded(space: SearchSpace, parameter: Parameter, { domain }: Stepped): Finding {
  const values = domain.step.clamp
    ? l10n.t('rounds to multiples of {0} and cuts at the bounds', formatNumber(domain.step.size))
    : l10n.t('rounds to multiples of {0}', formatNumber(domain.step.size));
  const message = l10n.t(
    '`{0}` takes {1}: {2} {3}, counted from 0 and not from the lower bound; use bounds that are multiples.',
    parameter.name,
    listed(domain),
    toolName(space.format),
    values,
  );
  const { tokens } = parameter;
  return finding(stepMismatch, tokens.step ?? tokens.name, message, { parameter: parameter.name });
}

/** Few values in full, many by their two ends. */
function listed(domain: Stepped['domain']): string {
  const count = levelCount(domain);
  const format = (values: readonly unknown[]): string =>
    values.map(value => formatNumber(Number(value))).join(', ');
  if (count <= 6) return format(levelValues(domain, count));
  if (count > 10_000) return `${format(levelValues(domain, 3))}, …`;
  const all = levelValues(domain, count);
  return `${format(all.slice(0, 3))}, … ${format(all.slice(-2))}`;
}

/** Removes the noise of floating-point sums: 0.1 + 2 · 0.1 is 0.3. */
function tidy(x: number): number {
  return Number(x.toPrecision(12));
}
