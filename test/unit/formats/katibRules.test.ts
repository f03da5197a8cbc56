import assert from 'node:assert/strict';
import { katibExperiment } from '../../../src/core/formats/katib/katibExperiment';
import { katibRules } from '../../../src/core/formats/katib/rules';
import { parseSource } from '../../../src/core/text/parse';
import { applyEdits } from '../../../src/core/text/range';
import { declarationCases } from './katibDeclarationCases';
import { searchCases } from './katibSearchCases';
import { algorithm, double, experiment, readKatib, templateOf } from './katibText';

const cases = [...declarationCases, ...searchCases];

describe('what Katib rejects', () => {
  it('is nothing in an experiment that it accepts', () => {
    assert.deepEqual(readKatib(experiment()).findings, []);
  });

  for (const { code, what, wrong, right = {}, at, fixed } of cases) {
    it(`${code}: ${what}`, () => {
      const text = experiment(wrong);
      const found = readKatib(text).findings.filter(finding => finding.code === code);
      const [first] = found.filter(({ range }) => text.slice(range.start, range.end) === at);
      assert.ok(first, found.map(({ range }) => text.slice(range.start, range.end)).join());
      const after = readKatib(experiment(right)).findings;
      assert.deepEqual(
        after.filter(finding => finding.code === code),
        [],
      );
      if (fixed === undefined) return;
      const edits = first.fixes[0]?.edits ?? [];
      assert.equal(
        applyEdits(text, edits),
        text.slice(0, first.range.start) + fixed + text.slice(first.range.end),
      );
    });
  }

  it('reads every experiment of a file, each under its name', () => {
    const text = `kind: ConfigMap\n---\n${experiment()}\n---\n${experiment({ metadata: 'metadata: {name: other}' })}\n`;
    const spaces = katibExperiment.read(parseSource(text, 'yaml'));
    assert.deepEqual(
      spaces.map(({ name, parameters, findings }) => [name, parameters.length, findings.length]),
      [
        [spaces[0]?.name, 1, 0],
        ['other', 1, 0],
      ],
    );
    assert.notEqual(spaces[0]?.name, undefined);
  });

  it('asks nothing of a template kept in a config map but where it is', () => {
    const template =
      'trialTemplate:\n  primaryContainerName: main\n  successCondition: a\n  failureCondition: b\n' +
      '  trialParameters: [{name: x, reference: lr}]\n  configMap: {configMapName: a, configMapNamespace: b}';
    const { findings } = readKatib(experiment({ template }));
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['Katib rejects an experiment without `configMap.templatePath`; add it.'],
    );
  });

  it('only warns of a setting that the algorithm merely ignores', () => {
    const two = `${double('lr', 'min: "1", max: "2"')}\n${double('m', 'min: "1", max: "2"')}`;
    const text = experiment({
      algorithm: algorithm('cmaes', { popsize: '8' }),
      parameters: two,
      template: templateOf('lr', 'm'),
    });
    assert.deepEqual(
      readKatib(text).findings.map(({ code, severity }) => [code, severity]),
      [['katib-setting', 'warning']],
    );
  });

  it('has a case for every rule', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      katibRules.map(({ code }) => code).filter(code => !covered.has(code)),
      [],
    );
  });
});
