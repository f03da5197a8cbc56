import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { llmSettings } from '../llm/settings';
import { levelCount, levelValues } from '../space/distribution';
import type { DrawableParameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';

const mostLevels = 1000;

/**
 * The batch on one device and how often gradients are accumulated, both searched: an optimiser step sees their product
 * (Hugging Face, Methods and tools for efficient training on a single GPU, "Gradient accumulation").
 */
export const llmBatchProduct: Check = {
  code: 'batch-product',
  severity: 'information',
  get title() {
    return l10n.t('Batch searched in two parameters');
  },
  run: space => {
    const { certainty, parameters } = llmSettings(space);
    const accumulation = parameters.get('accumulation');
    const micro = parameters.get('microBatch') ?? parameters.get('batch');
    if (certainty === 'unclear' || accumulation === undefined || micro === undefined) return [];
    const [sizes, times] = [numbers(micro), numbers(accumulation)];
    if (sizes.length < 2 || times.length < 2) return [];
    const products = new Set(sizes.flatMap(size => times.map(count => size * count)));
    const message = l10n.t(
      'Training depends on `{0}` × `{1}` alone: their {2} combinations are {3} different batches. Fix `{0}` at what fits into memory and search `{1}`.',
      micro.name,
      accumulation.name,
      formatNumber(sizes.length * times.length),
      formatNumber(products.size),
    );
    return [finding(llmBatchProduct, accumulation.tokens.name, message, { parameter: accumulation.name })];
  },
};

function numbers({ domain }: DrawableParameter): number[] {
  if (!(levelCount(domain) <= mostLevels)) return [];
  const values = levelValues(domain, mostLevels).map(Number);
  return values.every(value => value > 0) ? values : [];
}
