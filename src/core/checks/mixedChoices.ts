import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { Value } from '../text/scalars';
import { hasNoChoices } from './applicability';
import type { Check } from './check';
import { toolName } from './tool';

/** Choices that look the same to a person and are different to a program: `1`, `"1"` and `true`. */
export const mixedChoices: Check = {
  code: 'mixed-choices',
  severity: 'warning',
  get title() {
    return l10n.t('Choices that differ only in type');
  },
  notApplicable: hasNoChoices,
  run: space =>
    space.parameters.flatMap(parameter => {
      const first = new Map<string, Value>();
      const seen = new Set<string>();
      return (parameter.declared.choices ?? []).flatMap(({ value, range }) => {
        const face = faceOf(value);
        if (face === undefined || seen.has(`${typeof value} ${face}`)) return [];
        seen.add(`${typeof value} ${face}`);
        const other = first.get(face);
        if (other === undefined) first.set(face, value);
        if (other === undefined) return [];
        const message = l10n.t(
          '`{0}` has {1} and {2}: {3} passes on a {4} and a {5}, which a program treats differently; keep one.',
          parameter.name,
          JSON.stringify(other),
          JSON.stringify(value),
          toolName(space.format),
          typeName(other),
          typeName(value),
        );
        return [finding(mixedChoices, range, message, { parameter: parameter.name })];
      });
    }),
};

/** What a scalar looks like once its type is forgotten; `true` is 1 in Python. */
function faceOf(value: Value): string | undefined {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true' ? '1' : '0';
  return /^[-+]?\d/.test(text) && Number.isFinite(Number(text)) ? String(Number(text)) : undefined;
}

function typeName(value: Value): string {
  if (typeof value === 'boolean') return l10n.t('truth value');
  return typeof value === 'number' ? l10n.t('number') : l10n.t('text');
}
