import 'mocha/mocha.js';
import { lineReporter } from './lineReporter';

/** Runs the suites that `load` declares inside the web extension host, a worker. */
export async function runSuites(load: () => void): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: lineReporter, timeout: 30_000 });
  load();
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
