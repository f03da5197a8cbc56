import * as l10n from '@vscode/l10n';
import { percent } from '../../hover/domainText';
import { formatNumber } from '../../text/formatNumber';
import type { LlmEvidence } from './llmChecks';
import { meanHours } from './llmRungs';
import { gapAfter } from './llmSearchChart';
import type { LlmSearch } from './llmSearch';

/** What the budget pays, which way of spending it found most, and what stands in the way. */
export function llmAnswer(
  { plan, draws, best, rungs }: LlmEvidence,
  searches?: readonly LlmSearch[],
): string {
  const mean = meanHours(draws);
  const full = Math.floor(plan.budget / mean);
  const cost = l10n.t(
    '{0} GPU hours pay {1} full trials of {2} with {3} million tokens at {4} hours each',
    formatNumber(plan.budget),
    formatNumber(full),
    plan.setup.model.name,
    formatNumber(plan.setup.tokens / 1e6),
    formatNumber(Number(mean.toPrecision(2))),
  );
  const budget =
    rungs === undefined
      ? cost
      : l10n.t(
          '{0}, or {1} in {2} rungs',
          cost,
          formatNumber(rungs.configurations),
          formatNumber(rungs.resources.length),
        );
  const parts = [...introduction(plan), l10n.t('{0}.', budget)];
  const ranked = (searches ?? [])
    .flatMap(search => {
      const gap = gapAfter(search, Infinity, best.loss);
      return gap ? [{ label: search.label, gap: gap.median }] : [];
    })
    .sort((a, b) => a.gap - b.gap);
  const [first, ...others] = ranked;
  const worst = others.at(-1);
  if (first) {
    const [near, far] = [first.gap, worst?.gap ?? 0].map(gap => formatNumber(Number(gap.toPrecision(2))));
    parts.push(
      worst
        ? l10n.t(
            'In simulation {0} comes within {1} nats of the best known loss, {2} within {3}.',
            first.label,
            near ?? '',
            worst.label,
            far ?? '',
          )
        : l10n.t('In simulation {0} comes within {1} nats of the best known loss.', first.label, near ?? ''),
    );
  }
  const out = draws.filter(({ fits }) => !fits).length / draws.length;
  if (out > 0) {
    parts.push(
      l10n.t(
        '{0} of configurations do not fit into {1} GiB.',
        percent(Number(out.toPrecision(2))),
        formatNumber(plan.device.gibibytes),
      ),
    );
  }
  return parts.join(' ');
}

/** Says so where the file is not about fine-tuning a language model. */
function introduction({ isUsual, settings }: LlmEvidence['plan']): string[] {
  if (isUsual) {
    return [l10n.t('The file searches no setting of LLM fine-tuning, so a usual LoRA space is shown.')];
  }
  return settings.certainty === 'unclear'
    ? [l10n.t('Nothing in the file says that it fine-tunes a language model; it is read as if it did.')]
    : [];
}
