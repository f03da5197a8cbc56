import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { azureSweep } from '../../../src/core/formats/azure/azureSweep';
import { determinedExperiment } from '../../../src/core/formats/determined/determinedExperiment';
import { iraceParameters } from '../../../src/core/formats/irace/iraceParameters';
import { polyaxonFile } from '../../../src/core/formats/polyaxon/polyaxonFile';
import { sagemakerTuning } from '../../../src/core/formats/sagemaker/sagemakerTuning';
import { vertexStudy } from '../../../src/core/formats/vertex/vertexStudy';
import { mayHoldSearchSpace } from '../../../src/core/formats/tells';
import { fromUnit } from '../../../src/core/space/distribution';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import type { SourceLanguage } from '../../../src/core/text/source';

const formats = [
  azureSweep,
  determinedExperiment,
  vertexStudy,
  sagemakerTuning,
  iraceParameters,
  polyaxonFile,
];

const samples: readonly (readonly [string, SourceLanguage])[] = [
  ['azure/sweep.yml', 'yaml'],
  ['determined/adaptive.yaml', 'yaml'],
  ['vertex/study.yaml', 'yaml'],
  ['sagemaker/tuning_job_config.json', 'json'],
  ['irace/parameters.txt', 'text'],
  ['polyaxon/polyaxonfile.yaml', 'yaml'],
];

const seeds = samples.map(([path, language]) => ({
  path,
  language,
  text: readFileSync(`media/samples/${path}`, 'utf8'),
}));

/** What makes a reader stumble: other tokens, half of them belonging to another kind of node. */
const token = fc.constantFrom(
  '', ' ', '\n', '\t', '{', '}', '[', ']', '(', ')', ',', ': ', ':', '- ', '"', "'", '#', '|', '&', '&a', '*a', '<<', '---\n',
  '__proto__', 'null', 'true', '1e308', '-1e308', '.nan', '.inf', '0', '-1', '1e-4', 'type', 'log', 'choice', 'values', 'grid',
  'base: 0', 'count: 1e9', 'UNIT_LOG_SCALE', 'ReverseLogarithmic', 'i,log', '%in%', 'geomspace', '\u0000', '😀',
); // prettier-ignore

const mutated = fc
  .record({
    seed: fc.constantFrom(...seeds),
    edits: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: token }),
      { maxLength: 6 },
    ),
  })
  .map(({ seed: { text, language }, edits }) => ({
    language,
    text: edits.reduce((changed, { at, cut, put }) => {
      const start = Math.floor(at * changed.length);
      return changed.slice(0, start) + put + changed.slice(start + cut);
    }, text),
  }));

describe('whatever the text of a managed service or of irace looks like', () => {
  it('reading it never throws, names stay unique and places stay inside', () => {
    fc.assert(
      fc.property(mutated, ({ text, language }) => {
        const document = parseSource(text, language);
        for (const format of formats) {
          const certainty = format.recognise(document);
          assert.ok(certainty >= 0 && certainty <= 1);
          const spaces = format.read(document);
          assert.ok(spaces.length > 0);
          for (const space of spaces) holds(space, text);
        }
      }),
      { numRuns: 400 },
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

describe('the samples of the managed services and of irace', () => {
  for (const { path, language, text } of seeds) {
    it(`${path} is recognised, free of errors and warnings, and drawn from in full`, () => {
      assert.ok(mayHoldSearchSpace(text));
      const analysis = analyse(text, language, path);
      const grave = (analysis?.findings ?? []).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      assert.deepEqual(
        grave.map(({ message }) => message),
        [],
      );
      assert.ok(analysis?.spaces[0].parameters.every(({ domain }) => domain !== undefined));
    });
  }
});
