import Mocha from 'mocha';
import { lineReporter } from './lineReporter';

/** Runs the suites that `load` declares inside the Node extension host; TUNING_LENS_GREP picks by title. */
export async function runSuites(load: () => void): Promise<void> {
  const grep = process.env['TUNING_LENS_GREP'];
  const mocha = new Mocha({
    ...(grep ? { grep } : {}),
    ui: 'bdd',
    reporter: lineReporter,
    timeout: 30_000,
    forbidOnly: true,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
