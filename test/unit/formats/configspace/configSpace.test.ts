import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../../src/core/analyse';
import { configSpace } from '../../../../src/core/formats/configspace/configSpace';
import { activeParameters, isForbidden } from '../../../../src/core/space/conditions';
import { density, quantile } from '../../../../src/core/space/distribution';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { parseSource } from '../../../../src/core/text/parse';
import type { Value } from '../../../../src/core/text/scalars';
import { fixed, found, token } from '../../checks/found';
import { onlySpace } from '../onlySpace';

const corpus = '../shared/corpus/configspace';

interface Draw {
  readonly declared: Readonly<Record<string, unknown>>;
  readonly quantiles?: readonly (readonly [number, number])[];
  readonly masses?: readonly (readonly [Value, number])[];
}

/** Four million draws of each hyperparameter by ConfigSpace 1.2.2. */
const draws = JSON.parse(readFileSync('test/fixtures/configspace/draws.json', 'utf8')) as Draw[];

function text(hyperparameters: readonly object[], more: object = {}): string {
  return JSON.stringify({ hyperparameters, ...more }, undefined, 1);
}

function read(source: string, language: 'json' | 'yaml' = 'json'): SearchSpace {
  return onlySpace(configSpace.read(parseSource(source, language)));
}

const solver = { name: 'solver', type: 'categorical', choices: ['sgd', 'adam'] };
const layers = { name: 'layers', type: 'uniform_int', lower: 1, upper: 9 };
const width = { name: 'width', type: 'ordinal', sequence: ['s', 'm', 'l'] };
const rate = { name: 'rate', type: 'uniform_float', lower: 0.1, upper: 0.9 };

describe('what ConfigSpace draws', () => {
  for (const { declared, quantiles, masses } of draws) {
    it(JSON.stringify(declared), () => {
      const domain = read(text([{ name: 'x', ...declared }])).parameters[0]?.domain;
      assert.ok(domain);
      for (const [p, value] of quantiles ?? []) {
        const own = quantile(domain, p) ?? NaN;
        assert.ok(Math.abs(own / value - 1) < 0.01, `${p}: ${own} for ${value}`);
      }
      for (const [value, mass] of masses ?? []) {
        assert.ok(
          Math.abs(density(domain, value) - mass) < 0.001,
          `${String(value)}: ${density(domain, value)} for ${mass}`,
        );
      }
    });
  }

  it('reads YAML with PyYAML, to which 1e-4 is text', () => {
    const yaml = 'hyperparameters:\n- {name: x, type: uniform_float, lower: 1e-4, upper: 0.1}\n';
    assert.deepEqual(
      read(yaml, 'yaml').findings.map(({ code }) => code),
      ['wrong-value'],
    );
    assert.deepEqual(read(yaml.replace('1e-4', '1.0e-4'), 'yaml').findings, []);
  });
});

describe('conditions and forbidden clauses of ConfigSpace', () => {
  const conditions = (...of: readonly object[]): SearchSpace =>
    read(text([solver, layers, width, rate], { conditions: of }));
  const active = (space: SearchSpace, values: Readonly<Record<string, Value>>): boolean =>
    activeParameters(space, new Map(Object.entries(values))).some(({ name }) => name === 'rate');

  it('hold as each type says', () => {
    const literal = (type: string, parent: string, more: object) =>
      conditions({ type, child: 'rate', parent, ...more });
    const equal = literal('EQ', 'solver', { value: 'sgd' });
    assert.deepEqual(
      [active(equal, { solver: 'sgd' }), active(equal, { solver: 'adam' }), active(equal, {})],
      [true, false, false],
    );
    const other = literal('NEQ', 'solver', { value: 'sgd' });
    assert.deepEqual(
      [active(other, { solver: 'sgd' }), active(other, { solver: 'adam' }), active(other, {})],
      [false, true, false],
    );
    const within = literal('IN', 'layers', { values: [2, 3] });
    assert.deepEqual(
      [1, 2, 3].map(value => active(within, { layers: value })),
      [false, true, true],
    );
    const below = literal('LT', 'layers', { value: 3 });
    assert.deepEqual(
      [2, 3].map(value => active(below, { layers: value })),
      [true, false],
    );
    const above = literal('GT', 'width', { value: 's' });
    assert.deepEqual(
      ['s', 'm', 'l'].map(value => active(above, { width: value })),
      [false, true, true],
    );
  });

  it('join by AND, by OR, and by AND where they stand apart', () => {
    const parts = [
      { type: 'EQ', child: 'rate', parent: 'solver', value: 'sgd' },
      { type: 'GT', child: 'rate', parent: 'layers', value: 4 },
    ];
    const cases = [
      { solver: 'sgd', layers: 5 },
      { solver: 'sgd', layers: 4 },
      { solver: 'adam', layers: 4 },
    ];
    const all = conditions({ type: 'AND', conditions: parts });
    assert.deepEqual(
      cases.map(values => active(all, values)),
      [true, false, false],
    );
    const any = conditions({ type: 'OR', conditions: parts });
    assert.deepEqual(
      cases.map(values => active(any, values)),
      [true, true, false],
    );
    const apart = conditions(...parts);
    assert.deepEqual(
      cases.map(values => active(apart, values)),
      [true, false, false],
    );
    assert.deepEqual([all.findings, any.findings, apart.findings], [[], [], []]);
  });

  it('forbid values, bounds and relations between two hyperparameters', () => {
    const depth = { name: 'depth', type: 'uniform_int', lower: 1, upper: 9, default_value: 1 };
    const forbidden = (clause: object, values: Readonly<Record<string, Value>>): boolean => {
      const space = read(text([solver, layers, depth], { forbiddens: [clause] }));
      assert.deepEqual(space.findings, []);
      return isForbidden(space, new Map(Object.entries(values)));
    };
    const relation = (type: string) =>
      [1, 2, 3].map(value =>
        forbidden({ type, left: 'depth', right: 'layers' }, { depth: 2, layers: value }),
      );
    assert.deepEqual(relation('RELATION_GT'), [true, false, false]);
    assert.deepEqual(relation('RELATION_GE'), [true, true, false]);
    assert.deepEqual(relation('RELATION_EQ'), [false, true, false]);
    assert.equal(forbidden({ type: 'RELATION_EQ', left: 'depth', right: 'layers' }, { depth: 2 }), false);
    const legacy = { type: 'RELATION', lambda: 'GT', left: 'depth', right: 'layers' };
    assert.equal(forbidden(legacy, { depth: 3, layers: 2 }), true);
    const both = {
      type: 'AND',
      clauses: [
        { type: 'EQUALS', name: 'solver', value: 'adam' },
        { type: 'CLAUSE_GE', name: 'layers', value: 8 },
      ],
    };
    assert.deepEqual(
      [7, 8].map(value => forbidden(both, { solver: 'adam', layers: value })),
      [false, true],
    );
    assert.equal(forbidden({ type: 'IN', name: 'solver', values: ['adam'] }, { solver: 'adam' }), true);
  });
});

/** [code, what is wrong, what is marked, what is right] */
const cases: readonly (readonly [string, string, string, string])[] = [
  [
    'missing-field',
    text([{ name: 'x', type: 'normal_float', mu: 0, sigma: 1, upper: 3 }]),
    '"x"',
    text([rate]),
  ],
  ['unknown-field', text([{ ...rate, step: 2 }]), '"step"', text([rate])],
  ['unknown-word', text([solver, { ...rate, type: 'uniform' }]), '"uniform"', text([rate])],
  ['wrong-value', text([{ ...rate, type: 'beta_float', alpha: 0.5, beta: 2 }]), '0.5', text([rate])],
  ['wrong-value', text([{ ...rate, lower: '0.1' }]), '"0.1"', text([rate])],
  [
    'wrong-value',
    text([{ ...solver, weights: [1] }]),
    '[\n    1\n   ]',
    text([{ ...solver, weights: [1, 0] }]),
  ],
  [
    'wrong-value',
    text([{ ...solver, weights: [0, 0] }]),
    '[\n    0,\n    0\n   ]',
    text([{ ...solver, weights: null }]),
  ],
  ['wrong-value', text([{ ...layers, default_value: 2.5 }]), '2.5', text([{ ...layers, default_value: 2 }])],
  ['repeated-name', text([rate, rate]), '"rate"', text([rate])],
  [
    'configspace-old-key',
    text([{ ...rate, default: 0.5 }]),
    '"default"',
    text([{ ...rate, default_value: 0.5 }]),
  ],
  ['configspace-old-key', text([{ ...rate, q: 0.1 }]), '"q"', text([{ ...rate, q: null }])],
  ['configspace-rounding', text([{ ...rate, lower: 1e-15 }]), '1e-15', text([{ ...rate, lower: 1e-9 }])],
  [
    'configspace-reference',
    text([rate], { conditions: [{ type: 'EQ', child: 'r', parent: 'rate', value: 0.1 }] }),
    '"r"',
    text([rate, solver], { conditions: [{ type: 'EQ', child: 'rate', parent: 'solver', value: 'sgd' }] }),
  ],
  [
    'condition-parent',
    text([rate], { conditions: [{ type: 'EQ', child: 'rate', parent: 's', value: 0.1 }] }),
    '"s"',
    text([rate]),
  ],
  [
    'configspace-condition',
    text([rate, solver], { conditions: [{ type: 'GT', child: 'rate', parent: 'solver', value: 'sgd' }] }),
    '"solver"',
    text([rate, layers], { conditions: [{ type: 'GT', child: 'rate', parent: 'layers', value: 2 }] }),
  ],
  [
    'configspace-forbidden',
    text([layers], { forbiddens: [{ type: 'EQUALS', name: 'layers', value: 10 }] }),
    '10',
    text([layers], { forbiddens: [{ type: 'EQUALS', name: 'layers', value: 9 }] }),
  ],
  [
    'configspace-forbidden-default',
    text([layers], { forbiddens: [{ type: 'EQUALS', name: 'layers', value: 5 }] }),
    '"EQUALS"',
    text([layers], { forbiddens: [{ type: 'EQUALS', name: 'layers', value: 4 }] }),
  ],
  [
    'default-outside',
    text([{ ...rate, default_value: 1.5 }]),
    '1.5',
    text([{ ...rate, default_value: 0.5 }]),
  ],
];

describe('what ConfigSpace rejects', () => {
  for (const [code, wrong, marked, right] of cases) {
    it(`${code}: ${JSON.stringify(marked)}`, () => {
      const [finding] = found(code, wrong, 'json').filter(each => token(wrong, each) === marked);
      assert.ok(finding, JSON.stringify(found(code, wrong, 'json')));
      assert.deepEqual(found(code, right, 'json'), []);
    });
  }

  it('puts the names of older versions right', () => {
    const wrong = text([{ ...rate, default: 0.5 }]);
    const [finding] = found('configspace-old-key', wrong, 'json');
    assert.ok(finding);
    assert.equal(fixed(wrong, finding), text([{ ...rate, default_value: 0.5 }]));
  });

  it('turns on the log scale where its own writer has turned it off', () => {
    const wide = { name: 'lr', type: 'uniform_float', lower: 0.0001, upper: 0.1 };
    for (const [wrong, right] of [
      [text([{ ...wide, log: false }]), text([{ ...wide, log: true }])],
      [text([wide]), text([{ name: 'lr', type: 'uniform_float', log: true, lower: 0.0001, upper: 0.1 }])],
    ] as const) {
      const [finding] = found('linear-decades', wrong, 'json');
      assert.ok(finding);
      assert.equal(fixed(wrong, finding), right);
    }
  });
});

describe('real ConfigSpace files', () => {
  it('are read whole and without an error', function () {
    if (!existsSync(corpus)) this.skip();
    for (const file of readdirSync(corpus)) {
      const analysis = analyse(readFileSync(`${corpus}/${file}`, 'utf8'), 'json', file);
      const [space] = analysis?.spaces ?? [];
      assert.equal(space?.format, 'configspace', file);
      assert.ok(
        space.parameters.every(({ domain }) => domain !== undefined),
        file,
      );
      assert.deepEqual(
        analysis?.findings.filter(({ severity }) => severity === 'error'),
        [],
        file,
      );
    }
  });
});
