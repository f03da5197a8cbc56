import type { Domain } from '../../../src/core/space/domain';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import type {
  Condition,
  EarlyStopping,
  FormatId,
  SearchSpace,
  Stated,
} from '../../../src/core/space/searchSpace';

const range = { start: 0, end: 0 };

export const stated = (value: number): Stated => ({ value, range });

export interface SpaceParts {
  readonly format?: FormatId;
  readonly parameters?: readonly { name: string; domain: Domain | undefined; condition?: Condition }[];
  readonly trials?: number;
  readonly earlyStopping?: Omit<EarlyStopping, 'range'>;
}

/** Four parameters of a usual sweep, one of them only active for one optimizer. */
export const usualParameters: NonNullable<SpaceParts['parameters']> = [
  { name: 'lr', domain: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }) },
  { name: 'optimizer', domain: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }]) },
  {
    name: 'momentum',
    domain: numericDomain({ type: 'float', low: 0, high: 0.99 }),
    condition: { kind: 'in', parent: 'optimizer', values: ['sgd'] },
  },
  { name: 'layers', domain: numericDomain({ type: 'integer', low: 1, high: 6 }) },
];

export const onlyConstants: NonNullable<SpaceParts['parameters']> = [
  { name: 'seed', domain: constantDomain(7) },
];

export function makeSpace({
  format = 'wandb-sweep',
  parameters = usualParameters,
  trials,
  earlyStopping,
}: SpaceParts = {}): SearchSpace {
  return {
    format,
    dialect: 'pyyaml',
    parameters: parameters.map(({ name, domain, condition }) => ({
      name,
      domain,
      condition,
      declared: { notation: '', type: domain?.kind ?? 'float', scale: 'linear', bounds: 'values' },
      tokens: { name: range, declaration: range },
    })),
    forbidden: [],
    budget: {
      trials: trials === undefined ? undefined : stated(trials),
      earlyStopping: earlyStopping && { ...earlyStopping, range },
    },
    range,
    findings: [],
  };
}

/** `early_terminate: {type: hyperband, max_iter: 27, s: 3, eta: 3}`. */
export const wandbHyperband: Omit<EarlyStopping, 'range'> = {
  name: 'hyperband',
  family: 'hyperband',
  maxResource: stated(27),
  rungsBelow: stated(3),
  reductionFactor: stated(3),
};
