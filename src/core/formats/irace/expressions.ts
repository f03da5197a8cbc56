import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { Condition } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import type { TextRange } from '../../text/range';
import { conditionOf, type IsNumeric } from './condition';
import { namesIn } from './rExpression';
import { parseR } from './rParser';
import { dynamic, longOperator, unknownParameter, unreadableLine } from './rules';

export interface ReadExpression {
  /** Undefined where it is known only when irace runs. */
  readonly condition: Condition | undefined;
  readonly findings: readonly Finding[];
}

/** A condition after `|`, or a line under `[forbidden]`. */
export function readExpression(
  text: string,
  range: TextRange,
  isNumeric: IsNumeric,
  names: readonly string[],
  parameter?: string,
): ReadExpression {
  const expression = parseR(text, range);
  if (expression === undefined) {
    const message = l10n.t('This is no expression that R can read.');
    return { condition: undefined, findings: [finding(unreadableLine, range, message, { parameter })] };
  }
  const unknown = namesIn(expression).filter(({ name }) => isNumeric(name) === undefined);
  const condition = unknown.length === 0 ? conditionOf(expression, isNumeric) : undefined;
  const notes = [...longOperators(text, range), ...unknownNames(unknown, names, parameter)];
  if (condition !== undefined || unknown.length > 0) return { condition, findings: notes };
  const message =
    parameter === undefined
      ? l10n.t('What this forbids is known only when irace runs, so it is not taken into account here.')
      : l10n.t(
          '`{0}`: when this condition holds is known only when irace runs, so it is shown as always active.',
          parameter,
        );
  return { condition, findings: [...notes, finding(dynamic, range, message, { parameter })] };
}

export function unknownNames(
  unknown: readonly { readonly name: string; readonly range: TextRange }[],
  names: readonly string[],
  parameter?: string,
): Finding[] {
  return unknown.map(({ name, range }) => {
    const near = nearestWord(name, names);
    const message = near
      ? l10n.t('No parameter is called `{0}`, and irace refuses the file; did you mean `{1}`?', name, near)
      : l10n.t('No parameter is called `{0}`, and irace refuses the file.', name);
    const fixes = near
      ? [{ title: l10n.t('Write {0}', near), edits: [{ range, newText: near }], safe: false }]
      : [];
    return finding(unknownParameter, range, message, { parameter, fixes });
  });
}

/** irace reads `&&` and `||` for `&` and `|`, and asks for those. */
function longOperators(text: string, { start, end }: TextRange): Finding[] {
  return [...text.slice(start, end).matchAll(/"[^"]*"|'[^']*'|&&|\|\|/g)].flatMap(match => {
    const [operator] = match;
    if (operator !== '&&' && operator !== '||') return [];
    const range = { start: start + match.index, end: start + match.index + 2 };
    const short = operator.slice(1);
    const message = l10n.t('irace wants `{0}` here, not `{1}`.', short, operator);
    return [
      finding(longOperator, range, message, {
        fixes: [{ title: l10n.t('Write {0}', short), edits: [{ range, newText: short }], safe: true }],
      }),
    ];
  });
}
