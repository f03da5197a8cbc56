import * as l10n from '@vscode/l10n';
import { leakageRules } from '../../checks/leakage/leakageRules';
import type { Section } from '../../report/report';
import { LineIndex } from '../../text/lineIndex';
import type { DemoInput } from '../demo';

/** The leaks that can be seen in the open file itself. */
export function inThisFile({ document, space }: DemoInput): Section {
  const titles = new Map(leakageRules.map(({ code, title }) => [code, title]));
  const found = (document?.findings ?? []).filter(({ code }) => titles.has(code));
  const lines = new LineIndex(document?.text ?? '');
  const section = { id: 'file', title: l10n.t('In this file') };
  if (found.length > 0) {
    return {
      ...section,
      blocks: [
        {
          kind: 'table',
          title: l10n.t('Leaks in the code'),
          columns: [
            { key: 'line', title: l10n.t('Line'), kind: 'number' },
            { key: 'what', title: l10n.t('What'), kind: 'text' },
            { key: 'message', title: l10n.t('Why'), kind: 'text' },
          ],
          rows: found.map(({ code, message, range }) => ({
            line: lines.positionAt(range.start).line + 1,
            what: titles.get(code) ?? code,
            message,
          })),
        },
      ],
    };
  }
  const text =
    space.dialect === 'python'
      ? l10n.t(
          'None of {0} patterns of leaking validation was recognised in this code; other files and the data themselves are not looked at.',
          String(leakageRules.length),
        )
      : l10n.t(
          'This file declares a space; leaks are made where data are split and scored. In Python files that hold a space they are looked for and shown here.',
        );
  return { ...section, blocks: [{ kind: 'text', text }] };
}
