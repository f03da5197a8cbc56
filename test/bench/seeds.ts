import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceLanguage } from '../../src/core/text/source';

/** A text to start mutating from. */
export interface Seed {
  readonly name: string;
  readonly text: string;
  readonly language: SourceLanguage;
}

const corpus = path.resolve('../shared/corpus');
const folders = ['wandb', 'katib', 'nni', 'nni-config', 'negative', 'borderline'];

/** Every real file where the corpus is present, the bundled samples, and the examples of the page of checks. */
export function seeds(): Seed[] {
  const real = folders
    .map(folder => path.join(corpus, folder))
    .filter(folder => existsSync(folder))
    .flatMap(filesIn);
  return [
    ...real,
    ...filesIn('media/samples'),
    ...pageExamples().map(example => ({ ...example, name: example.code })),
  ];
}

export interface Example {
  readonly code: string;
  readonly expected: 'wrong' | 'right';
  readonly language: SourceLanguage;
  readonly text: string;
}

/** The fenced examples of `media/checks.md`, each with the code of the section it stands in. */
export function pageExamples(): Example[] {
  const sections = readFileSync('media/checks.md', 'utf8').split(/^### /m).slice(1);
  return sections.flatMap(section => {
    const code = section.slice(0, section.indexOf('\n')).trim();
    return [...section.matchAll(/^```(yaml|json) (wrong|right)\n(.*?)^```/gms)].map(
      ([, language, expected, text = '']) => ({
        code,
        expected: expected === 'wrong' ? 'wrong' : 'right',
        language: language === 'json' ? 'json' : 'yaml',
        text,
      }),
    );
  });
}

function filesIn(folder: string): Seed[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ya?ml|jsonc?)$/.test(name))
    .map(name => ({
      name: `${path.basename(folder)}/${name}`,
      text: readFileSync(path.join(folder, name), 'utf8'),
      language: /\.jsonc?$/.test(name) ? 'json' : 'yaml',
    }));
}
