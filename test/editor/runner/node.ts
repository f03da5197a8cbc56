import Mocha from 'mocha';
import { lineReporter } from './lineReporter';

/** Runs the suites that `load` declares inside the Node extension host. */
export async function runSuites(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: lineReporter, timeout: 30_000, forbidOnly: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
