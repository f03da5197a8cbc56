import { Workbench } from '../e2e/workbench';
import { packageExtension, vsixPath } from '../host/package';
import { median, milliseconds, type Figure } from './figure';

const runs = 5;
const peers = ['JSON Language Features', 'Emmet', 'Merge Conflict', 'Configuration Editing'];

/** "Activation: N ms" as Running Extensions shows it, of the packaged extension and of built-in extensions in the same windows. */
export async function measure(): Promise<Figure[]> {
  const seen = new Map<string, number[]>();
  await packageExtension();
  for (let run = 0; run < runs; run++) {
    const workbench = await Workbench.open({ vsix: vsixPath });
    try {
      await workbench.openFile('wandb/sweep.yaml');
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      // What is opened together waits for each other: JSON's extensions get a moment of their own.
      await workbench.openFile('nni/search_space.json');
      await workbench.page.waitForTimeout(1500);
      for (const [name, time] of await runningExtensions(workbench)) {
        seen.set(name, [...(seen.get(name) ?? []), time]);
      }
    } finally {
      await workbench.close();
    }
  }
  const figure = (name: string) => {
    const times = seen.get(name) ?? [];
    return `${milliseconds(median(times))} (${times.join(', ')})`;
  };
  const others = peers.filter(name => seen.has(name));
  const target = '≤ 30 ms (Error Lens 26)';
  return [
    { figure: `activation, median of ${runs} windows`, ours: figure('Tuning Lens'), target },
    ...others.map(name => ({ figure: `  ${name}, same windows`, ours: figure(name) })),
  ];
}

async function runningExtensions(workbench: Workbench): Promise<Map<string, number>> {
  await workbench.runCommand('Developer: Show Running Extensions');
  const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
  await rows.first().waitFor();
  const times = new Map<string, number>();
  // The list is virtual: scroll until nothing new comes.
  for (let before = -1; times.size > before;) {
    before = times.size;
    for (const text of await rows.allInnerTexts()) {
      const [name = ''] = text.split('\n');
      const time = /Activation: (\d+)\s?ms/.exec(text);
      if (time) times.set(name.trim(), Number(time[1]));
    }
    await rows.last().hover();
    await workbench.page.mouse.wheel(0, 600);
    await workbench.page.waitForTimeout(200);
  }
  await workbench.page.keyboard.press('Escape');
  await rows.first().waitFor({ state: 'hidden' });
  return times;
}
