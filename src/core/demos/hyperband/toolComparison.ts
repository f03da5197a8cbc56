import * as l10n from '@vscode/l10n';
import { hyperbandBrackets } from '../../fidelity/hyperband';
import { scheduleTable } from '../../fidelity/schedule';
import { statedSchedule } from '../../fidelity/statedSchedule';
import { toolBrackets, type PlannedRung } from '../../fidelity/toolBrackets';
import type { CheckResult, Row, Section } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';

/** The exact brackets of the file's own numbers beside those its tool computes; nothing where that is unknown. */
export function toolSections(space: SearchSpace): Section[] {
  const computed = toolBrackets(space);
  const stated = statedSchedule(space);
  if (!computed || !stated) return [];
  const exact = hyperbandBrackets({ ...stated, convention: 'algorithm1' }).map(bracket =>
    scheduleTable(bracket).map(({ configurations, resource }) => ({ configurations, resource })),
  );
  const { tool, brackets } = computed;
  const rows = compared(exact, brackets);
  const different = rows.filter(({ difference }) => difference !== '').length;
  const check: CheckResult = {
    name: l10n.t('{0} runs every bracket', tool),
    status: brackets.length < exact.length ? 'WARN' : 'PASS',
    message: l10n.t('{0} brackets of {1}.', String(brackets.length), String(exact.length)),
    value: brackets.length,
    target: exact.length,
  };
  return [
    {
      id: 'tool',
      title: l10n.t('What {0} will do', tool),
      caption:
        different === 0
          ? l10n.t('{0} computes exactly the brackets of algorithm 1 for the numbers in the file.', tool)
          : l10n.t(
              'For the numbers in the file {0} differs from algorithm 1 at {1} of {2} rungs, marked in the last column.',
              tool,
              String(different),
              String(rows.length),
            ),
      blocks: [
        {
          kind: 'table',
          title: l10n.t('Exact and computed'),
          columns: [
            { key: 's', title: l10n.t('Bracket s'), kind: 'number' },
            { key: 'rung', title: l10n.t('Rung'), kind: 'number' },
            { key: 'exact', title: l10n.t('Algorithm 1'), kind: 'text' },
            { key: 'tool', title: tool, kind: 'text' },
            { key: 'difference', title: l10n.t('Difference'), kind: 'text' },
          ],
          rows,
        },
        { kind: 'checks', checks: [check] },
      ],
    },
  ];
}

/** Brackets are matched by how many rungs they have. */
function compared(
  exact: readonly (readonly PlannedRung[])[],
  computed: readonly (readonly PlannedRung[])[],
): Row[] {
  const longest = Math.max(exact.length, computed.length, ...computed.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => longest - i).flatMap(length => {
    const one = exact.find(rungs => rungs.length === length);
    const other = computed.find(rungs => rungs.length === length);
    return Array.from({ length: one || other ? length : 0 }, (_, rung): Row => {
      const [a, b] = [one?.[rung], other?.[rung]];
      return { s: length - 1, rung, exact: shown(a), tool: shown(b), difference: difference(a, b) };
    });
  });
}

function shown(rung: PlannedRung | undefined): string {
  return rung
    ? l10n.t('{0} for {1}', formatNumber(rung.configurations), formatNumber(rung.resource))
    : l10n.t('none');
}

function difference(exact: PlannedRung | undefined, tool: PlannedRung | undefined): string {
  if (!exact) return l10n.t('▲ one too many');
  if (!tool) return l10n.t('▼ missing');
  const more = tool.configurations - exact.configurations;
  const longer = tool.resource - exact.resource;
  return [
    more === 0 ? '' : l10n.t('{0} configurations', signed(more)),
    Math.abs(longer) < 1e-9 * exact.resource ? '' : l10n.t('{0} resource', signed(longer)),
  ]
    .filter(part => part !== '')
    .join(', ');
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : `−${formatNumber(-value)}`;
}
