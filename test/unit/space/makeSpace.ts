import type { Domain } from '../../../src/core/space/domain';
import type { Condition, SearchSpace } from '../../../src/core/space/searchSpace';

const nowhere = { start: 0, end: 0 };

/** A search space of the given domains, without a document behind it. */
export function makeSpace(
  domains: Readonly<Record<string, Domain | undefined>>,
  more: { conditions?: Readonly<Record<string, Condition>>; forbidden?: readonly Condition[] } = {},
): SearchSpace {
  return {
    format: 'wandb-sweep',
    dialect: 'pyyaml',
    parameters: Object.entries(domains).map(([name, domain]) => ({
      name,
      domain,
      condition: more.conditions?.[name],
      declared: {
        notation: '',
        type: domain?.kind ?? 'constant',
        scale: domain?.kind === 'float' || domain?.kind === 'integer' ? domain.scale : 'linear',
        bounds: 'values',
      },
      tokens: { name: nowhere, declaration: nowhere },
    })),
    forbidden: more.forbidden ?? [],
    budget: {},
    range: nowhere,
    findings: [],
  };
}
