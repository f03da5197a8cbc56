import type { Provenance } from './report';

/** The command line that makes a report again from its file, seed and options. */
export function reproductionCommand({ demo, file, seed, options }: Provenance): string {
  const settings = Object.entries(options).map(([id, value]) => `--set ${quoted(`${id}=${value}`)}`);
  const parts = ['npx tuning-lens demo', demo, ...(file === undefined ? [] : [quoted(file)])];
  return [...parts, `--seed ${seed}`, ...settings, '--html report.html'].join(' ');
}

/** For a POSIX shell; plain words stay as they are. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
