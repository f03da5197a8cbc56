import * as l10n from '@vscode/l10n';
import type { Condition, Parameter } from '../../space/searchSpace';
import type { Value } from '../../text/scalars';
import { comparison } from '../configspace/comparison';
import { readItems, type Syntax } from './declaration';
import { PcsError, Scanner, type Token } from './scanner';

/** A condition of one parameter on others, as its line says it. */
export interface ConditionLine {
  readonly child: Token;
  /** In the order of the line. */
  readonly parents: readonly Token[];
  readonly condition: Condition;
  /** Whether a value is compared with a parent that is a number. */
  readonly numeric: boolean;
}

/**
 * `child | parent in {a, b}`; in the new syntax also `==`, `!=`, `<` and `>`, joined by `&&` and, less tightly, `||`.
 * @throws PcsError for anything else.
 */
export function readCondition(
  line: string,
  offset: number,
  syntax: Syntax,
  byName: ReadonlyMap<string, Parameter>,
): ConditionLine {
  const scanner = new Scanner(line, offset);
  const child = scanner.needWord(l10n.t('The name of a parameter'));
  scanner.need('|');
  const parents: Token[] = [];
  const any: Condition[] = [];
  do {
    const all: Condition[] = [];
    do {
      const parent = scanner.needWord(l10n.t('The name of a parameter'));
      parents.push(parent);
      all.push(readPart(scanner, parent, syntax, byName.get(parent.text)));
    } while (scanner.has('&&'));
    any.push(joined('all', all));
  } while (scanner.has('||'));
  if (!scanner.atEnd) {
    throw scanner.error(
      syntax === 'old'
        ? l10n.t('In the old syntax a condition ends here; write a second line for a second one.')
        : l10n.t('PCS joins conditions with `&&` or `||`.'),
    );
  }
  const isNumeric = ({ text }: Token): boolean => {
    const type = byName.get(text)?.declared.type;
    return type === 'float' || type === 'integer';
  };
  return { child, parents, condition: joined('any', any), numeric: parents.some(isNumeric) };
}

function joined(kind: 'all' | 'any', of: readonly Condition[]): Condition {
  const [only, ...others] = of;
  return only && others.length === 0 ? only : { kind, of };
}

const operation = /in(?=[\s"'{])|[!=<>]+/y;

function readPart(scanner: Scanner, parent: Token, syntax: Syntax, known: Parameter | undefined): Condition {
  const name = parent.text;
  const word = scanner.token(operation);
  if (word?.text === 'in') {
    return { kind: 'in', parent: name, values: readItems(scanner).map(item => valueOf(item, known)) };
  }
  if (word === undefined || syntax === 'old') {
    const message =
      syntax === 'old'
        ? l10n.t('The old syntax knows conditions of the form `parent in {a, b}` only.')
        : l10n.t('PCS compares with `in`, `==`, `!=`, `<` or `>`.');
    throw word ? new PcsError(word.range, message) : scanner.error(message);
  }
  const value = valueOf(scanner.needWord(l10n.t('A value')), known);
  switch (word.text) {
    case '==':
      return { kind: 'in', parent: name, values: [value] };
    case '!=':
      return { kind: 'notIn', parent: name, values: [value] };
    case '<':
    case '>': {
      if (known === undefined) return { kind: 'in', parent: name, values: [] };
      const compared = comparison(known, word.text, value);
      if (compared) return compared;
      throw new PcsError(word.range, l10n.t('`{0}` has no order to compare by; use `==` or `in`.', name));
    }
    default:
      throw new PcsError(
        word.range,
        l10n.t('PCS has no `{0}`; it compares with `in`, `==`, `!=`, `<` or `>`.', word.text),
      );
  }
}

/** A value in the type of its parent: numbers for a number, text for anything else. */
export function valueOf({ text }: Token, parent: Parameter | undefined): Value {
  const type = parent?.declared.type;
  const number = type === 'float' || type === 'integer' ? Number(text) : NaN;
  return Number.isNaN(number) ? text : number;
}
