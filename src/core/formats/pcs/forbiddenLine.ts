import * as l10n from '@vscode/l10n';
import type { Condition, Parameter } from '../../space/searchSpace';
import { valueOf } from './conditionLine';
import { PcsError, Scanner, type Token } from './scanner';

/** A combination that is never drawn, as its line says it. */
export interface ForbiddenLine {
  readonly clause: Condition;
  readonly names: readonly Token[];
  /** The values, one for each name. */
  readonly values: readonly Token[];
}

const relation = /==|[<>!]/y;

/**
 * `{a=1, b=x}`.
 * @throws PcsError for anything else.
 */
export function readForbidden(
  line: string,
  offset: number,
  byName: ReadonlyMap<string, Parameter>,
): ForbiddenLine {
  const scanner = new Scanner(line, offset);
  scanner.need('{');
  const names: Token[] = [];
  const values: Token[] = [];
  do {
    const name = scanner.needWord(l10n.t('The name of a parameter'));
    // The characters of a comparison are also those of a name.
    if (scanner.looksAt(relation) || (/[<>!]/.test(name.text) && !byName.has(name.text))) {
      const range = { start: name.range.start, end: endOf(scanner.rest) };
      throw new PcsError(
        range,
        l10n.t(
          'PCS forbids combinations of values, `{a=1, b=2}`, and no comparisons; ConfigSpace’s JSON can.',
        ),
      );
    }
    scanner.need('=');
    names.push(name);
    values.push(scanner.needWord(l10n.t('A value')));
  } while (scanner.has(','));
  scanner.need('}');
  const of = names.map((name, i): Condition => {
    const value = values[i];
    return {
      kind: 'in',
      parent: name.text,
      values: value ? [valueOf(value, byName.get(name.text))] : [],
    };
  });
  const [only, ...others] = of;
  return { clause: only && others.length === 0 ? only : { kind: 'all', of }, names, values };
}

/** Without the closing brace. */
function endOf({ text, range }: Token): number {
  return range.start + text.replace(/\s*\}$/, '').length;
}
