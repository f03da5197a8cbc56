import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { analyse } from '../../src/core/analyse';
import { resolveOptions } from '../../src/core/demos/demo';
import { demos } from '../../src/core/demos/index';
import { languageOfFile } from '../../src/core/editing/scanFiles';
import type { Block, Report } from '../../src/core/report/report';

import { sourceStrings } from '../docs/strings';

type Bundle = Readonly<Record<string, string>>;
const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Bundle;
const samples = readdirSync('media/samples', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => `${entry.parentPath}/${entry.name}`);

describe('localisation', () => {
  it('has every string of the sources in the bundle, and no other', async () => {
    assert.equal(readFileSync('l10n/bundle.l10n.json', 'utf8'), await sourceStrings(), 'run "npm run docs"');
  });

  describe('into a language that only puts brackets around every string', () => {
    before(() => {
      l10n.config({
        contents: Object.fromEntries(Object.entries(bundle).map(([key, text]) => [key, `⟦${text}⟧`])),
      });
    });
    after(() => {
      l10n.config({ contents: {} });
    });

    for (const path of samples) {
      it(`translates what is said of ${path}`, () => {
        const text = readFileSync(path, 'utf8');
        const analysis = analyse(text, languageOfFile(path) ?? 'text', path);
        assert.ok(analysis);
        for (const { message } of analysis.findings) assert.match(message, /⟦/);
      });
    }

    for (const demo of demos) {
      it(`translates the report of ${demo.id}`, () => {
        const path = 'media/samples/wandb/sweep.yaml';
        const text = readFileSync(path, 'utf8');
        const analysis = analyse(text, 'yaml', path);
        assert.ok(analysis);
        const [space] = analysis.spaces;
        const run = demo.run({
          space,
          options: resolveOptions(demo.controls(space), {}),
          seed: 1,
          document: { text, findings: analysis.findings },
          source: { file: path, toolVersion: '0' },
        });
        let step = run.next();
        while (!step.done) step = run.next();
        for (const said of textsOf(step.value)) assert.match(said, /⟦/);
      });
    }
  });
});

/** What a report says in words of its own: not names, values or units. */
function textsOf(report: Report): string[] {
  return [
    report.title,
    report.answer,
    ...report.sections.flatMap(({ title, caption, blocks }) => [
      title,
      ...(caption === undefined ? [] : [caption]),
      ...blocks.flatMap(textsOfBlock),
    ]),
  ];
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'chart':
      return [block.title, block.summary, ...(block.slider?.captions ?? []), block.table.title];
    case 'table':
      return [block.title];
    case 'checks':
      return block.checks.flatMap(({ name, message }) => [name, message]);
    case 'text':
      return [block.text];
    case 'demo':
      return [block.label];
  }
}
