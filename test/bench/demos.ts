import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuites } from '../editor/runner/bundle';
import { out, root, samples } from '../host/paths';
import { pickHost } from '../host/pick';
import type { Figure } from './figure';

/** How long the demonstrations keep the extension host from anything else, measured inside it. */
export async function measure(): Promise<Figure[]> {
  const { executable } = await pickHost();
  const folder = join(out, 'workspace');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(samples, folder, { recursive: true });
  const results = join(out, 'demos.json');
  await rm(results, { force: true });
  await runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuites(join(root, 'test', 'bench', 'editor'), 'node'),
    extensionTestsEnv: { TUNING_LENS_FIGURES: results },
    launchArgs: [folder],
  });
  return JSON.parse(await readFile(results, 'utf8')) as Figure[];
}
