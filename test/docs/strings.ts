import { readdirSync, readFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';

/** Every string of the sources that a person may read, as the localisation bundle holds it, sorted. */
export async function sourceStrings(): Promise<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const scripts = files.map(name => ({ extension: '.ts', contents: readFileSync(`src/${name}`, 'utf8') }));
  const strings = await getL10nJson(scripts);
  const sorted = Object.entries(strings).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}
