import * as l10n from '@vscode/l10n';
import type { Condition, SearchSpace } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { declareAll } from './candidate';
import { iraceDomains, item } from './iraceDomain';
import type { Losses } from './losses';
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

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  const declarations = declareAll(tool, parameters, iraceDomains, losses);
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
