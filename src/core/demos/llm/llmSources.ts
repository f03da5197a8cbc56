import * as l10n from '@vscode/l10n';
import type { TableBlock } from '../../report/report';

/** Where every formula and rule comes from, and how sure it is. Citations stay as they are published. */
export function sourcesTable(): TableBlock {
  const measured = l10n.t('measured, and repeated by others');
  const derived = l10n.t('follows from the definition');
  const single = l10n.t('measured in few settings');
  const ours = l10n.t('ours, of the usual size');
  const rows: readonly (readonly [string, string, string])[] = [
    [
      l10n.t('6 operations a weight and token, 4 for frozen ones'),
      'Kaplan et al. 2020 §2.1; Schulman 2025',
      derived,
    ],
    [l10n.t('16 bytes for each trained weight'), 'Rajbhandari et al. (ZeRO) 2020 §3.1', derived],
    [l10n.t('Bytes of activations'), 'Korthikanti et al. 2022 §4', single],
    [l10n.t('4.127 bits a weight in QLoRA'), 'Dettmers et al. 2023 §3', derived],
    [l10n.t('Logits, overhead and share of peak speed'), '', ours],
    [l10n.t('Loss floor by model size'), 'Hoffmann et al. 2022; Besiroglu et al. 2024', measured],
    [l10n.t('Loss falls as a power of the tokens'), 'Zhang et al. (ICLR) 2024', measured],
    [l10n.t('Repeated data is worth less'), 'Muennighoff et al. (NeurIPS) 2023', single],
    [l10n.t('Best LoRA rates by model'), 'tinker-cookbook, hyperparam_utils.get_lr', single],
    [l10n.t('LoRA wants ten times the rate'), 'Schulman (LoRA Without Regret) 2025', measured],
    [l10n.t('α acts as the learning rate'), 'Hu et al. 2021 §4.1; Schulman 2025', measured],
    [l10n.t('Rate grows with the root of the batch'), 'Malladi et al. (NeurIPS) 2022', single],
    [l10n.t('Large batches waste tokens'), 'McCandlish et al. 2018', measured],
    [l10n.t('An adapter holds 2 bits a weight'), 'Allen-Zhu and Li 2024; Schulman 2025', single],
    [l10n.t('Over-fitting, noise and divergence'), '', ours],
    [
      l10n.t('Ten trials for each parameter'),
      'Loeppky, Sacks and Welch (Technometrics) 2009',
      l10n.t('rule of thumb'),
    ],
    [l10n.t('A searched seed picks luck'), 'Bouthillier et al. (MLSys) 2021', measured],
  ];
  return {
    kind: 'table',
    title: l10n.t('Sources'),
    columns: [
      { key: 'rule', title: l10n.t('Rule'), kind: 'text' },
      { key: 'source', title: l10n.t('Source'), kind: 'text' },
      { key: 'certainty', title: l10n.t('How sure'), kind: 'text' },
    ],
    rows: rows.map(([rule, source, certainty]) => ({ rule, source, certainty })),
  };
}
