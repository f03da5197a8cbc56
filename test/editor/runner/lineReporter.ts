import type { ReporterConstructor, Runner } from 'mocha';

class LineReporter {
  constructor(runner: Runner) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const print = (line: string) => console.log(line);
    runner.on('pass', test => {
      counts.passed++;
      print(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', test => {
      counts.skipped++;
      print(`  - ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed++;
      print(`  ✗ ${test.fullTitle()}\n${error.stack ?? String(error)}`);
    });
    runner.once('end', () =>
      print(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`),
    );
  }
}

/** Prints each test on a line of its own and the closing line that `npm test` adds up. Needs no page and no terminal. */
export const lineReporter = LineReporter as unknown as ReporterConstructor;
