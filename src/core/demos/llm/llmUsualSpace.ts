import { numericDomain, ordinalDomain } from '../../space/domains';
import type { Domain } from '../../space/domain';
import type { SearchSpace } from '../../space/searchSpace';

const nowhere = { start: 0, end: 0 };

/** What is usually searched with LoRA: shown where a file has nothing of it. */
export function usualSpace(): SearchSpace {
  const listed = (...values: readonly number[]): Domain | undefined =>
    ordinalDomain(values.map(value => ({ value })));
  const domains: Readonly<Record<string, Domain | undefined>> = {
    learning_rate: numericDomain({ type: 'float', low: 5e-5, high: 2e-3, scale: 'log' }),
    lora_r: listed(8, 16, 32, 64),
    gradient_accumulation_steps: listed(2, 4, 8, 16),
    num_train_epochs: listed(1, 2, 3),
  };
  return {
    format: 'wandb-sweep',
    dialect: 'pyyaml',
    parameters: Object.entries(domains).map(([name, domain]) => ({
      name,
      domain,
      declared: { notation: '', type: 'float', scale: 'linear', bounds: 'values' },
      tokens: { name: nowhere, declaration: nowhere },
    })),
    forbidden: [],
    budget: {},
    range: nowhere,
    findings: [],
  };
}
