import fc from 'fast-check';
import type { Domain } from '../../../src/core/space/domain';
import {
  categoricalDomain,
  constantDomain,
  numericDomain,
  ordinalDomain,
} from '../../../src/core/space/domains';
import type {
  Condition,
  EarlyStopping,
  Goal,
  MethodFamily,
  SearchSpace,
} from '../../../src/core/space/searchSpace';
import { anyDomain } from '../space/arbitraryDomain';
import { makeSpace } from '../space/makeSpace';

const nowhere = { start: 0, end: 0 };
const stated = (value: number) => ({ value, range: nowhere });

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Domains as people declare them: the ones that most formats can hold. */
const commonDomain: fc.Arbitrary<Domain | undefined> = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('float' as const, 'integer' as const),
      low: fc.constantFrom(0, 1, 2, 0.1, 1e-5, 16, -3),
      width: fc.constantFrom(1, 0.5, 4, 30, 1000),
      scale: fc.constantFrom('linear' as const, 'log' as const),
      step: fc.option(fc.constantFrom(0.1, 0.25, 1, 2, 16), { nil: undefined }),
      origin: fc.constantFrom('low' as const, 'zero' as const),
      clamp: fc.boolean(),
    })
    .map(({ type, low, width, scale, step, origin, clamp }) =>
      numericDomain({
        type,
        low,
        high: low + width,
        scale,
        step: step === undefined ? undefined : { size: step, origin, clamp },
      }),
    ),
  fc
    .record({ mean: finite(-5, 5), standardDeviation: finite(0.1, 5), log: fc.boolean(), step: fc.boolean() })
    .map(({ mean, standardDeviation, log, step }) =>
      numericDomain({
        type: 'float',
        low: log ? 0 : -Infinity,
        high: Infinity,
        scale: log ? 'log' : 'linear',
        prior: { kind: 'normal', mean, standardDeviation },
        step: step ? { size: 0.5, origin: 'zero', clamp: false } : undefined,
      }),
    ),
  fc
    .uniqueArray(
      fc.constantFrom(
        'sgd',
        'adam',
        'relu',
        'true',
        'null',
        '1e-4',
        '0x1',
        'a b',
        "it's",
        'a, b',
        '',
        'é',
        'yes',
        '8',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map(values => categoricalDomain(values.map(value => ({ value })))),
  fc
    .uniqueArray(fc.constantFrom(16, 32, 64, 0.5, 1e-5, 12345), { minLength: 2, maxLength: 5 })
    .map(values => ordinalDomain(values.sort((a, b) => a - b).map(value => ({ value })))),
  fc.constantFrom(27, 'adam', true, null, 0.001).map(constantDomain),
);

const names = [
  'lr',
  'weight_decay',
  'optimizer',
  'model.depth',
  'batch-size',
  'class',
  'dropout',
  'momentum',
  'x1',
  'hidden size',
];

const families: readonly MethodFamily[] = [
  'grid',
  'random',
  'quasiRandom',
  'bayesian',
  'parzen',
  'evolution',
  'hyperband',
  'population',
  'other',
];

const earlyStopping: fc.Arbitrary<EarlyStopping> = fc.oneof(
  fc
    .record({ min: fc.integer({ min: 1, max: 5 }), factor: fc.constantFrom(2, 3, 4) })
    .map(({ min, factor }) => ({
      name: 'hyperband',
      family: 'hyperband' as const,
      minResource: stated(min),
      maxResource: stated(min * factor ** 3),
      reductionFactor: stated(factor),
      range: nowhere,
    })),
  fc.integer({ min: 1, max: 9 }).map(start => ({
    name: 'median',
    family: 'medianStopping' as const,
    minResource: stated(start),
    range: nowhere,
  })),
);

/** Search spaces of everything the model holds, with conditions on earlier choices. */
export const anySpace: fc.Arbitrary<SearchSpace> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 6 }),
    domains: fc.array(fc.oneof({ weight: 4, arbitrary: commonDomain }, { weight: 1, arbitrary: anyDomain }), {
      minLength: 6,
      maxLength: 6,
    }),
    conditional: fc.array(fc.option(finite(0, 1), { nil: undefined }), { minLength: 6, maxLength: 6 }),
    forbidden: fc.boolean(),
    objective: fc.option(
      fc.record({
        metric: fc.constantFrom('loss', 'val/accuracy', 'f1 "micro"'),
        goal: fc.constantFrom<Goal>('minimize', 'maximize'),
      }),
      { nil: undefined },
    ),
    family: fc.option(fc.constantFrom(...families), { nil: undefined }),
    trials: fc.option(fc.integer({ min: 5, max: 500 }), { nil: undefined }),
    parallel: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    earlyStopping: fc.option(earlyStopping, { nil: undefined }),
  })
  .filter(
    ({ domains }) =>
      (domains[0]?.kind === 'float' || domains[0]?.kind === 'integer') && domains[1] !== undefined,
  )
  .map(made => {
    const domains = new Map(
      made.names.flatMap((name, i) => {
        const domain = made.domains[i];
        return domain ? [[name, domain] as const] : [];
      }),
    );
    const base = makeSpace(Object.fromEntries(domains), {
      conditions: Object.fromEntries(conditionsOf([...domains], made.conditional)),
      forbidden: made.forbidden ? forbiddenIn([...domains]) : [],
    });
    return {
      ...base,
      objective: made.objective && { ...made.objective, metricRange: nowhere },
      method: made.family && { name: made.family, family: made.family, range: nowhere },
      budget: {
        trials: made.trials === undefined ? undefined : stated(made.trials),
        parallelTrials: made.parallel === undefined ? undefined : stated(made.parallel),
        earlyStopping: made.earlyStopping,
      },
    };
  });

/** Search spaces that most formats hold as they are: unconditional, evenly drawn, and of what few words there are on it. */
export const plainSpace: fc.Arbitrary<SearchSpace> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom('lr', 'optimizer', 'dropout', 'momentum', 'x1'), {
      minLength: 2,
      maxLength: 4,
    }),
    domains: fc.array(
      fc.oneof(
        fc
          .record({
            low: fc.constantFrom(1e-5, 0.1, 1, 16),
            width: fc.constantFrom(0.5, 4, 30),
            log: fc.boolean(),
          })
          .map(({ low, width, log }) =>
            numericDomain({ type: 'float', low, high: low + width, scale: log ? 'log' : 'linear' }),
          ),
        fc.integer({ min: 2, max: 9 }).map(high => numericDomain({ type: 'integer', low: 0, high })),
        fc
          .uniqueArray(fc.constantFrom('sgd', 'adam', 'true', '1e-4', 'a b', '8'), {
            minLength: 2,
            maxLength: 4,
          })
          .map(values => categoricalDomain(values.map(value => ({ value })))),
      ),
      { minLength: 4, maxLength: 4 },
    ),
    objective: fc.boolean(),
    trials: fc.option(fc.integer({ min: 5, max: 500 }), { nil: undefined }),
  })
  .filter(({ domains }) => domains[0]?.kind === 'float' || domains[0]?.kind === 'integer')
  .map(({ names: chosen, domains, objective, trials }) => ({
    ...makeSpace(Object.fromEntries(chosen.map((name, i) => [name, domains[i]]))),
    objective: objective ? { metric: 'loss', goal: 'minimize', metricRange: nowhere } : undefined,
    budget: { trials: trials === undefined ? undefined : stated(trials) },
  }));

function conditionsOf(
  domains: readonly (readonly [string, Domain])[],
  conditional: readonly (number | undefined)[],
): (readonly [string, Condition])[] {
  return domains.flatMap(([name], i) => {
    const share = conditional[i];
    const parents = domains.slice(0, i).filter(([, domain]) => domain.kind === 'categorical');
    const parent = share === undefined ? undefined : parents[Math.floor(share * parents.length)];
    const [parentName, domain] = parent ?? [];
    if (parentName === undefined || domain?.kind !== 'categorical' || share === undefined) return [];
    const choice = domain.choices[Math.floor(share * 7) % domain.choices.length]?.value ?? null;
    const kind = share > 0.8 ? ('notIn' as const) : ('in' as const);
    return [[name, { kind, parent: parentName, values: [choice] }] as const];
  });
}

function forbiddenIn(domains: readonly (readonly [string, Domain])[]): Condition[] {
  const of = domains.flatMap(([parent, domain]): Condition[] => {
    const first = domain.kind === 'categorical' ? domain.choices[0]?.value : undefined;
    return first === undefined ? [] : [{ kind: 'in', parent, values: [first] }];
  });
  return of.length < 2 ? [] : [{ kind: 'all', of: of.slice(0, 2) }];
}
