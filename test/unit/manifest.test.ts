import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../src/core/checks/catalogue';
import { formats } from '../../src/core/formats/index';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly additionalProperties?: {
    readonly enum: readonly string[];
    readonly enumDescriptions: readonly string[];
  };
}

interface WalkthroughStep {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as {
  readonly version: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: unknown;
  readonly keywords: readonly string[];
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly keybindings?: readonly unknown[];
    readonly languages?: readonly unknown[];
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
  };
};
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, menus, configuration } = manifest.contributes;

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'));

describe('the manifest', () => {
  it('activates only for files that may be search spaces and for a panel to restore', () => {
    for (const event of manifest.activationEvents) assert.match(event, /^on(Language|WebviewPanel):/);
  });

  it('takes over no language and no keyboard shortcut', () => {
    assert.equal(manifest.contributes.languages, undefined);
    assert.equal(manifest.contributes.keybindings, undefined);
  });

  it('works in untrusted and virtual workspaces', () => {
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
  });

  it('keeps every string a person reads in package.nls.json, and no string there unused', () => {
    const used = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(strings).sort());
    for (const { title } of commands) assert.match(title, /^%.+%$/);
  });

  it('names every command by a verb, under one category', () => {
    for (const { title, category } of commands) {
      assert.equal(category, 'Tuning Lens');
      assert.match(
        strings[title.replaceAll('%', '')] ?? '',
        /^(Compare|Export|Measure|Plan|Sample|Show|Run|Fix|Open|Explain|Cancel|Save|Convert|Check) /,
      );
    }
  });

  it('implements every command it contributes and contributes every command it implements', () => {
    const implemented = new Set(
      sources('src/host').flatMap(text =>
        [...text.matchAll(/'(tuningLens\.[a-z][A-Za-z]+)'/g)].map(([, id]) => id),
      ),
    );
    for (const { command } of commands) assert.ok(implemented.has(command), command);
  });

  it('hides commands where they do not apply', () => {
    const everywhere = [
      'tuningLens.exportTheoryNotebook',
      'tuningLens.openCheck',
      'tuningLens.openSample',
      'tuningLens.runAllTheoryCells',
      'tuningLens.runTheoryCell',
      'tuningLens.showLog',
    ];
    const gated = menus.commandPalette.map(({ command, when }) => (when.length > 0 ? command : ''));
    for (const { command } of commands) {
      assert.ok(everywhere.includes(command) || gated.includes(command), command);
    }
  });

  it('has at most 15 settings, each with a default, a description and a scope, and reads each of them', () => {
    const settings = Object.entries(configuration.properties);
    assert.ok(settings.length <= 15);
    const reader = readFileSync('src/host/settings.ts', 'utf8');
    for (const [name, setting] of settings) {
      assert.notEqual(setting.default, undefined, name);
      assert.ok(setting.markdownDescription, name);
      assert.ok(setting.scope, name);
      assert.ok(reader.includes(`'${name.replace('tuningLens.', '')}'`), name);
    }
    const read = [...reader.matchAll(/configuration\.get\('([^']+)'/g)].map(
      ([, name]) => `tuningLens.${name}`,
    );
    assert.deepEqual(read.sort(), settings.map(([name]) => name).sort());
  });

  it('describes every value of an enumeration', () => {
    for (const { additionalProperties } of Object.values(configuration.properties)) {
      assert.equal(additionalProperties?.enum.length, additionalProperties?.enumDescriptions.length);
    }
  });

  it('offers every format in the formats setting', () => {
    const values = configuration.properties['tuningLens.formats']?.additionalProperties?.enum;
    assert.deepEqual(values, [...formats.map(({ id }) => id), 'never']);
  });

  it('keeps the number of keywords within what the marketplace shows', () => {
    assert.ok(manifest.keywords.length <= 5);
  });

  it('has one walkthrough of four to six steps, each with a picture, its text and a button that completes it', () => {
    const [walkthrough, ...others] = manifest.contributes.walkthroughs;
    assert.deepEqual(others, []);
    const steps = walkthrough?.steps ?? [];
    assert.ok(steps.length >= 4 && steps.length <= 6);
    for (const { id, description, media, completionEvents } of steps) {
      const text = strings[description.replaceAll('%', '')] ?? '';
      const [, command = ''] = /\]\(command:(?:toSide:)?([\w.]+)/.exec(text) ?? [];
      assert.ok(
        commands.some(known => known.command === command),
        id,
      );
      assert.ok(completionEvents.includes(`onCommand:${command}`), id);
      assert.match(media.altText, /^%.+%$/);
      assert.doesNotMatch(readFileSync(media.svg, 'utf8'), /#[0-9a-f]{6}|<script|href=/i);
    }
  });

  it('has a changelog entry for its version', () => {
    assert.match(
      readFileSync('CHANGELOG.md', 'utf8'),
      new RegExp(`^## \\[?${manifest.version.replaceAll('.', '\\.')}`, 'm'),
    );
  });
});

describe('the sources', () => {
  it('use neither network, child processes, telemetry nor a kept-alive webview', () => {
    const forbidden =
      /\bfetch\(|XMLHttpRequest|child_process|telemetry|retainContextWhenHidden|\beval\(|new Function\(/;
    for (const folder of ['src/core', 'src/host', 'src/webview']) {
      for (const text of sources(folder)) assert.doesNotMatch(text, forbidden);
    }
  });

  it('name each check by a unique code in kebab case', () => {
    const codes = rules.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });
});
