import * as l10n from '@vscode/l10n';
import { numericDomain } from '../space/domains';
import type { Domain } from '../space/domain';
import type { Condition, SearchSpace } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { pythonFloat } from '../text/pythonNumber';
import { numberText } from '../text/numberText';
import type { Value } from '../text/scalars';
import { declareAll, type Candidate } from './candidate';
import { choicesOf } from './difference';
import type { Losses } from './losses';
import { asList, evenly, finiteBounds, type NumericDomain } from './numeric';
import type { ConvertTarget } from './target';
import { drawn, loseSearch } from './unsupported';
import { commentLines } from './yamlText';

/** The parameters of irace, `parameters.txt`. */
export const irace: ConvertTarget = {
  id: 'irace',
  get label() {
    return l10n.t('irace parameters');
  },
  tool: 'irace',
  language: 'plaintext',
  fileName: 'parameters.txt',
  write,
};

const { tool } = irace;

/** Type and domain: `r,log (1e-5, 0.1)`. */
interface Declaration {
  readonly type: 'c' | 'o' | 'i' | 'r' | 'i,log' | 'r,log';
  readonly domain: string;
}

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  const declarations = declareAll(tool, parameters, candidates, losses);
  loseSearch(tool, space, losses);
  const names = namesFor(
    parameters.map(({ name }) => name),
    losses,
  );
  const rows = parameters.flatMap(({ name, condition }) => {
    const declaration = declarations.get(name);
    const own = names.get(name) ?? name;
    if (!declaration) return [];
    const when = condition ? ` | ${expression(condition, names)}` : '';
    const { type, domain } = declaration;
    return [
      ...commentLines(losses.about(name)),
      `${own.padEnd(20)} ${`"--${name.replace(/["\\\s]/g, '_')} "`.padEnd(24)} ${type.padEnd(5)} ${domain}${when}`,
    ];
  });
  const forbidden = space.forbidden.map(clause => expression(clause, names));
  return [
    ...commentLines(losses.general),
    ...rows,
    ...(forbidden.length === 0 ? [] : ['', '[forbidden]', ...forbidden]),
    '',
    '[global]',
    `digits = ${digits}`,
    '',
  ].join('\n');
}

/** irace rounds reals to this many decimals, four unless it is told; bounds such as 1e-5 would become zero. */
const digits = 15;

/** R names: letters, digits, underscores and dots. */
function namesFor(names: readonly string[], losses: Losses): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map(name => {
      const plain = name.replace(/[^A-Za-z0-9_.]+/g, '_').replace(/^(?=[^A-Za-z]|$)/, 'p');
      let free = plain;
      for (let count = 2; taken.has(free); count++) free = `${plain}_${count}`;
      taken.add(free);
      if (free !== name) {
        losses.add(l10n.t('{0} refuses the name {1}; here it is {2}.', tool, name, free), name);
      }
      return [name, free];
    }),
  );
}

function* candidates(domain: Domain): Iterable<Candidate<Declaration>> {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
      return yield listed(
        'c',
        choicesOf(domain).map(({ value }) => value),
      );
    case 'ordinal':
      return yield ordered(choicesOf(domain).map(({ value }) => value));
    case 'float':
    case 'integer':
      return yield* numeric(domain);
  }
}

/** irace refuses ordered numbers that do not increase. */
function ordered(values: readonly Value[]): Candidate<Declaration> {
  const numbers = values.map(value => pythonFloat(choiceLabel(value)));
  const isRefused =
    !numbers.includes(undefined) &&
    numbers.some((number, i) => i > 0 && (number ?? 0) < (numbers[i - 1] ?? 0));
  if (!isRefused) return listed('o', values);
  return { ...listed('c', values), loss: l10n.t('irace keeps no order of numbers but the increasing one.') };
}

function listed(type: 'c' | 'o', values: readonly Value[]): Candidate<Declaration> {
  // irace takes what stands between two quotes as it is; a quote cannot be among it.
  const isWritable = values.every(value => !/["\r\n]/.test(choiceLabel(value)));
  return {
    declaration: { type, domain: `(${values.map(item).join(', ')})` },
    means: isWritable ? evenly(values) : undefined,
  };
}

function* numeric(domain: NumericDomain): Iterable<Candidate<Declaration>> {
  const [low, high] = finiteBounds(domain);
  const type = domain.kind === 'integer' ? 'i' : 'r';
  const bounds = `(${numberText(low, 'json')}, ${numberText(high, 'json')})`;
  yield {
    declaration: { type, domain: bounds },
    means: numericDomain({ type: domain.kind, low, high }),
  };
  yield {
    declaration: { type: `${type},log`, domain: bounds },
    means: numericDomain({
      type: domain.kind,
      low,
      high,
      scale: 'log',
      // A log integer is a log-uniform real up to the next whole number, rounded down (irace, `R/generation.R`).
      step: type === 'i' ? { size: 1, origin: 'low', clamp: true, rounding: 'down' } : undefined,
    }),
  };
  const list = asList(domain);
  if (list) {
    yield listed(
      'o',
      list.map(({ value }) => value),
    );
  }
}

function item(value: Value): string {
  return typeof value === 'number' && Number.isFinite(value)
    ? numberText(value, 'json')
    : `"${choiceLabel(value)}"`;
}

/** A text as R writes it. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A condition as an R expression; the values of choices are text to irace. */
function expression(condition: Condition, names: ReadonlyMap<string, string>): string {
  const nameOf = (parent: string): string => names.get(parent) ?? parent;
  switch (condition.kind) {
    case 'in':
    case 'notIn': {
      const values = condition.values.map(value =>
        typeof value === 'number' ? item(value) : quoted(choiceLabel(value)),
      );
      const within = `${nameOf(condition.parent)} %in% c(${values.join(', ')})`;
      return condition.kind === 'in' ? within : `!(${within})`;
    }
    case 'below':
      return `${nameOf(condition.parent)} ${condition.inclusive ? '<=' : '<'} ${item(condition.bound)}`;
    case 'above':
      return `${nameOf(condition.parent)} ${condition.inclusive ? '>=' : '>'} ${item(condition.bound)}`;
    case 'relation': {
      const operator = condition.operator === '=' ? '==' : condition.operator;
      return `${nameOf(condition.left)} ${operator} ${nameOf(condition.right)}`;
    }
    case 'all':
      return condition.of.map(part => `(${expression(part, names)})`).join(' & ') || 'TRUE';
    case 'any':
      return condition.of.map(part => `(${expression(part, names)})`).join(' | ') || 'FALSE';
  }
}
