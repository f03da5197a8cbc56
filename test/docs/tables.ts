import { readFileSync } from 'node:fs';
import { rules } from '../../src/core/checks/catalogue';
import { demos } from '../../src/core/demos/index';
import { formats } from '../../src/core/formats/index';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

/** The parts of the README that are generated, by the name of their markers. */
export function generatedParts(): ReadonlyMap<string, string> {
  const { contributes } = json<Manifest>('package.json');
  const strings = json<Record<string, string>>('package.nls.json');
  const text = (key: string): string => strings[key.replaceAll('%', '')] ?? key;
  return new Map([
    [
      'formats',
      table(
        ['Format', 'Id for settings'],
        formats.map(({ id, label }) => [label, `\`${id}\``]),
      ),
    ],
    [
      'checks',
      table(
        ['Check', 'Finds', 'Severity'],
        rules.map(({ code, title, severity }) => [`\`${code}\``, title, severity]),
      ),
    ],
    [
      'demos',
      table(
        ['Demonstration', 'Answers'],
        demos.map(({ title, question }) => [title, question]),
      ),
    ],
    [
      'commands',
      table(
        ['Command'],
        contributes.commands.map(({ title }) => [`Tuning Lens: ${text(title)}`]),
      ),
    ],
    [
      'settings',
      table(
        ['Setting', 'Default', 'Meaning'],
        Object.entries(contributes.configuration.properties).map(([name, setting]) => [
          `\`${name}\``,
          `\`${JSON.stringify(setting.default)}\``,
          text(setting.markdownDescription),
        ]),
      ),
    ],
  ]);
}

/** Puts every generated part between its `<!-- name -->` and `<!-- /name -->` markers. */
export function withGeneratedParts(readme: string): string {
  return [...generatedParts()].reduce((result, [name, part]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const start = result.indexOf(open);
    const end = result.indexOf(close);
    if (start < 0 || end < start) throw new Error(`README.md lacks the markers ${open} … ${close}`);
    return `${result.slice(0, start + open.length)}\n\n${part}\n\n${result.slice(end)}`;
  }, readme);
}
