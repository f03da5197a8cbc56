import type { MethodFamily } from '../../space/searchSpace';

/** The suggestion services, `pkg/suggestion/v1beta1`; each draws in its own way. */
export type Service =
  'hyperopt' | 'optuna' | 'optunaGrid' | 'skopt' | 'goptuna' | 'hyperband' | 'pbt' | 'nas';

/** What a setting may be, in the words of its service's validation. */
export type Accepted =
  | { readonly kind: 'text' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'integer'; readonly min?: number }
  | {
      readonly kind: 'number';
      readonly above?: number;
      readonly below?: number;
      readonly min?: number;
      readonly max?: number;
    };

export interface KnownAlgorithm {
  readonly service: Service;
  readonly family: MethodFamily;
  /** Undefined where the settings belong to architecture search, which is not read here. */
  readonly settings?: Readonly<Record<string, Accepted>>;
  readonly required: readonly string[];
  /** Whether a setting it does not know fails the experiment; the others log or drop it. */
  readonly strict: boolean;
}

const randomState: Accepted = { kind: 'integer', min: 0 };
const text: Accepted = { kind: 'text' };

/** From `katib-config.yaml` and each service's `ValidateAlgorithmSettings`. */
export const algorithms: ReadonlyMap<string, KnownAlgorithm> = new Map<string, KnownAlgorithm>([
  ['random', strict('hyperopt', 'random', {})],
  [
    'tpe',
    strict('hyperopt', 'parzen', {
      gamma: { kind: 'number', above: 0, below: 1 },
      prior_weight: { kind: 'number', above: 0 },
      n_EI_candidates: { kind: 'integer', min: 1 },
    }),
  ],
  ['grid', strict('optunaGrid', 'grid', {})],
  [
    'multivariate-tpe',
    strict('optuna', 'parzen', {
      n_startup_trials: { kind: 'integer', min: 0 },
      n_ei_candidates: { kind: 'integer', min: 0 },
    }),
  ],
  [
    'bayesianoptimization',
    strict('skopt', 'bayesian', {
      base_estimator: { kind: 'word', words: ['GP', 'RF', 'ET', 'GBRT'] },
      n_initial_points: { kind: 'integer', min: 0 },
      acq_func: { kind: 'word', words: ['gp_hedge', 'LCB', 'EI', 'PI', 'EIps', 'PIps'] },
      acq_optimizer: { kind: 'word', words: ['auto', 'sampling', 'lbfgs'] },
    }),
  ],
  [
    'cmaes',
    lenient('goptuna', 'evolution', {
      random_state: { kind: 'integer' },
      sigma: { kind: 'number' },
      restart_strategy: { kind: 'word', words: ['none', 'ipop', 'bipop'] },
    }),
  ],
  ['sobol', lenient('goptuna', 'quasiRandom', { random_state: { kind: 'integer' } })],
  [
    'hyperband',
    lenient(
      'hyperband',
      'hyperband',
      { r_l: { kind: 'number', min: 0 }, resource_name: text, eta: { kind: 'number' } },
      ['r_l', 'resource_name'],
    ),
  ],
  [
    'pbt',
    lenient(
      'pbt',
      'population',
      {
        suggestion_trial_dir: text,
        n_population: { kind: 'integer', min: 5 },
        truncation_threshold: { kind: 'number', min: 0, max: 1 },
        resample_probability: { kind: 'number', min: 0, max: 1 },
      },
      ['suggestion_trial_dir', 'n_population', 'truncation_threshold'],
    ),
  ],
  ['enas', { service: 'nas', family: 'other', required: [], strict: false }],
  ['darts', { service: 'nas', family: 'other', required: [], strict: false }],
]);

function strict(service: Service, family: MethodFamily, settings: Record<string, Accepted>): KnownAlgorithm {
  return {
    service,
    family,
    settings: { ...settings, random_state: randomState },
    required: [],
    strict: true,
  };
}

function lenient(
  service: Service,
  family: MethodFamily,
  settings: Record<string, Accepted>,
  required: readonly string[] = [],
): KnownAlgorithm {
  return { service, family, settings, required, strict: false };
}
