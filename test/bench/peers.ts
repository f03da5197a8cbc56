/**
 * `npm run bench:peers [seeds]`: the figures that Python libraries have too, ours and theirs in one run. Makes a
 * virtual environment in `out/peers` with the current releases; `--torch` adds BoTorch, and what Optuna's Gaussian
 * process needs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { out } from '../host/paths';
import type { Figure } from './figure';
import { measure as gaussianProcess } from './gaussianProcess';
import { measure as sampling } from './sampling';
import { measure as treeParzen } from './tpe';

interface PeerFigure {
  readonly figure: string;
  readonly peer: string;
  readonly theirs: string;
}

const environment = join(out, 'peers');
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

function install(torch: boolean): void {
  const said = { stdio: 'inherit' } as const;
  if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', environment], said);
  const packages = ['numpy', 'scipy', 'scikit-learn', 'optuna', ...(torch ? ['torch', 'botorch'] : [])];
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--upgrade', ...packages], said);
}

function peers(seeds: string): PeerFigure[] {
  const printed = execFileSync(python, [join(__dirname, 'peers.py'), seeds], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return printed
    .trim()
    .split('\n')
    .map(line => {
      const [figure = '', peer = '', theirs = ''] = line.split('\t');
      return { figure, peer, theirs };
    });
}

/** Below 1 ours is the smaller: the faster, or the nearer to the minimum. */
function ratios(ours: string, theirs: string): string {
  const theirNumbers = theirs.split(' / ').map(parseFloat);
  return ours
    .split(' / ')
    .map((text, i) => (parseFloat(text) / (theirNumbers[i] ?? NaN)).toPrecision(2))
    .join(' / ');
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  install(asked.includes('--torch'));
  const theirs = peers(asked.find(argument => /^\d+$/.test(argument)) ?? '20');
  const ours: Figure[] = [];
  for (const measure of [sampling, gaussianProcess, treeParzen]) ours.push(...(await measure()));
  for (const { figure, peer, theirs: value } of theirs) {
    const own = ours.find(candidate => candidate.figure === figure)?.ours;
    if (own === undefined) continue;
    console.log(`${figure}\n  ours ${own} · ${peer} ${value} · ratio ${ratios(own, value)}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
