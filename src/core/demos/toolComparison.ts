import * as l10n from '@vscode/l10n';
import type { PlannedRung } from '../fidelity/toolBrackets';
import { toolSchedule, type ToolSchedule } from '../fidelity/toolSchedule';
import type { CheckResult, Row, Section } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { DemoDocument } from './demo';
import { halvingBudget } from './halvingBudget';

/**
 * The exact schedule of the file's own numbers beside the one its tool computes; where that is unknown, a word on
 * it, and nothing where the file has no schedule.
 */
export function toolSections(space: SearchSpace, document?: DemoDocument): Section[] {
  const stopping = space.budget.earlyStopping;
  if (stopping?.family !== 'hyperband' || !isPossible(space)) return [];
  const schedule = toolSchedule(space, halvingBudget(space));
  if (!schedule) {
    const text = l10n.t(
      'How {0} rounds is not published, so what it will do cannot be shown next to the exact schedule.',
      stopping.name,
    );
    return [{ id: 'tool', title: l10n.t('What your tool will do'), blocks: [{ kind: 'text', text }] }];
  }
  const { tool, isHyperband, exact, computed } = schedule;
  const rows = compared(exact, computed);
  return [
    {
      id: 'tool',
      title: l10n.t('What {0} will do', tool),
      caption: caption(schedule, rows),
      blocks: [
        {
          kind: 'table',
          title: l10n.t('Exact and computed'),
          columns: [
            ...(exact.length > 1 || computed.length > 1
              ? [{ key: 's', title: l10n.t('Bracket s'), kind: 'number' } as const]
              : []),
            { key: 'rung', title: l10n.t('Rung'), kind: 'number' },
            { key: 'exact', title: isHyperband ? l10n.t('Algorithm 1') : l10n.t('Exact'), kind: 'text' },
            { key: 'tool', title: tool, kind: 'text' },
            { key: 'difference', title: l10n.t('Difference'), kind: 'text' },
          ],
          rows,
        },
        { kind: 'checks', checks: [check(schedule, document)] },
      ],
    },
  ];
}

function isPossible({ budget }: SearchSpace): boolean {
  const { minResource, maxResource, reductionFactor } = budget.earlyStopping ?? {};
  const [least, most] = [minResource?.value ?? 1, maxResource?.value ?? Infinity];
  return least > 0 && most > 0 && least <= most && (reductionFactor?.value ?? 3) > 1;
}

function caption({ tool, isHyperband }: ToolSchedule, rows: readonly Row[]): string {
  const different = rows.filter(row => row['difference'] !== '').length;
  if (different === 0) {
    return isHyperband
      ? l10n.t('{0} computes exactly the brackets of algorithm 1 for the numbers in the file.', tool)
      : l10n.t('{0} computes exactly the rungs of the numbers in the file.', tool);
  }
  return l10n.t(
    'For the numbers in the file {0} differs at {1} of {2} rungs, marked in the last column; configurations are those that pass once all have reported.',
    tool,
    String(different),
    String(rows.length),
  );
}

/** Whether rungs or brackets are lost; with the way out that the editor offers. */
function check({ tool, isHyperband, exact, computed }: ToolSchedule, document?: DemoDocument): CheckResult {
  const count = (brackets: ToolSchedule['exact']): number =>
    isHyperband ? brackets.length : brackets.flat().filter(({ isOpen }) => isOpen !== true).length;
  const [value, target] = [count(computed), count(exact)];
  const counted = isHyperband
    ? l10n.t('{0} brackets of {1}.', String(value), String(target))
    : l10n.t('{0} rungs of {1}.', String(value), String(target));
  const found = document?.findings.find(({ code }) => code === 'rung-rounding');
  const fix = value < target ? found?.fixes[0]?.title : undefined;
  return {
    name: isHyperband ? l10n.t('{0} runs every bracket', tool) : l10n.t('{0} compares at every rung', tool),
    status: value < target ? 'WARN' : 'PASS',
    message: fix === undefined ? counted : l10n.t('{0} The quick fix “{1}” brings it back.', counted, fix),
    value,
    target,
  };
}

type Rungs = ToolSchedule['exact'][number];

/** Brackets are matched by how many rungs they have; of one ladder each the last rungs are the same. */
function compared(exact: ToolSchedule['exact'], computed: ToolSchedule['computed']): Row[] {
  const [one, other] = [exact[0] ?? [], computed[0] ?? []];
  if (exact.length === 1 && computed.length === 1) {
    const longest = Math.max(one.length, other.length);
    return rowsOf(longest, padded(one, longest), padded(other, longest));
  }
  const longest = Math.max(...[...exact, ...computed].map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => longest - i).flatMap(length => {
    const [a, b] = [exact, computed].map(brackets => brackets.find(rungs => rungs.length === length));
    return a || b ? rowsOf(length, a ?? [], b ?? []) : [];
  });
}

function padded(rungs: Rungs, length: number): readonly (PlannedRung | undefined)[] {
  return [...new Array<undefined>(length - rungs.length).fill(undefined), ...rungs];
}

function rowsOf(
  length: number,
  exact: readonly (PlannedRung | undefined)[],
  computed: readonly (PlannedRung | undefined)[],
): Row[] {
  return Array.from({ length }, (_, rung) => {
    const [a, b] = [exact[rung], computed[rung]];
    return { s: length - 1, rung, exact: shown(a), tool: shown(b), difference: difference(a, b) };
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
    tool.isOpen === true ? l10n.t('▼ nobody compared') : '',
  ]
    .filter(part => part !== '')
    .join(', ');
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : `−${formatNumber(-value)}`;
}
