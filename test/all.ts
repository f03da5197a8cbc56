/** `npm test`: every layer, one after the other, and one line that adds them up. */
import { spawn } from 'node:child_process';
import { root } from './host/paths';

interface Layer {
  readonly title: string;
  readonly script: string;
}

const layers: readonly Layer[] = [
  { title: 'Formatting', script: 'format:check' },
  { title: 'Lint', script: 'lint' },
  { title: 'Types', script: 'typecheck' },
  { title: 'Build', script: 'build' },
  { title: 'Unit', script: 'test:unit' },
  { title: 'The report page in Chromium', script: 'test:webview' },
  { title: 'Inside VS Code', script: 'test:editor' },
  { title: 'Inside VS Code for the Web', script: 'test:web' },
  { title: 'A person’s hands, and the package', script: 'test:e2e' },
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

async function main(): Promise<number> {
  const rows: (Counts & { readonly title: string; readonly seconds: number })[] = [];
  for (const { title, script } of layers) {
    console.log(`\n── ${title} (npm run ${script})`);
    const started = performance.now();
    const { code, output } = await run(script);
    rows.push({ title, ...count(code, output), seconds: (performance.now() - started) / 1000 });
  }
  console.log('');
  for (const { title, passed, failed, skipped, seconds } of rows) {
    console.log(
      `${failed === 0 ? '✓' : '✗'} ${title}: ${line({ passed, failed, skipped })} (${seconds.toFixed(0)} s)`,
    );
  }
  const sum = (key: keyof Counts) => rows.reduce((total, row) => total + row[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.log(`\n${line(total)}`);
  return total.failed === 0 ? 0 : 1;
}

function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A layer's own counts where it prints them; else it is one check. Its exit code has the last word. */
function count(code: number | null, output: string): Counts {
  const last = (pattern: RegExp) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(/(\d+) pass(?:ed,|ing)/g);
  const failed = last(/(\d+) fail(?:ed,|ing)/g);
  const skipped = last(/(\d+) (?:skipped|pending)/g);
  if (passed + failed === 0) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped };
  return { passed, failed: code === 0 ? 0 : Math.max(1, failed), skipped };
}

function run(script: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const pass = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      target.write(chunk);
    };
    npm.stdout.on('data', pass(process.stdout));
    npm.stderr.on('data', pass(process.stderr));
    npm.on('error', reject).on('close', code => resolve({ code, output }));
  });
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
