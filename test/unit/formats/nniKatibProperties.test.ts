import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { katibExperiment } from '../../../src/core/formats/katib/katibExperiment';
import { nniExperiment } from '../../../src/core/formats/nni/nniExperiment';
import { nniSearchSpace } from '../../../src/core/formats/nni/nniSearchSpace';
import { cumulative, fromUnit, quantile } from '../../../src/core/space/distribution';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import { algorithm, double, experiment, parameter } from './katibText';
import { readSpaceFile, variable } from './nniText';
import { onlySpace } from './onlySpace';

const formats = [katibExperiment, nniExperiment, nniSearchSpace];

/** What makes a reader stumble: other tokens, half of them belonging to another kind of node. */
const token = fc.constantFrom(
  '', ' ', '\n', '\t', '{', '}', '[', ']', ',', ': ', '- ', '"', "'", '#', '|', '&a', '*a', '<<', '---\n', '__proto__',
  'null', 'true', '1e308', '-1e308', '.nan', '.inf', '0', '-1', '1e-4', '_type', '_value', '_name', 'choice', 'randint',
  'min', 'max', 'step', 'list', 'normal', 'logUniform', 'grid', 'hyperband', 'pbt', '${trialParameters.', '${trialSpec.Name}', '\u0000', '😀',
); // prettier-ignore

const seeds = ['katib/experiment.yaml', 'nni/search_space.json', 'nni/config.yml'].map(path => ({
  language: path.endsWith('json') ? ('json' as const) : ('yaml' as const),
  text: readFileSync(`media/samples/${path}`, 'utf8'),
}));

const mutated = fc
  .record({
    seed: fc.constantFrom(...seeds),
    edits: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: token }),
      { maxLength: 6 },
    ),
  })
  .map(({ seed, edits }) => ({
    language: seed.language,
    text: edits.reduce((text, { at, cut, put }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + put + text.slice(start + cut);
    }, seed.text),
  }));

describe('whatever a Katib or NNI text looks like', () => {
  it('reading it never throws, names stay unique and places stay inside', () => {
    fc.assert(
      fc.property(mutated, ({ text, language }) => {
        const document = parseSource(text, language);
        for (const format of formats) {
          const certainty = format.recognise(document);
          assert.ok(certainty >= 0 && certainty <= 1);
          holds(onlySpace(format.read(document)), text);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function holds({ parameters, findings, range }: SearchSpace, text: string): void {
  assert.equal(new Set(parameters.map(({ name }) => name)).size, parameters.length);
  const places = [
    range,
    ...parameters.flatMap(({ tokens }) => Object.values(tokens).filter(place => place !== undefined)),
    ...findings.flatMap(finding => [
      finding.range,
      ...finding.fixes.flatMap(({ edits }) => edits.map(edit => edit.range)),
    ]),
  ];
  for (const { start, end } of places) assert.ok(start >= 0 && start <= end && end <= text.length);
  for (const { domain } of parameters) {
    if (domain) for (const u of [0, 0.25, 1]) assert.notEqual(fromUnit(domain, u), undefined);
  }
}

const methods = [
  'random',
  'tpe',
  'grid',
  'multivariate-tpe',
  'bayesianoptimization',
  'cmaes',
  'sobol',
  'hyperband',
  'pbt',
];
const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe('what is drawn from Katib and NNI declarations', () => {
  it('stays between the bounds under every Katib algorithm, unless a step or a normal leads out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.constantFrom('uniform', 'logUniform'),
        positive,
        positive,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (method, distribution, a, b, u) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          fc.pre(low < high);
          const text = experiment({
            algorithm: algorithm(method),
            parameters: double('x', `min: "${low}", max: "${high}", distribution: ${distribution}`),
          });
          const space = onlySpace(katibExperiment.read(parseSource(text, 'yaml')));
          const domain = space.parameters[0]?.domain;
          assert.equal(domain === undefined, method === 'grid' || method === 'pbt');
          if (!domain) return;
          const value = Number(fromUnit(domain, u));
          assert.ok(value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12), `${value}`);
        },
      ),
    );
  });

  it('gives every Katib integer within whole bounds, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (method, low, length, u) => {
          const text = experiment({
            algorithm: algorithm(method),
            parameters: parameter('x', 'int', `min: "${low}", max: "${low + length}"`),
          });
          const domain = onlySpace(katibExperiment.read(parseSource(text, 'yaml'))).parameters[0]?.domain;
          assert.ok(domain);
          const value = Number(fromUnit(domain, u));
          assert.ok(Number.isInteger(value) && value >= low && value <= low + length);
          assert.deepEqual([quantile(domain, 0), quantile(domain, 1)], [low, low + length]);
        },
      ),
    );
  });

  it('is cut at the bounds by NNI however q divides them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('quniform', 'qloguniform'),
        positive,
        positive,
        positive,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (type, a, b, q, u) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          const { parameters } = readSpaceFile(variable(type, `[${low}, ${high}, ${q}]`));
          const domain = parameters[0]?.domain;
          assert.ok(domain);
          const value = Number(fromUnit(domain, u));
          const multiple = Math.round(value / q) * q;
          assert.ok(value >= low && value <= high);
          assert.ok(value === low || value === high || Math.abs(value - multiple) <= 1e-9 * value);
          assert.ok(Math.abs(cumulative(domain, high) - 1) < 1e-9);
        },
      ),
    );
  });
});

describe('the Katib and NNI samples', () => {
  const expected: readonly (readonly [string, string, readonly string[]])[] = [
    ['katib/experiment.yaml', 'katib-experiment', ['linear-decades']],
    ['nni/search_space.json', 'nni-search-space', []],
    ['nni/config.yml', 'nni-experiment', ['string-number']],
  ];
  for (const [path, format, codes] of expected) {
    it(`${path} ${codes.length === 0 ? 'is clean' : `shows ${codes.join(' and ')} alone`}`, () => {
      const analysis = analyse(
        readFileSync(`media/samples/${path}`, 'utf8'),
        path.endsWith('json') ? 'json' : 'yaml',
        path,
      );
      assert.equal(analysis?.spaces[0].format, format);
      assert.deepEqual(
        analysis?.findings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code),
        codes,
      );
      assert.ok(analysis?.spaces[0].parameters.every(({ domain }) => domain !== undefined));
    });
  }
});
