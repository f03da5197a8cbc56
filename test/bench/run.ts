/** `npm run bench`: prints every figure beside what is aimed at. Arguments name the measurements to make. */
import { buildExtension } from '../host/build';
import type { Figure } from './figure';

const measurements: Readonly<Record<string, () => Promise<{ measure(): Promise<readonly Figure[]> }>>> = {
  sizes: () => import('./sizes'),
  analyse: () => import('./analyse'),
  hover: () => import('./hover'),
  workspace: () => import('./workspace'),
  activation: () => import('./activation'),
  panel: () => import('./panel'),
  demos: () => import('./demos'),
  sampling: () => import('./sampling'),
  gp: () => import('./gaussianProcess'),
  fidelity: () => import('./fidelity'),
  pareto: () => import('./pareto'),
  tpe: () => import('./tpe'),
};

async function main(): Promise<void> {
  await buildExtension();
  const asked = process.argv.slice(2);
  const figures: Figure[] = [];
  for (const [name, load] of Object.entries(measurements)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`Measuring ${name} …`);
    figures.push(...(await (await load()).measure()));
  }
  console.log(`\n${table(figures)}`);
}

function table(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'ours', 'target'],
    ...figures.map(({ figure, ours, target }) => [figure, ours, target ?? '']),
  ];
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => (row[column] ?? '').length)));
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map(width => '-'.repeat(width)).join('-|-'));
  return lines.join('\n');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
