import * as l10n from '@vscode/l10n';
import { domainText } from '../../hover/domainText';
import { knownRate, usual } from '../../llm/run';
import type { Role } from '../../llm/role';
import type { Row, TableBlock } from '../../report/report';
import type { Domain } from '../../space/domain';
import { formatNumber } from '../../text/formatNumber';
import { shorten } from '../../text/shorten';
import type { LlmBest } from './llmDraws';
import type { LlmPlan } from './llmPlan';

/** What each role is called in a sentence. */
export function roleLabel(role: Role): string {
  switch (role) {
    case 'learningRate':
      return l10n.t('Learning rate');
    case 'rank':
      return l10n.t('LoRA rank');
    case 'alpha':
      return l10n.t('LoRA α');
    case 'loraDropout':
      return l10n.t('LoRA dropout');
    case 'microBatch':
      return l10n.t('Batch on the device');
    case 'accumulation':
      return l10n.t('Gradient accumulation');
    case 'effectiveBatch':
      return l10n.t('Whole batch');
    case 'batch':
      return l10n.t('Batch size');
    case 'warmupSteps':
      return l10n.t('Warm-up steps');
    case 'warmupRatio':
      return l10n.t('Warm-up share');
    case 'epochs':
      return l10n.t('Epochs');
    case 'maxSteps':
      return l10n.t('Steps');
    case 'weightDecay':
      return l10n.t('Weight decay');
    case 'sequenceLength':
      return l10n.t('Sequence length');
  }
}

/** The settings that were recognised, and what is taken for those that were not; the weightiest first. */
export function settingsTable(plan: LlmPlan, best: LlmBest | undefined): TableBlock {
  const { settings, setup } = plan;
  const found = [...settings.parameters].map(([role, { name, domain }]): Row => {
    const stake = best?.stakes.get(role);
    return {
      setting: roleLabel(role),
      parameter: name,
      values: valuesText(domain),
      stake: stake?.loss ?? null,
      fails: stake?.fails ? l10n.t('some values fail') : '',
    };
  });
  found.sort((a, b) => Number(b['stake'] ?? -1) - Number(a['stake'] ?? -1));
  const hasAdapter = setup.tuning !== 'full';
  const values: Partial<Record<Role, number>> = { learningRate: knownRate(setup), ...usual };
  const missing = (Object.entries(values) as [Role, number][])
    .filter(([role]) => !isGiven(plan, role) && (hasAdapter || !adapterRoles.has(role)))
    .map(([role, value]): Row => ({
      setting: roleLabel(role),
      parameter: null,
      values: l10n.t('not in the file, taken as {0}', formatNumber(value)),
      stake: null,
      fails: '',
    }));
  return {
    kind: 'table',
    title: l10n.t('Settings'),
    columns: [
      { key: 'setting', title: l10n.t('Setting'), kind: 'text' },
      // What is shown in place of a file has no declarations to lead to.
      { key: 'parameter', title: l10n.t('Parameter'), kind: plan.isUsual ? 'text' : 'parameter' },
      { key: 'values', title: l10n.t('Values'), kind: 'text' },
      { key: 'stake', title: l10n.t('Loss at stake'), kind: 'number' },
      { key: 'fails', title: l10n.t('Note'), kind: 'text' },
    ],
    rows: [...found, ...missing],
  };
}

/** Choices bare: here it does not matter how often each is drawn. */
function valuesText(domain: Domain): string {
  return 'choices' in domain
    ? shorten(domain.choices.map(({ label }) => label).join(', '), 80)
    : domainText(domain);
}

const adapterRoles: ReadonlySet<Role> = new Set(['rank', 'alpha', 'loraDropout']);

/** What says the same in other words. */
const instead: Partial<Record<Role, readonly Role[]>> = {
  microBatch: ['batch'],
  accumulation: ['batch', 'effectiveBatch'],
  epochs: ['maxSteps'],
  warmupRatio: ['warmupSteps'],
};

function isGiven({ settings: { parameters } }: LlmPlan, role: Role): boolean {
  return [role, ...(instead[role] ?? [])].some(one => parameters.has(one));
}
